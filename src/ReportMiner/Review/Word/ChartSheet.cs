using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ReportMiner.Review.Word;

/// <summary>The workbook inside a chart, so that its figures can be edited in Word: labels in column A, values in column B.</summary>
internal static class ChartSheet
{
    public static byte[] Write(string series, ImmutableArray<(string Label, decimal Value)> bars)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            document.ChangeIdOfPart(book, "rId1");
            var sheet = book.AddNewPart<WorksheetPart>("rId1");
            sheet.Worksheet = new Worksheet(new SheetData(
            [
                new Row(Text(""), Text(series)),
                .. bars.Select(b => new Row(Text(b.Label), new Cell(new CellValue(b.Value.ToString(CultureInfo.InvariantCulture))))),
            ]));
            book.Workbook = new Workbook(new Sheets(new Sheet { Name = "Sheet1", SheetId = 1, Id = "rId1" }));
        }

        return FixedZip.Of(stream);
    }

    private static Cell Text(string text) => new(new InlineString(new Text(text))) { DataType = CellValues.InlineString };
}
