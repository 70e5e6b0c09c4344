using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Read.Pdf.Drawing;

namespace ReportMiner.Read.Pdf.Tables;

/// <summary>Puts the runs of a page into the cells of its grids.</summary>
internal static class TableFiller
{
    /// <summary>Of the runs in a table, no more than this share may be crossed by its lines: else it is a chart.</summary>
    private const double MostCrossed = 0.15;

    private const int FewestFilled = 3;

    /// <summary>How far from a border a run that stands over it may be cut at a space, in points.</summary>
    private const double CutReach = 12;

    /// <summary>A table and the runs of each of its cells.</summary>
    internal sealed record FilledTable(PageGrid Grid, ImmutableArray<ImmutableArray<PdfFragment>> Cells);

    /// <summary>Takes the tables' runs out of a page's; what is no table keeps its runs.</summary>
    public static (ImmutableArray<PdfFragment> Outside, ImmutableArray<FilledTable> Tables) Fill(ImmutableArray<PdfFragment> fragments, IEnumerable<PageGrid> grids)
    {
        var tables = ImmutableArray.CreateBuilder<FilledTable>();
        var rest = fragments;
        // Inner tables first: what stands in them is not the outer one's.
        foreach (var grid in grids.Where(g => g.IsTable).OrderBy(g => g.Area.Width * g.Area.Height))
        {
            var inside = rest.Where(f => Contains(grid.Area, f)).ToImmutableArray();
            if (Fill(grid, inside) is { } table)
            {
                tables.Add(table);
                rest = rest.RemoveRange(inside, ReferenceEqualityComparer.Instance);
            }
        }

        return (rest, [.. tables.OrderBy(t => t.Grid.Area.Y0).ThenBy(t => t.Grid.Area.X0)]);
    }

    private static FilledTable? Fill(PageGrid grid, ImmutableArray<PdfFragment> inside)
    {
        var cells = grid.Cells.Select(_ => ImmutableArray.CreateBuilder<PdfFragment>()).ToArray();
        int crossed = 0, pieces = 0;
        foreach (var piece in inside.SelectMany(f => Cut(f, grid)))
        {
            pieces++;
            var at = Cell(grid, piece);
            cells[at].Add(piece);
            var area = grid.Cells[at].Area;
            var outside = Math.Max(0, area.X0 - piece.X0) + Math.Max(0, piece.X1 - area.X1);
            crossed += outside > 0.3 * piece.Run.Width || piece.Run.Middle < area.Y0 || piece.Run.Middle > area.Y1 ||
                Math.Min(piece.Run.Y1, area.Y1) - Math.Max(piece.Run.Y0, area.Y0) < 0.6 * piece.Run.Height ? 1 : 0;
        }

        var filled = grid.Cells.Where((_, i) => cells[i].Count > 0).ToList();
        return filled.Count >= FewestFilled && filled.Select(c => c.Row).Distinct().Count() > 1 && filled.Select(c => c.Column).Distinct().Count() > 1 &&
            crossed <= MostCrossed * pieces && cells.Count(HasSeries) * 2 < filled.Count
            ? RowParter.Part(new FilledTable(grid, [.. cells.Select(c => c.ToImmutable())]))
            : null;
    }

    /// <summary>Several numbers side by side, apart from each other: the figures over a chart's bars or the years under them, not a cell.</summary>
    private static bool HasSeries(IEnumerable<PdfFragment> cell) =>
        cell.Where(f => f.Run.Text.All(c => char.IsAsciiDigit(c) || c is '.' or ',' or '%' or ' ')).GroupBy(f => Math.Round(f.Run.Y1), (_, row) => row.OrderBy(f => f.X0).ToList())
            .Any(row => row.Zip(row.Skip(1)).Any(p => p.Second.X0 - p.First.X1 > 0.6 * p.First.Run.Height));

    public static bool Contains(PageArea area, PdfFragment f) =>
        f.Run.Middle > area.Y0 && f.Run.Middle < area.Y1 && (f.X0 + f.X1) / 2 > area.X0 && (f.X0 + f.X1) / 2 < area.X1;

    private static int Cell(PageGrid grid, PdfFragment f)
    {
        var x = (f.X0 + f.X1) / 2;
        var best = 0;
        var least = double.MaxValue;
        for (var i = 0; i < grid.Cells.Length; i++)
        {
            var a = grid.Cells[i].Area;
            var distance = Math.Max(0, Math.Max(a.X0 - x, x - a.X1)) + Math.Max(0, Math.Max(a.Y0 - f.Run.Middle, f.Run.Middle - a.Y1));
            if (distance < least)
            {
                (best, least) = (i, distance);
            }
        }

        return best;
    }

    /// <summary>Poppler may draw the texts of two narrow cells as one run: it is cut at the space nearest to the border.</summary>
    private static IEnumerable<PdfFragment> Cut(PdfFragment fragment, PageGrid grid)
    {
        var rest = fragment;
        foreach (var border in grid.Cells.Where(c => c.Area.Y0 < fragment.Run.Middle && fragment.Run.Middle < c.Area.Y1).Select(c => c.Area.X1).Order())
        {
            if (border <= rest.X0 + 2 || border >= rest.X1 - 2)
            {
                continue;
            }

            var text = rest.Run.Text;
            var scale = rest.Run.Width / Math.Max(0.1, Ems.Of(text));
            var best = -1;
            var least = CutReach;
            for (var i = text.IndexOf(' ', StringComparison.Ordinal); i > 0; i = text.IndexOf(' ', i + 1))
            {
                var x = rest.X0 + (scale * (Ems.Of(text.AsSpan(0, i)) + 0.17));
                if (Math.Abs(x - border) < least)
                {
                    (best, least) = (i, Math.Abs(x - border));
                }
            }

            if (best > 0)
            {
                var end = rest.X0 + (scale * Ems.Of(text.AsSpan(0, best)));
                var left = text[..best].TrimEnd(' ');
                var right = text[best..].TrimStart(' ');
                yield return rest with { Run = rest.Run with { Text = left, X1 = Math.Min(end, border) }, SpaceAfter = true };
                rest = rest with { Run = rest.Run with { Text = right, X0 = Math.Max(border, rest.X1 - (scale * Ems.Of(right))) }, SpaceBefore = true };
            }
        }

        yield return rest;
    }
}
