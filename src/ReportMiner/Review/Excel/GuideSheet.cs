using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ReportMiner.Review.Excel;

/// <summary>The sheet of instructions, Korean on the left and English on the right.</summary>
internal static class GuideSheet
{
    private const string TitleStyle = "title";
    private const string StateStyle = "state:";
    private const double Width = 80;

    public static void Write(OpenXmlWriter xml)
    {
        xml.WriteStartElement(new Worksheet());
        xml.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        xml.WriteElement(new SheetViews(new SheetView { ShowGridLines = false, WorkbookViewId = 0 }));
        xml.WriteElement(new Columns(new Column { Min = 1, Max = 2, Width = Width, CustomWidth = true, Style = SheetStyles.Text }));
        xml.WriteStartElement(new SheetData());
        var number = 0;
        foreach (var line in SheetWords.Guide)
        {
            xml.Row(++number, Cells(line.Ko, line.En, StyleOf(line.Style)), line.Style == TitleStyle ? 2 : Math.Max(SheetCells.Lines(line.Ko, Width), SheetCells.Lines(line.En, Width)));
        }

        foreach (var (ko, en) in ItemCategories())
        {
            xml.Row(++number, Cells(ko, en, SheetStyles.Text), lines: 1);
        }

        xml.WriteEndElement();
        xml.WriteElement(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.5, Header = 0.3, Footer = 0.3 });
        xml.WriteElement(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        xml.WriteEndElement();
    }

    private static IEnumerable<(string Ko, string En)> ItemCategories() =>
        Events.ItemChoices.Categories.Select(c => (SheetWords.OfCategory(c), $"{c}: {Labels.All["category." + c].En}"));

    private static (string, Cell)[] Cells(string ko, string en, uint style) => [("A", SheetCells.Text(ko, style)), ("B", SheetCells.Text(en, style))];

    private static uint StyleOf(string? style) => style switch
    {
        TitleStyle => SheetStyles.Title,
        "head" => SheetStyles.Section,
        null => SheetStyles.Text,
        _ => SheetStyles.FirstState + (uint)SheetStyles.Colours.Select(c => c.Name).ToList().IndexOf(style[StateStyle.Length..]),
    };
}
