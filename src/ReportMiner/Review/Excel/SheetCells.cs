using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ReportMiner.Review.Excel;

/// <summary>Writes cells. Texts stand in the cells themselves, where no spreadsheet takes them for formulas.</summary>
internal static class SheetCells
{
    public static Cell Text(string text, uint style) =>
        new(new InlineString(new Text(CellText.ToXml(text)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = style };

    public static Cell Number(string number, uint style) => new(new CellValue(number)) { StyleIndex = style };

    public static void Row(this OpenXmlWriter xml, int number, IEnumerable<(string Letter, Cell Cell)> cells, double? height = null)
    {
        xml.WriteStartElement(new Row { RowIndex = (uint)number, Height = height, CustomHeight = height is null ? null : true });
        foreach (var (letter, cell) in cells)
        {
            cell.CellReference = letter + number;
            xml.WriteElement(cell);
        }

        xml.WriteEndElement();
    }
}
