using System.IO.Compression;
using System.Text;
using ReportMiner.Review.Excel;
using Xunit;

namespace ReportMiner.Tests.Review.Excel;

public sealed class HostileWorkbookTests
{
    private static readonly LimitOptions Small = new(MaxUnpackedBytes: 8 << 20, MaxRecordBytes: 4 << 20);

    private readonly byte[] _file = ExcelDesk.Realistic().Export();

    [Fact]
    public void What_is_no_workbook_or_damaged_is_a_failure()
    {
        Assert.Equal("RM1006", Code(Encoding.UTF8.GetBytes("키,결정")));
        Assert.Equal("RM1006", Code([]));
        Assert.Equal("RM1006", Code(_file[..(_file.Length / 2)]));
        Assert.Equal("RM1007", Code([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]));
        Assert.Equal("RM1006", Code(With("_rels/.rels", "<Relationships/>")));
        Assert.Equal("RM1006", Code(With("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row>")));
        Assert.Equal("RM4203", Code(With("xl/worksheets/sheet1.xml", "<worksheet><sheetData/></worksheet>")));
    }

    [Fact]
    public void A_part_that_calls_in_other_files_is_not_read() =>
        Assert.Equal("RM1017", Code(With("xl/worksheets/sheet1.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row><c t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData></worksheet>")));

    [Fact]
    public void What_unpacks_to_too_much_is_not_read()
    {
        Assert.Equal("RM1013", Code(With("xl/worksheets/sheet1.xml", "<worksheet>" + string.Concat(Enumerable.Repeat("<row r=\"1\"/>", 900_000)) + "</worksheet>")));
        Assert.Equal("RM1016", Code(With("xl/worksheets/sheet1.xml", $"<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>{new string('a', 5 << 20)}</t></is></c></row></sheetData></worksheet>")));
        Assert.Equal("RM1015", Code(With("xl/worksheets/sheet1.xml", string.Concat(Enumerable.Repeat("<row>", 300)) + string.Concat(Enumerable.Repeat("</row>", 300)))));
    }

    [Fact]
    public void More_rows_than_anybody_fills_in_are_not_kept()
    {
        var rows = Enumerable.Range(0, 300_001).Select(_ => (IReadOnlyList<string>)["", "", "", "", "x"]).Prepend(["키", "종류", "본문 글", "값", "결정"]);
        Assert.Equal("RM4205", ReturnedTable.OfTexts(rows).Failure?.Code);
    }

    [Fact]
    public void A_cell_of_more_than_a_cell_can_hold_is_told()
    {
        var desk = ExcelDesk.Realistic();
        using var book = desk.Open();
        book.Set(desk.KeyOf("독일"), ReviewColumn.Note, new string('가', 40_000));
        var (plan, notTaken, _) = desk.Import(book.Save());
        Assert.Empty(plan.Events);
        Assert.Contains("too much text", Assert.Single(notTaken)[ReviewColumn.WhyEnglish], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<c r=\"A1\" t=\"s\"><v>99999999999</v></c>")]
    [InlineData("<c r=\"A1\" t=\"s\"><v>-1</v></c>")]
    [InlineData("<c r=\"ZZZZ1\"><v>1e999</v></c>")]
    [InlineData("<c r=\"가1\" s=\"-4\"><v>NaN</v></c>")]
    [InlineData("<c t=\"x\"><v/><is><t/></is><f/></c>")]
    [InlineData("<c t=\"inlineStr\"><is><r><t>a</t><rPh><t>b</t></rPh></r></is></c>")]
    public void Odd_cells_are_passed_over(string cell)
    {
        using var zip = new ZipArchive(new MemoryStream(_file));
        using var reader = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var sheet = reader.ReadToEnd();
        var at = sheet.IndexOf("<x:row r=\"2\"", StringComparison.Ordinal);
        Assert.True(at > 0);
        var read = ReturnedTable.OfWorkbook(With("xl/worksheets/sheet1.xml", sheet[..at] + $"<row r=\"x\">{cell}</row>" + sheet[at..]), Small);
        Assert.True(read.Succeeded, read.Failure?.Message);
        Assert.InRange(read.Value!.Rows.Length, 0, 1);
    }

    private static string? Code(byte[] file) => ReturnedTable.OfWorkbook(file, Small).Failure?.Code;

    private byte[] With(string part, string content)
    {
        using var stream = new MemoryStream();
        stream.Write(_file);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(part)!.Delete();
            using var entry = zip.CreateEntry(part).Open();
            entry.Write(Encoding.UTF8.GetBytes(content));
        }

        return stream.ToArray();
    }
}
