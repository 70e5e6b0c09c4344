using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using ReportMiner.Documents;

namespace ReportMiner.Review.Excel;

/// <summary>Writes cells. Texts stand in the cells themselves, where no spreadsheet takes them for formulas.</summary>
internal static class SheetCells
{
    private const double LineHeight = 15;
    private const int MostLines = 12;

    // The width of a column is told in digits, of which so many are as wide as a hangul.
    private const double DigitsPerEm = 1.9;

    /// <summary>How many lines a text has in a column of a width.</summary>
    public static int Lines(string text, double width) =>
        text.Length == 0 ? 1 : text.Split('\n').Sum(l => Math.Max(1, (int)Math.Ceiling(Ems.Of(l) * DigitsPerEm / (width - 1))));

    public static Cell Text(string text, uint style) =>
        new(new InlineString(new Text(CellText.ToXml(text)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = style };

    public static Cell Number(string number, uint style) => new(new CellValue(number)) { StyleIndex = style };

    /// <param name="xml">The sheet.</param>
    /// <param name="number">The row's number, from 1.</param>
    /// <param name="cells">Its cells in order.</param>
    /// <param name="lines">How many lines its highest cell has: not every program finds that out by itself.</param>
    public static void Row(this OpenXmlWriter xml, int number, IEnumerable<(string Letter, Cell Cell)> cells, int lines)
    {
        xml.WriteStartElement(new Row { RowIndex = (uint)number, Height = Math.Clamp(lines, 1, MostLines) * LineHeight });
        foreach (var (letter, cell) in cells)
        {
            cell.CellReference = letter + number;
            xml.WriteElement(cell);
        }

        xml.WriteEndElement();
    }
}
