using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportMiner.Documents;
using ReportMiner.Read.Pdf.Drawing;

namespace ReportMiner.Read.Pdf;

/// <summary>What an engine found in a PDF file.</summary>
/// <param name="PageCount">Pages the file says it has; fewer may have been read.</param>
/// <param name="Fonts">The fonts that lack a Unicode map, with the pages that use them where that could be told.</param>
/// <param name="Bookmarks">The file's outline, in its order.</param>
/// <param name="Messages">The engine's own messages, in order.</param>
internal sealed record PdfContent(
    int PageCount,
    ImmutableArray<PdfPage> Pages,
    string? Title,
    ImmutableArray<UnmappedFont> Fonts,
    ImmutableArray<Bookmark> Bookmarks,
    ImmutableArray<string> Messages);

/// <summary>A page of runs; size in points.</summary>
internal sealed record PdfPage(int Number, double Width, double Height, ImmutableArray<PdfRun> Runs)
{
    /// <summary>What is drawn beside the text.</summary>
    public PageDrawing Drawing { get; init; } = PageDrawing.Empty;
}

/// <summary>A font as used: name, size in points, colour as <c>#rrggbb</c>.</summary>
internal sealed partial record PdfFont(string Name, double Size, string? Color)
{
    /// <summary>Whether a font's name says that it is bold.</summary>
    public static bool IsBold(string name) => BoldName().IsMatch(name);

    /// <summary>Whether a font's name is that of a symbol font: these go by their codes, which the symbol map knows.</summary>
    public static bool IsSymbols(string name) => SymbolName().IsMatch(name);

    /// <summary>Weights as type foundries write them into font names: in full, or short at the name's end.</summary>
    [GeneratedRegex("bold|heavy|black|-(?:Bd|Hv|Blk|XBd|EB|B)(?:Cn|It|Ob)?$|[a-z가-힣P](?:EB|BK)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BoldName();

    [GeneratedRegex(@"wingdings|webdings|dingbats|^([A-Z]{6}\+)?symbol", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SymbolName();
}

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
internal sealed record UnmappedFont(string Name, ImmutableArray<int> Pages)
{
    /// <summary>Whether the characters of a font without a map came through some other way, nearly all of them.</summary>
    public static bool CameThrough(string font, IEnumerable<PdfPage> pages)
    {
        int good = 0, bad = 0;
        foreach (var run in pages.SelectMany(p => p.Runs).Where(r => r.Font.Name == font))
        {
            foreach (var c in run.Text)
            {
                if (c is '\uFFFD' or (< ' ' and not '\t'))
                {
                    bad++;
                }
                else if (c is > ' ' and < '\u007F' or >= '가' and <= '힣' or >= '\u00A1' and <= '\u00FF' or >= '\u2000' and <= '\u33FF' or >= '一' and <= '鿿')
                {
                    good++;
                }
                else if (c != ' ')
                {
                    bad++;
                }
            }
        }

        return good > 9 * bad;
    }
}
