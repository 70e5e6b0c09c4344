using ReportMiner.Documents;

namespace ReportMiner.Read.Pdf;

/// <summary>Something that gets styled runs out of a PDF file.</summary>
internal interface IPdfEngine
{
    /// <summary>Name for the report's <c>source.engine</c>.</summary>
    string Name { get; }

    /// <summary>Reads a whole file.</summary>
    /// <param name="path">Absolute path.</param>
    Outcome<PdfContent> Read(string path, CancellationToken cancellation);
}
