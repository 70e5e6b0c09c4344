using ReportMiner.Documents;

namespace ReportMiner.Segment.Tables;

/// <summary>Tables whose grid the source draws; one that goes on over a page's end is one table.</summary>
internal static class RuledTables
{
    private const double SameEdge = 6;
    private const int MostHeadRows = 3;

    /// <summary>Whether a table at the next page's head goes on with the table at this page's foot.</summary>
    public static bool GoesOn(SourceTable before, SourceTable after) =>
        after.Box.Page == before.Box.Page + 1 && after.Columns == before.Columns &&
        Math.Abs(after.Box.X1 - after.Box.X0 - (before.Box.X1 - before.Box.X0)) <= SameEdge;

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
        var skip = table.Rows.Count == 0 ? 0 : RepeatedRows(table, source, lines);
        var offset = table.Rows.Count - skip;
        for (var r = skip; r < source.Rows; r++)
        {
            table.AddRow();
        }

        foreach (var line in lines)
        {
            var cell = source.Cells[line.CellIndex()];
            if (cell.Row < skip)
            {
                table.Repeated.Add(TableDraft.Whole(line));
            }
            else
            {
                table.Rows[offset + cell.Row][cell.Column].Add(TableDraft.Whole(line));
            }
        }

        foreach (var cell in source.Cells.Where(c => c.Row >= skip))
        {
            if (offset > 0 && cell.Row == skip && table.Rows[offset + cell.Row][cell.Column].Count == 0 &&
                table.Spans.FindIndex(s => s.Column == cell.Column && s.ColumnSpan == cell.ColumnSpan && s.Row + s.RowSpan == offset + skip) is var above and >= 0)
            {
                // A merged cell that the page's end cuts.
                table.Spans[above] = table.Spans[above] with { RowSpan = table.Spans[above].RowSpan + cell.RowSpan };
                continue;
            }

            if (cell.RowSpan * cell.ColumnSpan == 1)
            {
                continue;
            }

            table.Spans.Add(new CellSpan(offset + cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan));
        }

        table.HeaderRows ??= ShadedRows(source);
    }

    /// <summary>How many rows at the head repeat the head rows the table began with.</summary>
    private static int RepeatedRows(TableDraft table, SourceTable source, List<Line> lines)
    {
        var same = 0;
        for (var r = 0; r < Math.Min(table.HeaderRows ?? MostHeadRows, Math.Min(source.Rows - 1, table.Rows.Count)); r++)
        {
            for (var c = 0; c < table.Columns; c++)
            {
                var here = string.Concat(lines.Where(l => source.Cells[l.CellIndex()] is var cell && cell.Row == r && cell.Column == c).Select(l => l.Text));
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

    private static int CellIndex(this Line line) => line.Source.CellIndex;
}
