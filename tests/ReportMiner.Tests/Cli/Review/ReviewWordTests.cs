using ReportMiner.Emit;
using ReportMiner.Tests.Review.Word;
using ReportMiner.Tests.Samples;
using Xunit;

namespace ReportMiner.Tests.Cli.Review;

public sealed class ReviewWordTests : IDisposable
{
    private readonly Workspace _work = new();

    public ReviewWordTests() => _work.Add("out/a/plan.txt.json", ReportJson.Write(SampleReports.Of("shipyard-plan/shipyard-plan.txt")));

    private string Events => _work["out/a/plan.txt.review.jsonl"];

    public void Dispose() => _work.Dispose();

    [Fact]
    public async Task A_document_goes_out_and_its_edits_come_back_once()
    {
        var export = await CommandRun.Of("review", "export", _work["out"], "--docx", "-o", _work["mail"]);
        Assert.Equal(0, export.Code);
        var file = _work["mail/a/plan.txt.review.docx"];
        Assert.Equal(file, Path.GetFullPath(export.Data.Trim()));
        Edit(file, p => p.Type("rm.r2.text", "소형 조선소의 인력 양성을 넓혀야 한다"));

        var dry = await CommandRun.Of("review", "import", file, _work["out"], "--dry-run", "--who", "김검토");
        Assert.Equal(0, dry.Code);
        Assert.StartsWith("change\ta/plan.txt.json\tr2\ttext\t", dry.Data, StringComparison.Ordinal);
        Assert.False(File.Exists(Events));

        Assert.Equal(0, (await CommandRun.Of("review", "import", file, _work["out"], "--who", "김검토")).Code);
        Assert.Contains("김검토", Assert.Single(await File.ReadAllLinesAsync(Events)), StringComparison.Ordinal);
        var again = await CommandRun.Of("review", "import", file, _work["out"], "--who", "김검토");
        Assert.StartsWith("same\ta/plan.txt.json\tr2\ttext\t", again.Data, StringComparison.Ordinal);
        Assert.Single(await File.ReadAllLinesAsync(Events));
    }

    [Fact]
    public async Task The_document_beside_the_output_needs_no_folder()
    {
        await CommandRun.Of("review", "export", _work["out"], "--docx");
        var file = _work["out/a/plan.txt.review.docx"];
        Edit(file, p => p.Type("rm.r2.period", "언젠가"));
        var run = await CommandRun.Of("review", "import", file);
        Assert.Equal(3, run.Code);
        Assert.StartsWith("rejected\tplan.txt.json\tr2\tperiod\t", run.Data, StringComparison.Ordinal);
        Assert.Contains("EDTF", run.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mistakes_are_told_plainly()
    {
        Assert.Equal(2, (await CommandRun.Of("review", "export", _work["out"])).Code);
        Assert.Equal(2, (await CommandRun.Of("review", "import", _work["none.docx"], _work["out"])).Code);
        Assert.Equal(2, (await CommandRun.Of("review", "import", _work.Add("a.txt", "글"), _work["out"])).Code);
        var broken = await CommandRun.Of("review", "import", _work.Add("a.docx", "글"), _work["out"]);
        Assert.Equal(4, broken.Code);
        Assert.Contains("RM1006", broken.Messages, StringComparison.Ordinal);
        await CommandRun.Of("review", "export", _work["out"], "--docx", "-o", _work["mail"]);
        Directory.CreateDirectory(_work["other"]);
        Assert.Contains("RM4202", (await CommandRun.Of("review", "import", _work["mail/a/plan.txt.review.docx"], _work["other"])).Messages, StringComparison.Ordinal);
    }

    private static void Edit(string file, Action<WordPen> edit)
    {
        using var pen = new WordPen(File.ReadAllBytes(file));
        edit(pen);
        File.WriteAllBytes(file, pen.Done());
    }
}
