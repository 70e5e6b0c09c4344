using ReportMiner.Documents;

namespace ReportMiner.Segment.Tables;

/// <summary>
/// Tables without a drawn grid: columns are where the texts of the rows leave gaps one above the other, rows are lines,
/// save for lines that only go on with a cell of the row above.
/// </summary>
internal static class AlignedTables
{
    /// <summary>So many of the rows may have a text across a gap between columns (heads over several).</summary>
    private const double MostAcross = 0.25;

    private const double LeastGap = 2;

    /// <summary>A gap within a row wider than this many ems may part two columns.</summary>
    private const double WideGap = 0.6;

    /// <summary>Rows are parted by more than lines of one cell are, by this factor.</summary>
    private const double RowGap = 1.3;

    private readonly record struct Placed(TableDraft.Piece Piece, double X0, double X1);

    /// <summary>Whether a row on a later page prints the head row again.</summary>
    public static bool IsHead(Line head, Line row) => row.Source.Page > head.Source.Page && Bare(row) == Bare(head);

    public static TableDraft Build(List<Line> lines)
    {
        var repeated = lines.Where(l => l.Source.Box is not null && IsHead(lines[0], l)).ToList();
        lines = [.. lines.Except(repeated)];
        var rows = lines.Select(Pieces).ToList();
        if (lines[0].Source.Box is null)
        {
            return Listed(rows);
        }

        var gaps = Shared(Gaps(rows), rows);
        var table = new TableDraft(gaps.Count + 1);
        table.Repeated.AddRange(repeated.Select(TableDraft.Whole));
        var starts = RowStarts(lines, rows, gaps);
        var at = -1;
        for (var i = 0; i < rows.Count; i++)
        {
            if (at < 0 || starts[i])
            {
                at = table.AddRow();
            }

            // A text for each column is in its column, however it is set over it.
            var whole = rows[i].Count == table.Columns;
            for (var p = 0; p < rows[i].Count; p++)
            {
                var placed = rows[i][p];
                var (first, last) = whole ? (p, p) : Columns(placed, gaps);
                table.Rows[at][first].Add(placed.Piece);
                if (last > first && starts[i] && !table.Spans.Exists(s => s.Row == at && s.Column <= last && first < s.Column + s.ColumnSpan))
                {
                    table.Spans.Add(new CellSpan(at, first, 1, last - first + 1));
                }
            }
        }

        table.Spans.RemoveAll(s => Enumerable.Range(s.Column + 1, s.ColumnSpan - 1).Any(c => table.Rows[s.Row][c].Count > 0));
        return table;
    }

    private static string Bare(Line line) => line.Text.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>The rows of a text or markup table: cell by cell as the source has them.</summary>
    private static TableDraft Listed(List<List<Placed>> rows)
    {
        var table = new TableDraft(rows.Max(r => r.Count));
        foreach (var row in rows)
        {
            var at = table.AddRow();
            for (var c = 0; c < row.Count; c++)
            {
                table.Rows[at][c].Add(row[c].Piece);
            }
        }

        return table;
    }

    private static List<Placed> Pieces(Line line)
    {
        if (!line.Source.Cells.IsEmpty)
        {
            return [.. line.Source.Cells.Select(c => new Placed(new TableDraft.Piece(line, line.OffsetOf(c.Start), line.OffsetOf(c.End)), 0, 0))];
        }

        var pieces = new List<Placed>();
        var text = line.Source.Text;
        var start = 0;
        foreach (var end in Ends(line.Source))
        {
            if (text.AsSpan(start, end - start).Trim().Length > 0)
            {
                var box = line.Source.BoxOf(start, end);
                pieces.Add(new Placed(new TableDraft.Piece(line, line.OffsetOf(start), line.OffsetOf(end)), box?.X0 ?? 0, box?.X1 ?? 0));
            }

            start = end;
        }

        return pieces;
    }

    /// <summary>Where the texts of a row end: at tabs, and at gaps that are wide for a space, since narrow columns stand close. A false one does no harm: columns are told by many rows.</summary>
    private static IEnumerable<int> Ends(SourceLine line)
    {
        var runs = line.Runs.Where(r => r.Box is not null).OrderBy(r => r.Start).ToList();
        for (var i = 1; i < runs.Count; i++)
        {
            var gap = runs[i].Box!.X0 - runs[i - 1].Box!.X1;
            if (gap > WideGap * line.FontSize || line.Text.AsSpan(runs[i - 1].End, runs[i].Start - runs[i - 1].End).Contains('\t'))
            {
                yield return runs[i].Start;
            }
        }

        yield return line.Text.Length;
    }

    /// <summary>The middles of the gaps between columns, left to right.</summary>
    private static List<double> Gaps(List<List<Placed>> rows)
    {
        var parted = rows.Where(r => r.Count > 1).ToList();
        var edges = parted.SelectMany(r => r).SelectMany(p => new[] { p.X0, p.X1 }).Distinct().Order().ToList();
        var gaps = new List<double>();
        var most = (int)(MostAcross * parted.Count);
        int? least = null;
        double from = 0, to = 0;
        void Close()
        {
            if (least is not null && to - from >= LeastGap)
            {
                gaps.Add((from + to) / 2);
            }

            least = null;
        }

        for (var i = 0; i + 1 < edges.Count; i++)
        {
            var x = (edges[i] + edges[i + 1]) / 2;
            var across = parted.Count(r => r.Exists(p => p.X0 < x && p.X1 > x));
            // A gap has texts on both its sides in some row, in which nothing stands across it.
            if (across > most || !parted.Exists(r => r.Exists(p => p.X1 <= x) && r.Exists(p => p.X0 >= x) && r.TrueForAll(p => p.X1 <= x || p.X0 >= x)))
            {
                Close();
            }
            else if (least is null || across < least)
            {
                (least, from, to) = (across, edges[i], edges[i + 1]);
            }
            else if (across == least && Math.Abs(edges[i] - to) < 0.01)
            {
                to = edges[i + 1];
            }
        }

        Close();
        return gaps;
    }

    /// <summary>Two neighbouring columns that no row fills both of are one: a head set over the middle of its column, figures to the right.</summary>
    private static List<double> Shared(List<double> gaps, List<List<Placed>> rows)
    {
        for (var g = 0; g < gaps.Count && gaps.Count > 1;)
        {
            var both = rows.Exists(r => r.Exists(p => Columns(p, gaps).First == g) && r.Exists(p => Columns(p, gaps).First == g + 1));
            if (both)
            {
                g++;
            }
            else
            {
                gaps.RemoveAt(g);
            }
        }

        return gaps;
    }

    private static (int First, int Last) Columns(Placed placed, List<double> gaps)
    {
        int first = 0, last = 0;
        foreach (var gap in gaps)
        {
            first += placed.X0 + LeastGap >= gap ? 1 : 0;
            last += placed.X1 - LeastGap > gap ? 1 : 0;
        }

        return (first, Math.Max(first, last));
    }

    private static bool[] RowStarts(List<Line> lines, List<List<Placed>> rows, List<double> gaps)
    {
        var starts = new bool[lines.Count];
        var steps = Enumerable.Range(1, Math.Max(0, lines.Count - 1)).Select(i => Step(lines[i - 1], lines[i])).Where(s => s > 0).Order().ToList();
        var usual = steps.Count == 0 ? 0 : steps[0];
        var spread = steps.Count > 2 && steps[^1] > RowGap * usual && steps.Count(s => s > RowGap * usual) * 4 >= steps.Count;
        for (var i = 0; i < lines.Count; i++)
        {
            var goesOn = i > 0 && rows[i].Count < gaps.Count + 1 && lines[i].Source.Page == lines[i - 1].Source.Page &&
                (spread ? Step(lines[i - 1], lines[i]) <= RowGap * usual : rows[i].Count == 1 && Columns(rows[i][0], gaps).First > 0 && rows[i][0].Piece.Text.Any(char.IsLetter));
            starts[i] = !goesOn;
        }

        return starts;
    }

    private static double Step(Line before, Line after) => after.Source.Box!.Y0 - before.Source.Box!.Y0;
}
