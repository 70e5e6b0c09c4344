using System.Collections.Immutable;
using ReportMiner.Read.Pdf.Drawing;

namespace ReportMiner.Read.Pdf.Tables;

/// <summary>A grid of cells on a page; its column borders left to right. A grid of one cell is a box.</summary>
internal sealed record PageGrid(PageArea Area, int Rows, ImmutableArray<double> Borders, ImmutableArray<GridCell> Cells)
{
    public int Columns => Borders.Length - 1;

    /// <summary>At least two rows of two columns: less is a frame round text, not a table.</summary>
    public bool IsTable => Rows >= 2 && Columns >= 2 && Cells.Length >= 3;
}

/// <summary>A cell: its first row and column from 0, what it spans, its place, and whether it is coloured.</summary>
internal sealed record GridCell(int Row, int Column, int RowSpan, int ColumnSpan, PageArea Area, bool Shaded);
