using ReportMiner.Emit;
using ReportMiner.Tests.Samples;
using Xunit;

namespace ReportMiner.Tests.Cli;

public sealed class EvalCommandTest
{
    [Fact]
    public async Task A_corrected_report_shows_what_was_missed()
    {
        using var work = new Workspace();
        var found = SampleReports.Of("shipyard-plan/shipyard-plan.txt");
        work.Add("out/a/plan.json", ReportJson.Write(found with { Dates = found.Dates[1..] }));
        work.Add("gold/a/plan.json", ReportJson.Write(found));
        work.Add("gold/index.json", "{}");
        var run = await CommandRun.Of("eval", work["out"], "--gold", work["gold"], "--html", work["eval.html"], "--errors", "5");
        var rows = run.Data.TrimEnd().Split('\n').Select(l => l.TrimEnd('\r').Split('\t')).ToList();
        Assert.Equal(0, run.Code);
        Assert.Equal(["item", "precision", "recall", "f1", "low", "high", "right", "wrong", "missed"], rows[0]);
        Assert.Equal("1", rows.Single(r => r[0] == "DATE")[8]);
        Assert.Equal("1.000", rows.Single(r => r[0] == "ENTITY")[3]);
        Assert.Equal("1.000", rows.Single(r => r[0] == "FACT-args")[3]);
        Assert.Contains(rows, r => r[0] == "FACT.ece");
        Assert.Contains(rows, r => r[1] == "missed" && r[2] == "DATE" && r[3].Contains('[' + found.Dates[0].Text + ']', StringComparison.Ordinal));
        Assert.DoesNotContain("index.json", run.Messages);
        Assert.Contains("FACT-args.object", await File.ReadAllTextAsync(work["eval.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_output_that_is_missing_counts_as_nothing_found()
    {
        using var work = new Workspace();
        work.Add("gold/plan.json", ReportJson.Write(SampleReports.Of("shipyard-plan/shipyard-plan.txt")));
        Directory.CreateDirectory(work["out"]);
        var run = await CommandRun.Of("eval", work["out"], "--gold", work["gold"]);
        Assert.Contains(run.Data.Split('\n'), l => l.StartsWith("ENTITY\t0.000\t0.000\t0.000", StringComparison.Ordinal));
        Assert.Contains("plan.json", run.Messages);
    }

    [Theory]
    [InlineData("nowhere", "gold")]
    [InlineData("gold", "nowhere")]
    [InlineData("gold", "gold")]
    public async Task Folders_without_reports_are_named(string found, string gold)
    {
        using var work = new Workspace();
        Directory.CreateDirectory(work["gold"]);
        var run = await CommandRun.Of("eval", work[found], "--gold", work[gold]);
        Assert.Equal(2, run.Code);
        Assert.Contains(found == gold ? "gold" : "nowhere", run.Messages);
    }
}
