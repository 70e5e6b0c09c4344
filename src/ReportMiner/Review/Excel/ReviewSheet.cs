using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using ReportMiner.Review.Events;

namespace ReportMiner.Review.Excel;

/// <summary>The sheet reviewers work in.</summary>
internal sealed class ReviewSheet(SheetLayout layout)
{
    private const int LastRow = 1_048_576;

    /// <summary>Rows below the written ones that are coloured when somebody adds items there.</summary>
    private const int RowsToAdd = 1_000;

    /// <returns>How many rows there are.</returns>
    public int Write(OpenXmlWriter xml, IEnumerable<ReviewRow> rows)
    {
        xml.WriteStartElement(new Worksheet());
        xml.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        xml.WriteElement(new SheetViews(new SheetView(
            new Pane { HorizontalSplit = 1, VerticalSplit = 1, TopLeftCell = "B2", ActivePane = PaneValues.BottomRight, State = PaneStateValues.Frozen },
            new Selection { Pane = PaneValues.BottomRight, ActiveCell = "B2", SequenceOfReferences = new ListValue<StringValue>(["B2"]) })
        {
            TabSelected = true,
            WorkbookViewId = 0,
        }));
        xml.WriteElement(new SheetFormatProperties { DefaultRowHeight = 15 });
        xml.WriteElement(new Columns(layout.Columns.Select((c, i) => new Column
        {
            Min = (uint)i + 1,
            Max = (uint)i + 1,
            Width = SheetLayout.WidthOf(c),
            CustomWidth = true,
            Style = SheetStyles.Of(c),
        })));
        var count = WriteRows(xml, rows);
        xml.WriteElement(new AutoFilter { Reference = $"A1:{layout.Last}{count + 1}" });
        WriteColours(xml, Math.Min(LastRow, count + 1 + RowsToAdd));
        xml.WriteElement(new DataValidations(
            Choice(ReviewColumn.Decision, ListSheet.Decisions),
            Choice(ReviewColumn.Type, ListSheet.Types),
            Choice(ReviewColumn.NewType, ListSheet.Types))
        { Count = 3 });
        xml.WriteElement(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.5, Header = 0.3, Footer = 0.3 });
        xml.WriteElement(new PageSetup { PaperSize = 8, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        xml.WriteEndElement();
        return count;
    }

    private int WriteRows(OpenXmlWriter xml, IEnumerable<ReviewRow> rows)
    {
        xml.WriteStartElement(new SheetData());
        xml.Row(1, layout.Columns.Select(c => (layout.LetterOf(c), SheetCells.Text($"{SheetWords.Head(c).Ko}\n{SheetWords.Head(c).En}", SheetLayout.IsToFill(c) ? SheetStyles.HeadToFill : SheetStyles.Head))), lines: 2);
        var number = 1;
        var letters = layout.Columns.Select(layout.LetterOf).ToArray();
        foreach (var row in rows)
        {
            xml.Row(
                ++number,
                layout.Columns.Select((c, i) => (letters[i], c, Text: row[c])).Where(t => t.Text.Length > 0).Select(t => (t.Item1, Cell(t.c, t.Text))),
                layout.Columns.Max(c => c == ReviewColumn.Key ? 1 : SheetCells.Lines(row[c], SheetLayout.WidthOf(c))));
        }

        xml.WriteEndElement();
        return number - 1;
    }

    private static Cell Cell(ReviewColumn column, string text) =>
        SheetLayout.IsNumber(column) && DecimalText.Is(text) ? SheetCells.Number(text, SheetStyles.Of(column)) : SheetCells.Text(text, SheetStyles.Of(column));

    /// <summary>A row has the colour of what is decided now, or else of its state; its key and the reasons stay as they are.</summary>
    private void WriteColours(OpenXmlWriter xml, int lastRow)
    {
        var (state, decision) = ($"${layout.LetterOf(ReviewColumn.State)}2", $"${layout.LetterOf(ReviewColumn.Decision)}2");
        var rules = SheetStyles.Colours.Select((c, i) => (c.State, c.Action, Format: (uint)i)).Where(c => c.Action is not null).Select((c, i) => new ConditionalFormattingRule(
            new Formula(c.State is { } stands
                ? $"OR({decision}=\"{SheetWords.Of(c.Action!.Value)}\",AND({decision}=\"\",{state}=\"{SheetWords.Of(stands)}\"))"
                : $"{decision}=\"{SheetWords.Of(c.Action!.Value)}\""))
        {
            Type = ConditionalFormatValues.Expression,
            FormatId = c.Format,
            Priority = i + 1,
        });
        xml.WriteElement(new ConditionalFormatting(rules) { SequenceOfReferences = new ListValue<StringValue>([$"{layout.LetterOf(ReviewColumn.Report)}2:{layout.Last}{lastRow}"]) });
    }

    private DataValidation Choice(ReviewColumn column, string range) => new(new Formula1(range))
    {
        Type = DataValidationValues.List,
        AllowBlank = true,
        ShowErrorMessage = true,
        ErrorStyle = DataValidationErrorStyleValues.Stop,
        ErrorTitle = SheetWords.Head(column).Ko,
        Error = "목록에서 고르십시오. / Choose from the list.",
        SequenceOfReferences = new ListValue<StringValue>([$"{layout.LetterOf(column)}2:{layout.LetterOf(column)}{LastRow}"]),
    };
}
