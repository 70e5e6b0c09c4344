using System.Text.Json;
using ReportMiner.Emit;
using ReportMiner.Tests.Samples;
using Xunit;

namespace ReportMiner.Tests.Cli;

public sealed class ExportCommandTest
{
    [Fact]
    public async Task Items_are_written_one_a_line_and_facts_as_a_table()
    {
        using var work = new Workspace();
        var report = SampleReports.Of("shipyard-plan/shipyard-plan.txt");
        work.Add("out/a/plan.txt.json", ReportJson.Write(report));
        var run = await CommandRun.Of("export", work["out"], "-o", work["tables"]);
        Assert.Equal(0, run.Code);
        var lines = File.ReadAllLines(work["tables/items.jsonl"]);
        Assert.Equal(report.Mentions.Length + report.Dates.Length + report.Amounts.Length + report.Recommendations.Length + report.Facts.Length, lines.Length);
        Assert.All(lines, l => Assert.NotNull(JsonDocument.Parse(l).RootElement.GetProperty("item").GetProperty("id").GetString()));
        var bytes = File.ReadAllBytes(work["tables/facts.csv"]);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var rows = File.ReadAllText(work["tables/facts.csv"]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEmpty(report.Facts);
        Assert.Equal(report.Facts.Length + 1, rows.Length);
        Assert.Contains("object", rows[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_spreadsheet_would_take_for_a_formula_is_text()
    {
        using var work = new Workspace();
        var report = SampleReports.Of("shipyard-plan/shipyard-plan.txt");
        var fact = report.Facts[0] with { Arguments = report.Facts[0].Arguments.SetItem("object", [new("=HYPERLINK(1)", null)]) };
        work.Add("out/plan.json", ReportJson.Write(report with { Facts = [fact] }));
        await CommandRun.Of("export", work["out"]);
        Assert.Contains(",'=HYPERLINK(1),", File.ReadAllText(work["out/facts.csv"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_outputs_is_named()
    {
        using var work = new Workspace();
        Directory.CreateDirectory(work["out"]);
        var run = await CommandRun.Of("export", work["out"]);
        Assert.Equal(2, run.Code);
        Assert.Contains("out", run.Messages);
    }
}
