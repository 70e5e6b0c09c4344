using System.Collections.Immutable;
using ReportMiner.Read.Pdf.Drawing;

namespace ReportMiner.Read.Pdf.Tables;

/// <summary>
/// Finds the grids that a page's ruled lines and the edges of its coloured areas make: lines that meet belong together;
/// between two neighbouring slots of the grid stands a cell border where a line covers it, else the slots are one
/// merged cell. (The "lattice" method of table recognition, as in Camelot and Tabula.)
/// </summary>
internal static class GridFinder
{
    /// <summary>Lines this near meet; borders this near are one (a double line).</summary>
    private const double Touch = 2.5;
    private const double SameBorder = 4;

    /// <summary>A border counts as drawn where lines cover this share of it.</summary>
    private const double Covered = 0.6;

    private const double LeastArea = 8;
    private const int MostLines = 4000;
    private const int MostBorders = 150;

    public static ImmutableArray<PageGrid> Find(PageDrawing drawing, double pageWidth, double pageHeight)
    {
        var lines = drawing.Lines.Concat(drawing.Areas.Where(a => a.Width >= LeastArea && a.Height >= LeastArea && a.Width < 0.97 * pageWidth).SelectMany(Edges))
            .Where(l => l.Length >= LeastArea).ToList();
        if (lines.Count is < 4 or > MostLines)
        {
            return [];
        }

        return [.. Components(lines).Select(c => Grid(c, drawing.Areas)).OfType<PageGrid>().Where(g => g.Area.Height < 0.97 * pageHeight || g.IsTable)];
    }

    private static IEnumerable<RuledLine> Edges(PageArea a) =>
    [
        new(false, a.Y0, a.X0, a.X1), new(false, a.Y1, a.X0, a.X1), new(true, a.X0, a.Y0, a.Y1), new(true, a.X1, a.Y0, a.Y1),
    ];

    private static IEnumerable<List<RuledLine>> Components(List<RuledLine> lines)
    {
        var parent = Enumerable.Range(0, lines.Count).ToArray();
        int Root(int i)
        {
            while (parent[i] != i)
            {
                i = parent[i] = parent[parent[i]];
            }

            return i;
        }

        var level = Enumerable.Range(0, lines.Count).Where(i => !lines[i].Upright).OrderBy(i => lines[i].At).ToArray();
        var heights = level.Select(i => lines[i].At).ToArray();
        for (var v = 0; v < lines.Count; v++)
        {
            if (!lines[v].Upright)
            {
                continue;
            }

            var from = Array.BinarySearch(heights, lines[v].From - Touch);
            for (var k = from < 0 ? ~from : from; k < level.Length && heights[k] <= lines[v].To + Touch; k++)
            {
                var h = lines[level[k]];
                if (lines[v].At >= h.From - Touch && lines[v].At <= h.To + Touch)
                {
                    parent[Root(v)] = Root(level[k]);
                }
            }
        }

        return lines.Select((l, i) => (Line: l, Root: Root(i))).GroupBy(e => e.Root).OrderBy(g => g.Key)
            .Select(g => g.Select(e => e.Line).ToList()).Where(g => g.Count >= 4);
    }

    private static PageGrid? Grid(List<RuledLine> lines, ImmutableArray<PageArea> areas)
    {
        var level = lines.Where(l => !l.Upright).ToList();
        var upright = lines.Where(l => l.Upright).ToList();
        // Tables are often open at the sides: the level lines then reach beyond the outermost upright ones.
        var ys = Borders(level.Select(l => l.At), upright.Min(l => l.From), upright.Max(l => l.To));
        var xs = Borders(upright.Select(l => l.At), level.Min(l => l.From), level.Max(l => l.To));
        int rows = ys.Length - 1, columns = xs.Length - 1;
        if (rows < 1 || columns < 1 || rows > MostBorders || columns > MostBorders)
        {
            return null;
        }

        var slots = new int[rows, columns];
        for (var i = 0; i < rows * columns; i++)
        {
            slots[i / columns, i % columns] = i;
        }

        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                if (c + 1 < columns && !IsDrawn(upright, xs[c + 1], ys[r], ys[r + 1]))
                {
                    Merge(slots, slots[r, c], slots[r, c + 1]);
                }

                if (r + 1 < rows && !IsDrawn(level, ys[r + 1], xs[c], xs[c + 1]))
                {
                    Merge(slots, slots[r, c], slots[r + 1, c]);
                }
            }
        }

        var rectangles = Rectangles(slots).ToList();
        // A border that no cell begins or ends at was a stray line.
        int[] rowStarts = [.. rectangles.SelectMany(b => new[] { b.Row, b.Row + b.RowSpan }).Distinct().Order()];
        int[] columnStarts = [.. rectangles.SelectMany(b => new[] { b.Column, b.Column + b.ColumnSpan }).Distinct().Order()];
        var cells = rectangles.Select(b =>
        {
            var area = new PageArea(xs[b.Column], ys[b.Row], xs[b.Column + b.ColumnSpan], ys[b.Row + b.RowSpan]);
            int row = Array.IndexOf(rowStarts, b.Row), column = Array.IndexOf(columnStarts, b.Column);
            return new GridCell(row, column, Array.IndexOf(rowStarts, b.Row + b.RowSpan) - row, Array.IndexOf(columnStarts, b.Column + b.ColumnSpan) - column, area, IsShaded(area, areas));
        }).ToImmutableArray();
        return new PageGrid(new PageArea(xs[0], ys[0], xs[^1], ys[^1]), rowStarts.Length - 1, [.. columnStarts.Select(c => xs[c])], cells);
    }

    private static double[] Borders(IEnumerable<double> places, double from, double to)
    {
        var borders = new List<double>();
        double sum = 0;
        var count = 0;
        foreach (var place in places.Append(from).Append(to).Order())
        {
            if (count > 0 && place - (sum / count) > SameBorder)
            {
                borders.Add(sum / count);
                (sum, count) = (0, 0);
            }

            sum += place;
            count++;
        }

        borders.Add(sum / count);
        return [.. borders];
    }

    private static bool IsDrawn(List<RuledLine> lines, double at, double from, double to)
    {
        var covered = 0.0;
        var reached = from;
        foreach (var line in lines.Where(l => Math.Abs(l.At - at) <= SameBorder).OrderBy(l => l.From))
        {
            var start = Math.Max(line.From, reached);
            var end = Math.Min(line.To, to);
            if (end > start)
            {
                covered += end - start;
                reached = end;
            }
        }

        return covered >= Covered * (to - from);
    }

    private static void Merge(int[,] slots, int a, int b)
    {
        if (a == b)
        {
            return;
        }

        var (keep, drop) = (Math.Min(a, b), Math.Max(a, b));
        for (var r = 0; r < slots.GetLength(0); r++)
        {
            for (var c = 0; c < slots.GetLength(1); c++)
            {
                if (slots[r, c] == drop)
                {
                    slots[r, c] = keep;
                }
            }
        }
    }

    /// <summary>The cells as rectangles: slots that merged to another shape take the rest of their rectangle in.</summary>
    private static IEnumerable<(int Row, int Column, int RowSpan, int ColumnSpan)> Rectangles(int[,] slots)
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var (id, box) in Bounds(slots))
            {
                for (var r = box.Row; r <= box.LastRow; r++)
                {
                    for (var c = box.Column; c <= box.LastColumn; c++)
                    {
                        if (slots[r, c] != id && !changed)
                        {
                            Merge(slots, slots[r, c], id);
                            changed = true;
                        }
                    }
                }

                if (changed)
                {
                    break;
                }
            }
        }

        return Bounds(slots).OrderBy(b => b.Key).Select(b => (b.Value.Row, b.Value.Column, b.Value.LastRow - b.Value.Row + 1, b.Value.LastColumn - b.Value.Column + 1));
    }

    private static Dictionary<int, (int Row, int Column, int LastRow, int LastColumn)> Bounds(int[,] slots)
    {
        var bounds = new Dictionary<int, (int Row, int Column, int LastRow, int LastColumn)>();
        for (var r = 0; r < slots.GetLength(0); r++)
        {
            for (var c = 0; c < slots.GetLength(1); c++)
            {
                bounds[slots[r, c]] = bounds.TryGetValue(slots[r, c], out var b)
                    ? (Math.Min(b.Row, r), Math.Min(b.Column, c), Math.Max(b.LastRow, r), Math.Max(b.LastColumn, c))
                    : (r, c, r, c);
            }
        }

        return bounds;
    }

    private static bool IsShaded(PageArea cell, ImmutableArray<PageArea> areas) => areas.Any(a =>
        (Math.Min(a.X1, cell.X1) - Math.Max(a.X0, cell.X0)) > 0.8 * cell.Width && Math.Min(a.Y1, cell.Y1) - Math.Max(a.Y0, cell.Y0) > 0.8 * cell.Height);
}
