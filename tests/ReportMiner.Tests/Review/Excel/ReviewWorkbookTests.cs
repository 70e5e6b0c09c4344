using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using ReportMiner.Review.Events;
using ReportMiner.Review.Excel;
using Xunit;

namespace ReportMiner.Tests.Review.Excel;

public sealed class ReviewWorkbookTests
{
    private const string Formula = "=HYPERLINK(\"http://evil.example\")";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_is_written_is_a_workbook_without_errors(bool withReasons)
    {
        using var file = Write([.. ItemRows.Of("a.json", ExcelDesk.Realistic().Review.Reviewed), .. ItemRows.Of("b.json", new ExcelDesk(SampleReports.Hostile()).Review.Reviewed)], withReasons);
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
    }

    [Fact]
    public void The_same_rows_give_the_same_bytes_at_any_time()
    {
        var desk = ExcelDesk.Realistic();
        var first = desk.Export();
        Assert.Equal(first, desk.Export());
        using var zip = new ZipArchive(new MemoryStream(first));
        Assert.All(zip.Entries, e => Assert.Equal(1980, e.LastWriteTime.Year));
    }

    [Fact]
    public void Every_item_has_a_row_with_what_is_known_of_it()
    {
        var desk = new ExcelDesk(Samples.SampleReports.Of("shipyard-plan/shipyard-plan.txt"));
        var book = desk.Open();
        var reviewed = desk.Review.Reviewed;
        var sample = AuditSample.Of(reviewed.Extraction);
        Assert.NotEmpty(sample);
        Assert.NotEmpty(reviewed.Items.Where(i => i.Kind == ItemKind.Fact));
        Assert.Equal(reviewed.Items.Select(i => i.Key), book.Rows.Select(r => RowKey.Parse(book[r, ReviewColumn.Key])!.Item));
        foreach (var (item, row) in reviewed.Items.Zip(book.Rows))
        {
            var fields = reviewed.FieldsOf(item.Key);
            Assert.Equal(fields.Text(ItemField.Quote), book[row, ReviewColumn.Text]);
            Assert.Contains("【", book[row, ReviewColumn.Context], StringComparison.Ordinal);
            Assert.Equal("남음 open", book[row, ReviewColumn.State]);
            Assert.Equal(sample.Contains(item.Key), book[row, ReviewColumn.Check].Contains("확인 표본", StringComparison.Ordinal));
            Assert.EndsWith(" " + ItemValue.Type(item.Kind, fields), book[row, ReviewColumn.Type], StringComparison.Ordinal);
            if (item.Kind != ItemKind.Recommendation)
            {
                Assert.Equal(ItemValue.Text(item.Kind, fields), book[row, ReviewColumn.Value]);
            }
        }
    }

    [Fact]
    public void Nothing_is_a_formula_and_all_but_page_and_confidence_is_text()
    {
        using var file = Write([new ReviewRow((ReviewColumn.Text, Formula), (ReviewColumn.Value, "+1"), (ReviewColumn.Note, "-1"), (ReviewColumn.Context, "@x"), (ReviewColumn.Page, "=1+1"))]);
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        var cells = document.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet.Descendants<Cell>()).ToList();
        Assert.All(cells, c => Assert.Null(c.CellFormula));
        Assert.All(cells, c => Assert.Equal(CellValues.InlineString, c.DataType?.Value));
        Assert.Contains(cells, c => c.InnerText == Formula);
        var formats = document.WorkbookPart.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();
        Assert.All(cells.Where(c => c.InnerText != "=1+1"), c => Assert.Equal(49u, formats[(int)c.StyleIndex!.Value].NumberFormatId!.Value));
    }

    [Fact]
    public void Characters_that_XML_forbids_come_back_and_too_long_texts_are_cut_with_a_mark()
    {
        const string odd = "a\u0001b\uFFFEc_x0041_d\uD83De\r\nf\t👉 끝_x";
        var longText = string.Concat(Enumerable.Repeat("가👉", 20_000));
        Assert.Equal(odd, CellText.FromXml(CellText.ToXml(odd)));
        var cut = CellText.Cut(longText);
        Assert.InRange(cut.Length, CellText.Longest - 1, CellText.Longest);
        Assert.EndsWith("(잘림 cut)", cut, StringComparison.Ordinal);
        using var file = Write([new ReviewRow((ReviewColumn.Key, "k"), (ReviewColumn.Text, odd), (ReviewColumn.Note, cut))]);
        var book = new EditedWorkbook(file.ToArray());
        Assert.Equal(odd, book[book.Rows.Single(), ReviewColumn.Text]);
        Assert.Equal(cut, book[book.Rows.Single(), ReviewColumn.Note]);
    }

    [Fact]
    public void Head_and_key_stay_in_sight_rows_can_be_filtered_and_choices_come_from_a_hidden_list()
    {
        using var file = Write(ItemRows.Of("a.json", ExcelDesk.Realistic().Review.Reviewed));
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        var main = document.WorkbookPart!;
        var sheets = main.Workbook.Sheets!.Elements<Sheet>().ToList();
        Assert.Equal([null, null, SheetStateValues.Hidden], sheets.Select(s => s.State?.Value));
        Worksheet SheetAt(int i) => ((WorksheetPart)main.GetPartById(sheets[i].Id!.Value!)).Worksheet;
        var sheet = SheetAt(0);
        var pane = sheet.Descendants<Pane>().Single();
        Assert.Equal((1d, 1d, PaneStateValues.Frozen), (pane.HorizontalSplit!.Value, pane.VerticalSplit!.Value, pane.State!.Value));
        Assert.Equal($"A1:P{sheet.Descendants<Row>().Count()}", sheet.Descendants<AutoFilter>().Single().Reference!.Value);
        Assert.Equal(5, sheet.Descendants<ConditionalFormattingRule>().Count());
        Assert.All(sheet.Descendants<DataValidation>(), v => Assert.Contains("목록", v.Formula1!.Text, StringComparison.Ordinal));
        var lists = SheetAt(2).Descendants<Row>().Select(r => r.Elements<Cell>().Select(c => c.InnerText).ToList()).ToList();
        Assert.Equal(["받아들임 accept", "뺌 reject", "고침 edit", "더함 add", "메모 comment"], lists.Take(5).Select(r => r[0]));
        var types = lists.Select(r => r[^1]).ToList();
        Assert.Contains("이름·기관 ORG", types);
        Assert.Contains("사실·통계 statistic", types);
        Assert.All(types, t => Assert.Equal(t, SheetWords.OfType(SheetWords.TypeOf(t)!.Value.Kind, SheetWords.TypeOf(t)!.Value.Type)));
        Assert.Contains("reportminer review import", string.Concat(SheetAt(1).Descendants<Cell>().Select(c => c.InnerText)), StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_in_CSV_are_no_formulas_and_come_back()
    {
        string[] texts = ["=1", "+1", "-1", "@x", "\tx", "\rx", "'x", "''", "가", ""];
        Assert.All(texts, t => Assert.DoesNotMatch("^[=+\\-@\t\r]", CellText.ToCsv(t)!));
        Assert.All(texts, t => Assert.Equal(t, CellText.FromCsv(CellText.ToCsv(t)!)));
    }

    private static MemoryStream Write(IEnumerable<ReviewRow> rows, bool withReasons = false)
    {
        var file = new MemoryStream();
        ReviewWorkbook.Write(file, rows, withReasons);
        file.Position = 0;
        return file;
    }
}
