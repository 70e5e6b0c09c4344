using ReportMiner.Cli.Review;
using ReportMiner.Emit;
using ReportMiner.Review.Events;
using ReportMiner.Review.Excel;
using ReportMiner.Tests.Review.Events;
using ReportMiner.Tests.Review.Excel;
using Xunit;

namespace ReportMiner.Tests.Cli.Review;

public sealed class ReviewExcelCommandTests : IDisposable
{
    private readonly Workspace _work = new();
    private readonly ReviewDesk _plan = ReviewDesk.Realistic();
    private readonly ReviewDesk _other = new(Tests.Review.SampleReports.Realistic(rounds: 2));

    public ReviewExcelCommandTests()
    {
        _work.Add("out/a/plan.pdf.json", ReportJson.Write(_plan.Extraction));
        _work.Add("out/b.txt.json", ReportJson.Write(_other.Extraction));
    }

    public void Dispose() => _work.Dispose();

    [Fact]
    public async Task A_folder_goes_out_as_one_workbook_and_its_decisions_come_back_to_each_report()
    {
        var run = await CommandRun.Of("review", "export", _work["out"], "--xlsx");
        Assert.Equal(0, run.Code);
        Assert.Equal(_work["out/review.xlsx"], run.Data.Trim());
        Edit("out/review.xlsx", ("a/plan.pdf.json", "엑셀", ReviewColumn.Decision, "뺌 reject"), ("b.txt.json", "지멘스", ReviewColumn.NewValue, "지멘스 그룹"));

        var dry = await CommandRun.Of("review", "import", _work["out/review.xlsx"], "--dry-run");
        Assert.Equal(0, dry.Code);
        Assert.Equal(["change", "a/plan.pdf.json"], dry.Data.Split('\n')[0].Split('\t')[..2]);
        Assert.Contains("지멘스\t지멘스 그룹", dry.Data, StringComparison.Ordinal);
        Assert.Empty(Events("a/plan.pdf.json").Concat(Events("b.txt.json")));

        Assert.Equal(0, (await CommandRun.Of("review", "import", _work["out/review.xlsx"], "--who", "박엑셀")).Code);
        var rejected = Assert.Single(Events("a/plan.pdf.json"));
        Assert.Equal((ReviewAction.Reject, "박엑셀", ReviewChannel.Xlsx), (rejected.Action, rejected.Who, rejected.Channel));
        Assert.Equal("지멘스 그룹", Assert.Single(Events("b.txt.json")).New!.Text(ItemField.Name));

        Assert.Equal(0, (await CommandRun.Of("review", "import", _work["out/review.xlsx"])).Code);
        Assert.Equal(2, Events("a/plan.pdf.json").Count() + Events("b.txt.json").Count());
        Assert.False(File.Exists(_work["out/review.conflicts.xlsx"]));
    }

    [Fact]
    public async Task What_is_not_taken_in_comes_back_as_a_workbook()
    {
        await CommandRun.Of("review", "export", _work["out"], "--xlsx", "-o", _work["회람/검토.xlsx"]);
        Edit("회람/검토.xlsx", ("b.txt.json", "2023.2월", ReviewColumn.NewValue, "언젠가"), ("a/plan.pdf.json", "엑셀", ReviewColumn.Decision, "뺌"));
        var run = await CommandRun.Of("review", "import", _work["회람/검토.xlsx"], _work["out"]);
        Assert.Equal(3, run.Code);
        Assert.Contains("EDTF", run.Messages, StringComparison.Ordinal);
        Assert.Single(Events("a/plan.pdf.json"));
        Edit("회람/검토.conflicts.xlsx", ("b.txt.json", "2023.2월", ReviewColumn.NewValue, "2023-02-01"));
        Assert.Equal(0, (await CommandRun.Of("review", "import", _work["회람/검토.conflicts.xlsx"], _work["out"])).Code);
        Assert.Equal("2023-02-01", Assert.Single(Events("b.txt.json")).New!.Text(ItemField.Edtf));
    }

    [Fact]
    public async Task A_table_goes_out_and_comes_back_as_CSV()
    {
        Assert.Equal(0, (await CommandRun.Of("review", "export", _work["out"], "--csv")).Code);
        var text = File.ReadAllText(_work["out/review.csv"]);
        Assert.Equal([0xEF, 0xBB, 0xBF], File.ReadAllBytes(_work["out/review.csv"])[..3]);
        Assert.Equal(0, (await CommandRun.Of("review", "import", _work["out/review.csv"])).Code);

        // The cells of the decision and the corrections follow that of the state.
        var lines = text.Split("\r\n").Select(l => l.Contains("a/plan.pdf.json", StringComparison.Ordinal) && l.Contains(",지멘스,", StringComparison.Ordinal) ? l.Replace("남음 open,,,", "남음 open,,,\"'=지멘스, 그룹\"", StringComparison.Ordinal) : l);
        File.WriteAllText(_work["out/review.csv"], string.Join("\r\n", lines));
        var run = await CommandRun.Of("review", "import", _work["out/review.csv"]);
        Assert.True(run.Code == 0, run.Messages);
        Assert.Equal("=지멘스, 그룹", Assert.Single(Events("a/plan.pdf.json")).New!.Text(ItemField.Name));

        File.WriteAllBytes(_work["out/review.csv"], [0xC5, 0xB0, 0x2C, 0xB0, 0xAA]);
        run = await CommandRun.Of("review", "import", _work["out/review.csv"]);
        Assert.Equal(4, run.Code);
        Assert.Contains("UTF-8", run.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_workbook_is_told_and_nothing_is_written()
    {
        _work.Add("out/review.xlsx", "엑셀 아님");
        var run = await CommandRun.Of("review", "import", _work["out/review.xlsx"]);
        Assert.Equal(4, run.Code);
        Assert.Contains("RM1006", run.Messages, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_work["out"], "*.jsonl", SearchOption.AllDirectories));
    }

    private IEnumerable<ReviewEvent> Events(string output) => EventFile.Beside(_work["out/" + output]).Read().Events;

    private void Edit(string file, params (string Report, string Words, ReviewColumn Column, string Text)[] edits)
    {
        using var book = new EditedWorkbook(File.ReadAllBytes(_work[file]));
        foreach (var (report, words, column, text) in edits)
        {
            book.Set(book.Rows.First(r => book[r, ReviewColumn.Report] == report && book[r, ReviewColumn.Text] == words), column, text);
        }

        File.WriteAllBytes(_work[file], book.Save());
    }
}
