using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ReportMiner.Review.Excel;

/// <summary>The hidden sheet the drop-downs take their choices from.</summary>
internal static class ListSheet
{
    public static string Decisions { get; } = $"'{PackageParts.ListSheetName}'!$A$1:$A${SheetWords.Decisions.Length}";

    public static string Types { get; } = $"'{PackageParts.ListSheetName}'!$B$1:$B${SheetWords.Types.Length}";

    public static void Write(OpenXmlWriter xml)
    {
        xml.WriteStartElement(new Worksheet());
        xml.WriteElement(new Columns(new Column { Min = 1, Max = 2, Width = 28, CustomWidth = true, Style = SheetStyles.Text }));
        xml.WriteStartElement(new SheetData());
        for (var i = 0; i < Math.Max(SheetWords.Decisions.Length, SheetWords.Types.Length); i++)
        {
            xml.Row(i + 1, new[] { ("A", SheetWords.Decisions), ("B", SheetWords.Types) }.Where(l => i < l.Item2.Length).Select(l => (l.Item1, SheetCells.Text(l.Item2[i], SheetStyles.Text))), lines: 1);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
