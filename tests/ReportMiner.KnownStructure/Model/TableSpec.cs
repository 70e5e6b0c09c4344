using System.Collections.Immutable;

namespace ReportMiner.KnownStructure.Model;

/// <summary>A cell where it starts.</summary>
internal sealed record Cell(string Text, int RowSpan = 1, int ColumnSpan = 1, bool Number = false);

/// <summary>A table with its caption, unit and source.</summary>
internal sealed record TableSpec(
    string Label,
    string Caption,
    string? Unit,
    string? Source,
    int HeaderRows,
    ImmutableArray<ImmutableArray<Cell>> Rows,
    ImmutableArray<int> Widths,
    bool Ruled = true,
    bool MaySplit = false) : Part
{
    /// <summary>The unit as printed above the table.</summary>
    public string? UnitLine => Unit is null ? null : $"(단위: {Unit})";

    /// <summary>The same with lines broken in the cells of its head, where there is a space.</summary>
    public TableSpec WithBrokenHeads() => this with
    {
        Rows = [.. Rows.Select((r, i) => i < HeaderRows ? [.. r.Select(c => c with { Text = c.Text.Replace(' ', '\n') })] : r)],
    };

    /// <summary>The full rectangle of texts, covered slots empty, and the merged cells.</summary>
    public (string[][] Grid, List<(int Row, int Column, Cell Cell)> Cells) Lay()
    {
        var width = Rows[0].Sum(c => c.ColumnSpan);
        var grid = Rows.Select(_ => Enumerable.Repeat("", width).ToArray()).ToArray();
        var taken = Rows.Select(_ => new bool[width]).ToArray();
        var cells = new List<(int, int, Cell)>();
        for (var row = 0; row < Rows.Length; row++)
        {
            var column = 0;
            foreach (var cell in Rows[row])
            {
                while (taken[row][column])
                {
                    column++;
                }

                grid[row][column] = cell.Text;
                cells.Add((row, column, cell));
                for (var r = row; r < row + cell.RowSpan; r++)
                {
                    Array.Fill(taken[r], true, column, cell.ColumnSpan);
                }

                column += cell.ColumnSpan;
            }
        }

        return (grid, cells);
    }
}
