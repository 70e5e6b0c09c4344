using System.Collections.Immutable;

namespace ReportMiner.Read.Pdf;

/// <summary>
/// Parts a page into regions in reading order. A page is one region unless a gutter parts prose on its left from
/// prose on its right; then each column is a region, and runs that cross the gutter stand between the bands of columns
/// (an XY cut limited to the cuts that prose needs: tables must stay whole).
/// </summary>
internal static class ReadingOrder
{
    private const int DeepestCut = 3;
    private const double GridStep = 3;
    private const double NarrowestGutter = 8;
    private const double NarrowestColumn = 0.25;
    private const int FewestLines = 4;
    private const int FewestPaced = 8;
    private const double SharedLines = 0.7;
    private const int FewestEven = 3;
    private const double Beside = 2.5;
    private const double Alike = 0.006;
    private const double SmallPrint = 0.9;
    private const double MostOver = 0.3;
    private const int LongestPageNumber = 8;

    /// <summary>A line of prose fills this share of its column.</summary>
    private const double FullLine = 0.65;

    public static ImmutableArray<ImmutableArray<PdfFragment>> Regions(ImmutableArray<PdfFragment> fragments, double width, double height)
    {
        var regions = ImmutableArray.CreateBuilder<ImmutableArray<PdfFragment>>();
        var spread = width > 1.15 * height;
        var (body, apart) = SetApart.Of(fragments, width);
        var (page, notes) = spread ? (body, []) : SideNotes.Of(body);
        Part(StackedText.Join(page), spread, 0, regions);
        regions.AddRange(notes);
        regions.AddRange(apart.Select(f => ImmutableArray.Create(f)));
        return regions.ToImmutable();
    }

    private static void Part(ImmutableArray<PdfFragment> fragments, bool spread, int depth, ImmutableArray<ImmutableArray<PdfFragment>>.Builder regions)
    {
        if (depth == DeepestCut || fragments.Length < 2 * FewestEven || Gutter(fragments, spread) is not { } gutter)
        {
            regions.AddRange(FigurePairs.Part(fragments));
            return;
        }

        if (NotesOver(fragments, gutter) is { IsEmpty: false } notes && notes.Length < fragments.Length)
        {
            Part(fragments.RemoveRange(notes, ReferenceEqualityComparer.Instance), spread, depth, regions);
            regions.Add(notes);
            return;
        }

        var crossing = fragments.Where(f => Crosses(f, gutter)).ToList();
        var full = fragments.Where(f => crossing.Any(c => ReferenceEquals(c, f) || c.Overlap(f) > 0.5)).ToHashSet(ReferenceEqualityComparer.Instance);
        var edges = crossing.Select(c => c.Run.Middle).Order().ToArray();
        var plain = ImmutableArray.CreateBuilder<PdfFragment>();
        foreach (var band in fragments.GroupBy(f => Band(edges, f)).OrderBy(b => b.Key))
        {
            var columns = band.Where(f => !full.Contains(f)).ToImmutableArray();
            if (!IsPair(columns, gutter, spread, crossing.Count))
            {
                plain.AddRange(band);
                continue;
            }

            plain.AddRange(band.Where(full.Contains));
            Flush();
            Part([.. columns.Where(f => f.X1 <= gutter + 1)], false, depth + 1, regions);
            Part([.. columns.Where(f => f.X1 > gutter + 1)], false, depth + 1, regions);
        }

        Flush();

        void Flush()
        {
            if (plain.Count > 0)
            {
                regions.AddRange(FigurePairs.Part(plain.ToImmutable()));
                plain.Clear();
            }
        }
    }

    /// <summary>The small print at the foot of the page, where it runs over the gutter: notes across the columns, some of whose lines may be short.</summary>
    private static ImmutableArray<PdfFragment> NotesOver(ImmutableArray<PdfFragment> fragments, double gutter)
    {
        var body = PdfFragment.BodySize(fragments);
        bool IsSmall(PdfFragment f) => f.Run.Font.Size > 0 && f.Run.Font.Size < SmallPrint * body;
        // A page number may stand below.
        var foot = fragments.Where(f => !IsSmall(f) && f.Run.Text.Length > LongestPageNumber).Select(f => f.Run.Y1).DefaultIfEmpty(0).Max();
        var notes = fragments.Where(f => f.Run.Middle > foot).ToImmutableArray();
        return notes.Where(f => Crosses(f, gutter)).Sum(f => f.Run.Text.Length) > MostOver * notes.Sum(f => f.Run.Text.Length) ? notes : [];
    }

    /// <summary>The gutter with the most characters in columns on both sides, or null.</summary>
    private static double? Gutter(ImmutableArray<PdfFragment> fragments, bool spread)
    {
        double left = fragments.Min(f => f.X0), right = fragments.Max(f => f.X1), extent = right - left;
        double? best = null;
        double widest = 0;
        var most = 0;
        var before = (-1, -1);
        foreach (var gutter in Candidates(fragments, left + (0.3 * extent), left + (0.7 * extent)))
        {
            // As long as no run begins or ends between them, gutters part alike; only a fold must also be near the middle.
            var parted = (fragments.Count(f => f.X1 <= gutter + 1), fragments.Count(f => f.X0 < gutter - 1));
            if (parted == before && !spread)
            {
                continue;
            }

            before = parted;
            var edges = fragments.Where(f => Crosses(f, gutter)).Select(f => f.Run.Middle).Order().ToArray();
            var pairs = fragments.Where(f => !Crosses(f, gutter)).GroupBy(f => Band(edges, f))
                .Select(b => b.ToImmutableArray())
                .Where(b => IsPair(b, gutter, spread, edges.Length)).ToList();
            var characters = pairs.Sum(b => b.Sum(f => f.Run.Text.Length));
            var gap = characters < (1 - Alike) * most || pairs.Count == 0 ? 0 : pairs.Min(b => b.Where(f => f.X1 > gutter + 1).Min(f => f.X0) - b.Where(f => f.X1 <= gutter + 1).Max(f => f.X1));
            // Of two gutters that part about as much the wider: numbers of notes stand apart from their texts.
            if (characters > (1 + Alike) * most || (gap > widest && characters > 0))
            {
                (best, most, widest) = (gutter, Math.Max(most, characters), gap);
            }
        }

        return best;
    }

    /// <summary>
    /// Places where a gutter may run: not many more runs cross it than cross the clearest one. Weighing a place costs
    /// much more than counting what crosses it.
    /// </summary>
    private static IEnumerable<double> Candidates(ImmutableArray<PdfFragment> fragments, double from, double to)
    {
        var crossing = new int[Math.Max(1, (int)((to - from) / GridStep) + 1)];
        foreach (var fragment in fragments)
        {
            // A gap between words is no gutter: a run takes some of the white beside it.
            var first = Math.Max(0, (int)Math.Floor((fragment.X0 - Beside - from) / GridStep) + 1);
            var last = Math.Min(crossing.Length - 1, (int)Math.Ceiling((fragment.X1 + Beside - from) / GridStep) - 1);
            for (var i = first; i <= last; i++)
            {
                crossing[i]++;
            }
        }

        var least = crossing.Min();
        for (var i = 0; i < crossing.Length; i++)
        {
            if (crossing[i] * 2 <= fragments.Length && crossing[i] <= (1.5 * least) + 4)
            {
                yield return from + (i * GridStep);
            }
        }
    }

    private static bool Crosses(PdfFragment fragment, double x) => fragment.X0 < x - 1 && fragment.X1 > x + 1;

    private static int Band(double[] edges, PdfFragment fragment)
    {
        var at = Array.BinarySearch(edges, fragment.Run.Middle);
        return at < 0 ? ~at : at;
    }

    private static bool IsPair(ImmutableArray<PdfFragment> band, double gutter, bool spread, int crossing)
    {
        var left = band.Where(f => f.X1 <= gutter + 1).ToList();
        var right = band.Where(f => f.X1 > gutter + 1).ToList();
        if (left.Count < FewestEven || right.Count < FewestEven)
        {
            return false;
        }

        double x0 = left.Min(f => f.X0), x1 = left.Max(f => f.X1), x2 = right.Min(f => f.X0), x3 = right.Max(f => f.X1);
        if (x2 - x1 < NarrowestGutter || Math.Min(x1 - x0, x3 - x2) < NarrowestColumn * (x3 - x0))
        {
            return false;
        }

        // Two pages on one sheet: nothing crosses the fold, whatever stands on either side.
        var fold = spread && crossing <= 2 && x2 - x1 >= 20 && Math.Abs(gutter - ((x0 + x3) / 2)) < 0.1 * (x3 - x0);
        // Columns of one width are set for prose: few full lines tell.
        var even = Math.Abs(x1 - x0 - (x3 - x2)) < 0.06 * (x3 - x0);
        var fewest = even ? FewestEven - 1 : FewestLines;
        return fold || (IsProse(left, x1 - x0, fewest) && IsProse(right, x3 - x2, fewest)) || !ShareLines(left, right);
    }

    /// <summary>Whether most lines of two columns stand on one base line, as the cells of a row do: lists side by side run each at their own pace.</summary>
    private static bool ShareLines(List<PdfFragment> left, List<PdfFragment> right)
    {
        var a = left.Select(f => Math.Round(f.Run.Y1)).Distinct().ToList();
        var b = right.Select(f => Math.Round(f.Run.Y1)).Distinct().ToList();
        var (few, many) = a.Count < b.Count ? (a, b) : (b, a);
        return few.Count < FewestPaced || few.Count(y => many.Exists(o => Math.Abs(o - y) <= 1.5)) >= SharedLines * few.Count;
    }

    private static bool IsProse(List<PdfFragment> column, double width, int fewest)
    {
        int lines = 0, full = 0;
        double middle = double.MinValue, covered = 0;
        // The number before a note or an item makes no line.
        foreach (var fragment in column.Where(f => f.Run.Text.Length > 3 || !f.Run.Text.All(char.IsAsciiDigit)).OrderBy(f => f.Run.Middle))
        {
            if (fragment.Run.Middle - middle > 0.5 * fragment.Run.Height)
            {
                lines++;
                covered = 0;
                middle = fragment.Run.Middle;
            }

            var before = covered;
            covered += fragment.Run.Width;
            if (before < FullLine * width && covered >= FullLine * width)
            {
                full++;
            }
        }

        return full >= fewest && full * 2 >= lines;
    }
}
