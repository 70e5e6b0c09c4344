using System.Text.Json;
using ReportMiner.Cli.Review;
using ReportMiner.Documents;
using ReportMiner.Emit;
using ReportMiner.Review.Events;
using ReportMiner.Tests.House;
using ReportMiner.Tests.Review.Events;
using Xunit;

namespace ReportMiner.Tests.Cli.Review;

public sealed class ReviewCommandTests : IDisposable
{
    private readonly Workspace _work = new();
    private readonly ReviewDesk _desk = ReviewDesk.Realistic();

    public ReviewCommandTests() => _work.Add("out/a/plan.pdf.json", ReportJson.Write(_desk.Extraction));

    private EventFile Events => EventFile.Beside(_work["out/a/plan.pdf.json"]);

    public void Dispose() => _work.Dispose();

    [Fact]
    public async Task Status_tells_how_far_each_report_is()
    {
        _work.Add("out/b.txt.json", ReportJson.Write(_desk.Extraction));
        _desk.Accept(_desk.KeyOf("독일"));
        _desk.Reject(_desk.KeyOf("엑셀"));
        Events.Append(_desk.Events);
        var run = await CommandRun.Of("review", "status", _work["out"]);
        Assert.Equal(0, run.Code);
        var rows = run.Data.TrimEnd().Split(Environment.NewLine).Select(l => l.Split('\t')).ToList();
        var items = _desk.Reviewed.Items.Length;
        string[] first = [Path.Combine("a", "plan.pdf.json"), $"{items}", "1", "1", "0", "0", $"{items - 2}", "0", $"{200 / items}", "김검토"];
        Assert.Equal(first, rows[1]);
        Assert.Equal(["b.txt.json", $"{items}", "0", "0", "0", "0", $"{items}", "0", "0", ""], rows[2]);
        Assert.Equal(("total", $"{2 * items}"), (rows[3][0], rows[3][1]));

        var json = JsonDocument.Parse((await CommandRun.Of("review", "status", _work["out"], "--json")).Data).RootElement;
        Assert.Equal(1, json.GetProperty("reports")[0].GetProperty("rejected").GetInt32());
        Assert.Equal(2 * items - 2, json.GetProperty("total").GetProperty("open").GetInt32());
        Assert.Equal(2 * AuditSample.Of(_desk.Extraction).Length, json.GetProperty("total").GetProperty("audit").GetProperty("sample").GetInt32());
    }

    [Fact]
    public async Task Apply_writes_the_reviewed_report_beside_and_again_the_same()
    {
        _desk.Reject(_desk.KeyOf("엑셀"));
        Events.Append(_desk.Events);
        var before = File.ReadAllBytes(Events.Path);
        var run = await CommandRun.Of("review", "apply", _work["out"]);
        Assert.Equal(0, run.Code);
        var bytes = File.ReadAllBytes(_work["out/a/plan.pdf.reviewed.json"]);
        await ContractAssert.Holds(bytes);
        Assert.DoesNotContain(ReportJson.Read(bytes).Mentions, m => m.Text == "엑셀");
        await CommandRun.Of("review", "apply", _work["out"]);
        Assert.Equal(bytes, File.ReadAllBytes(_work["out/a/plan.pdf.reviewed.json"]));
        Assert.Equal(before, File.ReadAllBytes(Events.Path));

        // What was written is no second report.
        Assert.Equal(3, (await CommandRun.Of("review", "status", _work["out"])).Data.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public async Task Apply_into_a_folder_keeps_the_names_and_never_overwrites_the_outputs()
    {
        _work.Add("out/b.txt.json", ReportJson.Write(_desk.Extraction));
        _desk.Reject(_desk.KeyOf("엑셀"));
        Events.Append(_desk.Events);
        Assert.Equal(0, (await CommandRun.Of("review", "apply", _work["out"], "-o", _work["corrected"])).Code);
        Assert.Equal([_work["corrected/a/plan.pdf.json"]], Directory.GetFiles(_work["corrected"], "*", SearchOption.AllDirectories));
        Assert.Equal(2, (await CommandRun.Of("review", "apply", _work["out"], "-o", _work["out"] + "/")).Code);
        Assert.Equal(ReportJson.Write(_desk.Extraction), File.ReadAllBytes(_work["out/a/plan.pdf.json"]));
    }

    [Fact]
    public async Task Conflicts_and_damaged_lines_are_told()
    {
        _desk.Edit(_desk.KeyOf("2023.2월"), ItemFields.Empty.With(ItemField.Edtf, "2023-13"));
        Events.Append(_desk.Events);
        var run = await CommandRun.Of("review", "apply", _work["out"]);
        Assert.Equal(3, run.Code);
        Assert.Contains("2023.2월", run.Messages);
        File.AppendAllText(Events.Path, "{\"id\":");
        Assert.Contains("RM4001", (await CommandRun.Of("review", "status", _work["out"])).Messages);
        File.Delete(_work["out/a/plan.pdf.json"]);
        Assert.Contains("plan.pdf.review.jsonl", (await CommandRun.Of("review", "status", _work["out"])).Messages);
    }

    [Fact]
    public async Task Export_takes_the_reviewed_state()
    {
        _desk.Reject(_desk.KeyOf("엑셀"));
        Events.Append(_desk.Events);
        await CommandRun.Of("review", "apply", _work["out"]);
        Assert.Equal(0, (await CommandRun.Of("export", _work["out"], "-o", _work["tables"])).Code);
        var lines = File.ReadAllLines(_work["tables/items.jsonl"]);
        Assert.Contains(lines, l => l.Contains("지멘스", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.Contains("\"엑셀\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_run_leaves_the_review_file_as_it_is()
    {
        var input = _work.Add("in/plan.txt", Workspace.Plan);
        Assert.Equal(0, (await CommandRun.Of("run", input, "-o", _work["made"])).Code);
        var output = _work["made/plan.txt.json"];
        var report = ReviewFile.Read(output, "plan.txt.json")!.Reviewed;
        var amount = report.Extraction.Amounts.Single(a => a.Unit == "KRW");
        var file = EventFile.Beside(output);
        file.Append([new EventMaker(report).Reject(amount.Id, _desk.Stamp())]);
        var before = File.ReadAllBytes(file.Path);

        File.WriteAllText(input, "머리에 붙인 줄\n" + Workspace.Plan);
        Assert.Equal(0, (await CommandRun.Of("run", input, "-o", _work["made"], "--force")).Code);
        Assert.Equal(before, File.ReadAllBytes(file.Path));
        var again = ReviewFile.Read(output, "plan.txt.json")!.Reviewed;
        Assert.Contains(again.Extraction.Amounts, a => a.Unit == "KRW");
        Assert.Empty(again.Conflicts);
        Assert.DoesNotContain(again.Report.Amounts, a => a.Unit == "KRW");
    }

    [Fact]
    public void An_output_that_cannot_be_read_is_none() => Assert.Null(ReviewFile.Read(_work.Add("run.json", "{}"), "run.json"));
}
