using System.Collections.Immutable;

namespace ReportMiner.Read.Pdf;

/// <summary>
/// Text that belongs to no line of the page: turned text (axis labels, side tabs, vertical heads) and a page number
/// beside the text. Each piece becomes a region of its own behind the page's others, so that it is neither lost nor
/// mixed into a sentence or a table's row.
/// </summary>
internal static class SetApart
{
    /// <summary>Share of the page's width that is its outer margin.</summary>
    private const double Margin = 0.1;

    private const int LongestPageNumber = 4;

    public static (ImmutableArray<PdfFragment> Body, ImmutableArray<PdfFragment> Apart) Of(ImmutableArray<PdfFragment> fragments, double width)
    {
        var apart = fragments.Where(f => f.Run.Turned || IsMarginNumber(f, fragments, width)).ToImmutableArray();
        return apart.IsEmpty || apart.Length == fragments.Length ? (fragments, []) : (fragments.RemoveRange(apart), apart);
    }

    /// <summary>A bare number beside the text, in the outer margin, with nothing beyond it: not the last cell of a table, which has others above it.</summary>
    private static bool IsMarginNumber(PdfFragment f, ImmutableArray<PdfFragment> fragments, double width)
    {
        if (f.Run.Text.Length > LongestPageNumber || !f.Run.Text.All(char.IsAsciiDigit) || (f.X0 < (1 - Margin) * width && f.X1 > Margin * width))
        {
            return false;
        }

        var others = fragments.Where(o => !ReferenceEquals(o, f) && !o.Run.Turned);
        return f.X0 > width / 2 ? others.All(o => o.X1 < f.X0) : others.All(o => o.X0 > f.X1);
    }
}
