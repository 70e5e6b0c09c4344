using System.Collections.Immutable;

namespace ReportMiner.Read.Pdf;

/// <summary>
/// Parts two figures that stand side by side: two titles between the same signs (<c>| … |</c>, <c>&lt; … &gt;</c>,
/// <c>[ … ]</c>) alone on one line, and below them a strip that nothing crosses. A table's head has more cells than two, or
/// a first column that makes its halves unlike.
/// </summary>
internal static class FigurePairs
{
    private const int ShortestTitle = 5;
    private const int FewestRows = 2;

    /// <summary>Width of the blank strip between the figures, in ems of their titles.</summary>
    private const double NarrowestStrip = 0.5;

    /// <summary>How far from where it is expected the strip is looked for, in ems.</summary>
    private const double WidestSearch = 2.5;

    /// <summary>Blank space inside a figure, in heights of its title.</summary>
    private const double TallestBlank = 8;

    /// <summary>The region in the order of reading: what is above the pair, left figure, right figure, what is below.</summary>
    public static IEnumerable<ImmutableArray<PdfFragment>> Part(ImmutableArray<PdfFragment> region)
    {
        foreach (var (left, right) in Titles(region))
        {
            if (Cut(region, left, right) is not { } cut)
            {
                continue;
            }

            var top = Math.Min(left.Run.Y0, right.Run.Y0) - 1;
            var above = region.Where(f => f.Run.Middle < top).ToImmutableArray();
            var inside = region.Where(f => f.Run.Middle >= top && f.Run.Y1 <= cut.Bottom + 0.1).ToImmutableArray();
            var below = region.Where(f => f.Run.Middle >= top && f.Run.Y1 > cut.Bottom + 0.1).ToImmutableArray();
            if (!above.IsEmpty)
            {
                yield return above;
            }

            yield return [.. inside.Where(f => f.X1 <= cut.X)];
            yield return [.. inside.Where(f => f.X1 > cut.X)];
            foreach (var part in below.IsEmpty ? [] : Part(below))
            {
                yield return part;
            }

            yield break;
        }

        yield return region;
    }

    /// <summary>Pairs of titles that are alone on their line, from the top down.</summary>
    private static IEnumerable<(PdfFragment Left, PdfFragment Right)> Titles(ImmutableArray<PdfFragment> region)
    {
        var titles = region.Where(f => f.Run.Text.Length >= ShortestTitle && Closing(f.Run.Text[0]) is { } closing && f.Run.Text[^1] == closing).OrderBy(f => f.Run.Y0).ToList();
        foreach (var left in titles)
        {
            var right = titles.Find(t => t.X0 > left.X1 && t.Overlap(left) > 0.7 && t.Run.Text[0] == left.Run.Text[0] && Math.Abs(t.Run.Font.Size - left.Run.Font.Size) < 0.5);
            if (right is not null && region.All(f => f.Overlap(left) < 0.5 || IsPart(f, left) || IsPart(f, right)))
            {
                yield return (left, right);
            }
        }
    }

    /// <summary>Whether a run is the title or the sign of a note behind it.</summary>
    private static bool IsPart(PdfFragment f, PdfFragment title) => ReferenceEquals(f, title)
        || (f.Run.Text.Length < ShortestTitle && Math.Abs(f.X0 - title.X1) < title.Run.Font.Size);

    private static char? Closing(char opening) => opening switch
    {
        '|' => '|',
        '<' => '>',
        '〈' => '〉',
        '[' => ']',
        '【' => '】',
        _ => null,
    };

    /// <summary>Where the strip is, and down to where it reaches; null if the halves are no figures.</summary>
    private static (double X, double Bottom)? Cut(ImmutableArray<PdfFragment> region, PdfFragment left, PdfFragment right)
    {
        var em = left.Run.Font.Size;
        // Titles over the middle of their figures, or over their left edges.
        var middle = (left.X0 + left.X1 + right.X0 + right.X1) / 4;
        return Cut(region, left, Math.Max(left.X1, middle - (WidestSearch * em)), Math.Min(right.X0, middle + (WidestSearch * em)))
            ?? Cut(region, left, Math.Max(left.X1, right.X0 - (WidestSearch * em)), right.X0);
    }

    private static (double X, double Bottom)? Cut(ImmutableArray<PdfFragment> region, PdfFragment title, double from, double to)
    {
        var top = title.Run.Y0 - 1;
        List<(double From, double To)> free = [(from, to)];
        var rows = new List<PdfFragment>();
        var bottom = title.Run.Y1;
        foreach (var f in region.Where(f => f.Run.Middle >= top).OrderBy(f => f.Run.Y0))
        {
            var rest = Without(free, f.X0, f.X1, NarrowestStrip * title.Run.Font.Size);
            if (rest.Count == 0 || f.Run.Y0 - bottom > TallestBlank * title.Run.Height)
            {
                break;
            }

            free = rest;
            rows.Add(f);
            bottom = Math.Max(bottom, f.Run.Y1);
        }

        // The row that closes the strip may have begun before the run that closes it.
        rows.RemoveAll(f => region.Any(o => o.Run.Middle >= top && !rows.Contains(o) && o.Overlap(f) > 0.5));
        var strip = free.MaxBy(s => s.To - s.From);
        var x = (strip.From + strip.To) / 2;
        if (!AreAlike(rows, x))
        {
            return null;
        }

        // Both end on the same axis; what stands below it on one side only is text again.
        return (x, Math.Min(rows.Where(f => f.X1 <= x).Max(f => f.Run.Y1), rows.Where(f => f.X1 > x).Max(f => f.Run.Y1)) + (title.Run.Height / 2));
    }

    private static List<(double From, double To)> Without(List<(double From, double To)> free, double from, double to, double narrowest) =>
        [.. free.SelectMany(s => new[] { (s.From, To: Math.Min(s.To, from)), (From: Math.Max(s.From, to), s.To) }).Distinct().Where(s => s.Item2 - s.Item1 >= narrowest)];

    /// <summary>Figures side by side are about as wide as each other and have rows of their own.</summary>
    private static bool AreAlike(List<PdfFragment> rows, double x)
    {
        var (left, right) = (rows.Where(f => f.X1 <= x).ToList(), rows.Where(f => f.X1 > x).ToList());
        if (left.Count <= FewestRows || right.Count <= FewestRows)
        {
            return false;
        }

        double one = left.Max(f => f.X1) - left.Min(f => f.X0), other = right.Max(f => f.X1) - right.Min(f => f.X0);
        return one > 0.6 * other && other > 0.6 * one;
    }
}
