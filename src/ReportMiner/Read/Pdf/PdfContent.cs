using System.Collections.Immutable;
using ReportMiner.Read.Pdf.Drawing;

namespace ReportMiner.Read.Pdf;

/// <summary>What an engine found in a PDF file.</summary>
/// <param name="PageCount">Pages the file says it has; fewer may have been read.</param>
/// <param name="Fonts">The fonts that lack a Unicode map, with the pages that use them where that could be told.</param>
/// <param name="Messages">The engine's own messages, in order.</param>
internal sealed record PdfContent(
    int PageCount,
    ImmutableArray<PdfPage> Pages,
    string? Title,
    ImmutableArray<UnmappedFont> Fonts,
    ImmutableArray<string> Messages);

/// <summary>A page of runs; size in points.</summary>
internal sealed record PdfPage(int Number, double Width, double Height, ImmutableArray<PdfRun> Runs)
{
    /// <summary>What is drawn beside the text.</summary>
    public PageDrawing Drawing { get; init; } = PageDrawing.Empty;
}

/// <summary>A font as used: name, size in points, colour as <c>#rrggbb</c>.</summary>
internal sealed record PdfFont(string Name, double Size, string? Color);

/// <summary>Characters drawn in one go; places in points from the top left.</summary>
/// <param name="Turned">Whether the characters stand on their side, up or down the page.</param>
internal sealed record PdfRun(string Text, double X0, double Y0, double X1, double Y1, PdfFont Font, bool Bold, bool Turned = false)
{
    /// <summary>How sure its characters are: 1 for those of a text layer.</summary>
    public double Confidence { get; init; } = 1;

    public double Width => X1 - X0;

    public double Height => Y1 - Y0;

    public double Middle => (Y0 + Y1) / 2;
}

/// <summary>A font of the file that has no Unicode map.</summary>
/// <param name="Pages">Pages that use it; empty if not looked up.</param>
internal sealed record UnmappedFont(string Name, ImmutableArray<int> Pages);
