using ReportMiner.Documents;

namespace ReportMiner.Tag.Amounts;

/// <summary>
/// The unit each cell of one table inherits: its column's head, else its row's head, else the table's own (in the caption,
/// in a head cell, or in the block just before the table). Where the table states several, a column of rates takes the percent.
/// </summary>
internal sealed class TableUnits
{
    private readonly UnitHead?[] _columns;
    private readonly UnitHead?[] _rows;
    private readonly bool[] _rates;
    private readonly IReadOnlyList<UnitHead> _table;
    private readonly int _headerRows;

    public TableUnits(Table table, string? textBefore, UnitHeadReader reader)
    {
        _headerRows = Math.Max(1, table.HeaderRows);
        var width = table.Rows.Max(r => r.Length);
        _columns = new UnitHead?[width];
        _rates = new bool[width];
        _rows = new UnitHead?[table.Rows.Length];
        IReadOnlyList<UnitHead> stated = reader.Stated(table.Caption ?? "");
        if (stated.Count == 0)
        {
            stated = reader.Stated(textBefore ?? "");
        }

        for (var r = 0; r < table.Rows.Length; r++)
        {
            var row = table.Rows[r];
            if (r >= _headerRows)
            {
                _rows[r] = row.Length > 0 ? reader.OfHead(row[0]) : null;
                continue;
            }

            for (var c = 0; c < row.Length; c++)
            {
                // A head over several columns is each one's head; a head further down is nearer to its column.
                var span = table.Spans.FirstOrDefault(s => s.Row == r && s.Column == c) is { ColumnSpan: > 0 } merged ? merged.ColumnSpan : 1;
                for (var over = c; over < Math.Min(width, c + span); over++)
                {
                    _columns[over] = reader.OfHead(row[c]) ?? reader.OfCountColumn(row[c]) ?? _columns[over];
                    _rates[over] |= span == 1 && reader.IsRate(row[c]);
                }

                if (stated.Count == 0 && row[c].Contains("단위", StringComparison.Ordinal))
                {
                    stated = reader.Stated(row[c]);
                    _columns[c] = null;
                }
            }
        }

        _table = stated;
    }

    /// <summary>The unit of the bare numbers of a cell; null for heads and where none is stated.</summary>
    public UnitHead? Of(int row, int column)
    {
        if (row < _headerRows)
        {
            return null;
        }

        var percent = _table.FirstOrDefault(u => u.Kind == AmountKind.Percent);
        return (column < _columns.Length ? _columns[column] : null)
            ?? (column > 0 ? _rows[row] : null)
            ?? (column == 0 ? null : _rates[column] && percent is not null ? percent : _table.Count > 0 ? _table[0] : null);
    }
}
