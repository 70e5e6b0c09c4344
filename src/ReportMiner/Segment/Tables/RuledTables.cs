using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Segment.Tables;

/// <summary>Tables whose grid the source draws; one that goes on over a page's end is one table.</summary>
internal static class RuledTables
{
    private const double SameEdge = 6;
    private const int MostHeadRows = 3;

    /// <summary>
    /// Whether a table at the next page's head goes on with the table at this page's foot: as wide, and every border
    /// between its columns is one of that table's too (where all its rows merge two columns, it shows one border less).
    /// </summary>
    public static bool GoesOn(SourceTable before, SourceTable after)
    {
        var shift = after.Borders[0] - before.Borders[0];
        return after.Box?.Page == before.Box?.Page + 1 && after.Borders.All(b => IndexOf(before.Borders, b - shift) >= 0) &&
            Math.Abs(after.Borders[^1] - shift - before.Borders[^1]) <= SameEdge;
    }

    public static TableDraft Build(List<Line> lines)
    {
        var parts = lines.GroupBy(l => l.Source.Table!, ReferenceEqualityComparer.Instance).Select(g => g.ToList()).ToList();
        var table = new TableDraft(parts[0][0].Source.Table!.Columns);
        foreach (var part in parts)
        {
            Add(table, part[0].Source.Table!, part);
        }

        return table;
    }

    private static void Add(TableDraft table, SourceTable source, List<Line> lines)
    {
        var first = table.Rows.Count == 0;
        if (first)
        {
            table.Borders = source.Borders;
        }

        // Which of the table's columns each of this part's borders is.
        var columns = first ? [.. Enumerable.Range(0, source.Borders.Length)] : source.Borders.Select(b => IndexOf(table.Borders, b - source.Borders[0] + table.Borders[0])).ToArray();
        var skip = first ? 0 : RepeatedRows(table, source, lines, columns);
        var offset = table.Rows.Count - skip;
        for (var r = skip; r < source.Rows; r++)
        {
            table.AddRow();
        }

        foreach (var line in lines)
        {
            var cell = source.Cells[line.Source.CellIndex];
            if (cell.Row < skip)
            {
                table.Repeated.Add(TableDraft.Whole(line));
            }
            else
            {
                table.Rows[offset + cell.Row][columns[cell.Column]].Add(TableDraft.Whole(line));
            }
        }

        foreach (var cell in source.Cells.Where(c => c.Row >= skip))
        {
            var (row, column) = (offset + cell.Row, columns[cell.Column]);
            var span = columns[cell.Column + cell.ColumnSpan] - column;
            if (!first && cell.Row == skip && table.Rows[row][column].Count == 0 && Reopens(table, row, column, span))
            {
                // A merged cell that the page's end cuts.
                var above = table.Spans.FindIndex(s => s.Column == column && s.Row + s.RowSpan == row);
                table.Spans[above] = table.Spans[above] with { RowSpan = table.Spans[above].RowSpan + cell.RowSpan };
            }
            else if (cell.RowSpan * span > 1)
            {
                table.Spans.Add(new CellSpan(row, column, cell.RowSpan, span));
            }
        }

        table.HeaderRows ??= ShadedRows(source);
    }

    /// <summary>Whether an empty cell under the table so far goes on with the cell above it: a merged one, or a row's label.</summary>
    private static bool Reopens(TableDraft table, int row, int column, int span)
    {
        if (table.Spans.Exists(s => s.Column == column && s.ColumnSpan == span && s.Row + s.RowSpan == row))
        {
            return true;
        }

        if (column > 0 || span > 1 || table.Rows[row - 1][0].Count == 0 || table.Rows[row].Skip(1).All(c => c.Count == 0))
        {
            return false;
        }

        table.Spans.Add(new CellSpan(row - 1, 0, 1, 1));
        return true;
    }

    private static int IndexOf(ImmutableArray<double> borders, double at)
    {
        for (var i = 0; i < borders.Length; i++)
        {
            if (Math.Abs(borders[i] - at) <= SameEdge)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>How many rows at the head repeat the head rows the table began with.</summary>
    private static int RepeatedRows(TableDraft table, SourceTable source, List<Line> lines, int[] columns)
    {
        var same = 0;
        for (var r = 0; r < Math.Min(table.HeaderRows ?? MostHeadRows, Math.Min(source.Rows - 1, table.Rows.Count)); r++)
        {
            for (var c = 0; c < table.Columns; c++)
            {
                var here = string.Concat(lines.Where(l => source.Cells[l.Source.CellIndex] is var cell && cell.Row == r && columns[cell.Column] == c).Select(l => l.Text));
                if (here != string.Concat(table.Rows[r][c].Select(p => p.Text)))
                {
                    return same;
                }
            }

            same++;
        }

        return same;
    }

    /// <summary>The coloured rows at the head, where others are not coloured; null where colour does not tell.</summary>
    private static int? ShadedRows(SourceTable source)
    {
        var shaded = 0;
        while (shaded < source.Rows && source.Cells.Where(c => c.Row == shaded).ToList() is var row && (row.Count == 0 || row.TrueForAll(c => c.Shaded)))
        {
            shaded++;
        }

        return shaded == 0 || shaded == source.Rows ? null : shaded;
    }
}
