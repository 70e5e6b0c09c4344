using ReportMiner.Cli.Corpus;
using ReportMiner.Cli.Review;
using ReportMiner.Emit;
using ReportMiner.Review.Events;
using ReportMiner.Tests.Corpus;
using Xunit;

namespace ReportMiner.Tests.Cli;

public sealed class CorpusCommandTests
{
    private static readonly string[] Tables = ["contradictions", "entities", "facts", "recommendations", "reports", "timeline", "totals"];

    private static void AddReports(Workspace work)
    {
        work.Add("out/계획/가.txt.json", ReportJson.Write(new CorpusDraft("가", "2024-01", "해양수산부").Fact("budget", "=SUM(1)", "900", "KRW", "2024-06").Advice("관측선을 더 짓는다", "r&d").Report));
        work.Add("out/계획/가.txt.review.html", "<p>");
        work.Add("out/나.txt.json", ReportJson.Write(new CorpusDraft("나", "2024-03").Fact("statistic", "국내 풍력 설비용량", "980", "MW", "2023").Report));
    }

    [Fact]
    public async Task Every_table_is_written_twice_and_the_same_reports_give_the_same_bytes()
    {
        using var work = new Workspace();
        AddReports(work);
        work.Add("twice/data/items-7.js", "old");
        var run = await CommandRun.Of("corpus", work["out"]);
        Assert.Equal(0, run.Code);
        Assert.Equal(0, (await CommandRun.Of("corpus", work["out"], "-o", work["twice"])).Code);
        var files = Directory.EnumerateFiles(work["out/corpus"], "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(work["out/corpus"], f)).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(Tables.SelectMany(t => new[] { t + ".csv", t + ".jsonl" }).Concat(["data/items-0.js", "data/timeline-0.js", "index.html"]).Order(StringComparer.Ordinal), files);
        Assert.All(files.Where(f => f != "index.html"), f => Assert.Equal(File.ReadAllBytes(Path.Combine(work["out/corpus"], f)), File.ReadAllBytes(Path.Combine(work["twice"], f))));
        Assert.False(File.Exists(work["twice/data/items-7.js"]));
        Assert.Contains("./../%EA%B3%84%ED%9A%8D/%EA%B0%80.txt.review.html", File.ReadAllText(work["out/corpus/index.html"]));
        Assert.Contains("./../out/%EA%B3%84%ED%9A%8D/%EA%B0%80.txt.review.html", File.ReadAllText(work["twice/index.html"]));
    }

    [Fact]
    public async Task A_spreadsheet_finds_no_formula_and_mangles_no_date()
    {
        using var work = new Workspace();
        AddReports(work);
        await CommandRun.Of("corpus", work["out"]);
        var bytes = File.ReadAllBytes(work["out/corpus/facts.csv"]);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var line = File.ReadAllLines(work["out/corpus/facts.csv"])[1];
        Assert.Contains(",'=SUM(1),", line);
        Assert.Contains(",900,900,KRW,,'2024-06,2024-06-01,2024-06-30,", line);
    }

    [Theory]
    [InlineData("265500000000", "265500000000")]
    [InlineData("-0.5", "-0.5")]
    [InlineData("1234567890123456789", "'1234567890123456789")]
    [InlineData("007", "'007")]
    [InlineData("1-2", "'1-2")]
    [InlineData("2024년 3월 5일", "'2024년 3월 5일")]
    [InlineData("1E5", "'1E5")]
    [InlineData("2024-06", "'2024-06")]
    [InlineData("2024-06-01", "2024-06-01")]
    [InlineData("-이후", "'-이후")]
    [InlineData("5G", "5G")]
    public void Texts_that_a_spreadsheet_would_change_get_an_apostrophe(string text, string field) => Assert.Equal(field, CorpusTable<string>.Field(text));

    [Fact]
    public async Task Files_that_are_no_outputs_are_named_and_damaged_ones_end_with_3()
    {
        using var work = new Workspace();
        AddReports(work);
        work.Add("out/run.json", "{}");
        work.Add("out/list.json", "[1]");
        var foreign = await CommandRun.Of("corpus", work["out"]);
        Assert.Equal(0, foreign.Code);
        Assert.Contains("list.json", foreign.Messages);
        Assert.DoesNotContain("run.json", foreign.Messages);
        work.Add("out/torn.txt.json", File.ReadAllText(work["out/나.txt.json"])[..200]);
        var torn = await CommandRun.Of("corpus", work["out"]);
        Assert.Equal(3, torn.Code);
        Assert.Contains("torn.txt.json", torn.Messages);
        Assert.Contains("2 reports", torn.Messages);
    }

    [Fact]
    public async Task Reports_count_as_reviewed_and_copies_once()
    {
        using var work = new Workspace();
        AddReports(work);
        work.Add("out/다시/나.txt.json", File.ReadAllBytes(work["out/나.txt.json"]));
        var file = ReviewFile.Read(work["out/나.txt.json"], "나.txt.json")!;
        file.EventFile.Append([new EventMaker(file.Reviewed).Reject("x1", new EventStamps("이검토", ReviewChannel.Browser).Next())]);
        var run = await CommandRun.Of("corpus", work["out"]);
        Assert.Contains("다시/나.txt.json", run.Messages);
        Assert.DoesNotContain("설비용량", File.ReadAllText(work["out/corpus/facts.csv"]));
        var reports = File.ReadAllLines(work["out/corpus/reports.csv"]);
        Assert.Contains(reports, l => l.StartsWith("나.txt.json,", StringComparison.Ordinal) && l.Contains(",True,"));
    }

    [Fact]
    public async Task A_folder_without_outputs_is_told()
    {
        using var work = new Workspace();
        Directory.CreateDirectory(work["out"]);
        Assert.Equal(2, (await CommandRun.Of("corpus", work["out"])).Code);
        Assert.False(Directory.Exists(work["out/corpus/data"]));
    }
}
