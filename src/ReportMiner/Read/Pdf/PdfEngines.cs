using ReportMiner.Documents;

namespace ReportMiner.Read.Pdf;

/// <summary>
/// The engines that read PDF files: poppler's programs, and PdfPig where the build has it (<c>-p:PdfPig=true</c>). Its
/// project needs this one, so it is not referenced from here but looked up.
/// </summary>
public static class PdfEngines
{
    private static readonly Type? PdfPig = Type.GetType("ReportMiner.PdfPig.PdfPigEngine, ReportMiner.PdfPig");

    /// <summary>Whether PdfPig is built in.</summary>
    public static bool HasPdfPig => PdfPig is not null;

    /// <summary>The name that <c>auto</c> stands for in this build.</summary>
    public static string Preferred => HasPdfPig ? "pdfpig" : "poppler";

    /// <summary>The engine that the options ask for.</summary>
    internal static IPdfEngine Choose(PdfOptions options) => (options.Engine == "auto" ? Preferred : options.Engine) switch
    {
        "pdfpig" => PdfPig is null ? new AbsentEngine("pdfpig", ReadFailures.PdfPigMissing) : (IPdfEngine)Activator.CreateInstance(PdfPig, options)!,
        _ => new PopplerEngine(options),
    };

    /// <summary>An engine this build does not have: each file says so.</summary>
    private sealed class AbsentEngine(string name, ReportFailure failure) : IPdfEngine
    {
        public string Name => name;

        public Outcome<PdfContent> Read(string path, CancellationToken cancellation) => failure;
    }
}
