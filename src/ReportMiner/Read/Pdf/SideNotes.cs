using System.Collections.Immutable;

namespace ReportMiner.Read.Pdf;

/// <summary>
/// Notes in the margin: small type that stands wholly beside everything printed in the body's size. They are read as
/// a whole behind the page, not line by line with the sentences they stand beside.
/// </summary>
internal static class SideNotes
{
    private const int FewestRows = 3;
    private const int FewestCharacters = 24;

    /// <summary>Rows of a body that can have notes beside it.</summary>
    private const int FewestBodyRows = 8;

    /// <summary>Notes are set smaller than this share of the body's size.</summary>
    private const double LargestNote = 0.92;

    public static (ImmutableArray<PdfFragment> Body, ImmutableArray<ImmutableArray<PdfFragment>> Notes) Of(ImmutableArray<PdfFragment> fragments)
    {
        if (fragments.Length < FewestBodyRows + FewestRows)
        {
            return (fragments, []);
        }

        var size = fragments.GroupBy(f => f.Run.Font.Size).MaxBy(g => g.Sum(f => f.Run.Text.Length))!.Key;
        var body = fragments.Where(f => f.Run.Font.Size >= LargestNote * size).ToList();
        if (Rows(body) < FewestBodyRows)
        {
            return (fragments, []);
        }

        double left = body.Min(f => f.X0), right = body.Max(f => f.X1);
        ImmutableArray<ImmutableArray<PdfFragment>> notes =
        [
            .. new[] { fragments.Where(f => f.X1 < left - (size / 2)), fragments.Where(f => f.X0 > right + (size / 2)) }
                .Select(n => n.ToImmutableArray())
                .Where(n => n.Sum(f => f.Run.Text.Length) >= FewestCharacters && Rows(n) >= FewestRows),
        ];
        var apart = notes.SelectMany(n => n).ToHashSet(ReferenceEqualityComparer.Instance);
        return apart.Count == 0 ? (fragments, notes) : ([.. fragments.Where(f => !apart.Contains(f))], notes);
    }

    private static int Rows(IEnumerable<PdfFragment> fragments)
    {
        var (rows, bottom) = (0, double.MinValue);
        foreach (var f in fragments.OrderBy(f => f.Run.Middle))
        {
            if (f.Run.Middle > bottom)
            {
                rows++;
                bottom = f.Run.Y1;
            }
        }

        return rows;
    }
}
