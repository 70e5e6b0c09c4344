using System.Text;
using ReportMiner.Documents;
using ReportMiner.Emit;
using ReportMiner.Review;
using Xunit;

namespace ReportMiner.Tests.Review;

public class RunIndexPageTests
{
    private static RunRecord Run() => RunRecord.Of(
    [
        ReportOutcome.Of("정책/b #1?.pdf", SampleReports.Realistic(), ["정책/b #1?.pdf.review.html", "정책/b #1?.pdf.json"]),
        ReportOutcome.Of("a<b>.pdf", new ReportFailure("RM1002", "암호가 걸린 파일입니다.", "The file is encrypted."), []),
        ReportOutcome.Of("javascript:alert(1).txt", SampleReports.Hostile(), ["javascript:alert(1).txt.review.html"]),
        ReportOutcome.Skipped("z.txt", new ReportFailure("RM1010", "이미 처리했습니다.", "Already up to date.")),
    ]);

    [Xunit.Fact]
    public void The_record_is_the_same_whatever_order_the_reports_ended_in()
    {
        var run = Run();
        Assert.Equal(run.Write(), RunRecord.Of(run.Reports.Reverse()).Write());
        Assert.Equal(["a<b>.pdf", "javascript:alert(1).txt", "z.txt", "정책/b #1?.pdf"], run.Reports.Select(r => r.Path));
    }

    [Xunit.Fact]
    public void The_record_counts_reports_by_status_and_items_by_kind()
    {
        var run = Run();
        Assert.Equal((2, 1, 1), (run.Statuses["ok"], run.Statuses["failed"], run.Statuses["skipped"]));
        var report = run.Reports[^1];
        Assert.Equal(2, report.Counts["RECOMMENDATION"]);
        Assert.Equal(5, report.Counts["ORG"]);
        Assert.Equal(1, report.Recommendations["talent-education"]);
        Assert.Equal(1, report.Diagnostics["warning"]);
        Assert.Equal(report.Counts["AMOUNT"], report.Amounts.Values.Sum());
    }

    [Xunit.Fact]
    public void Links_are_relative_and_percent_encoded_so_that_no_name_is_an_address()
    {
        var page = new Markup(Encoding.UTF8.GetString(RunIndexPage.Write(Run())));
        var links = page.Tags.Where(t => t.Name == "a").Select(t => t.Attributes["href"]).ToArray();
        Assert.Contains("./%EC%A0%95%EC%B1%85/b%20%231%3F.pdf.review.html", links);
        Assert.Contains("./javascript%3Aalert%281%29.txt.review.html", links);
        Assert.All(links, l => Assert.StartsWith("./", l, StringComparison.Ordinal));
    }

    [Xunit.Fact]
    public void A_failure_shows_its_code_and_sentence_in_both_languages()
    {
        var text = new Markup(Encoding.UTF8.GetString(RunIndexPage.Write(Run()))).Text;
        Assert.Contains("RM1002", text, StringComparison.Ordinal);
        Assert.Contains("암호가 걸린 파일입니다.The file is encrypted.", text, StringComparison.Ordinal);
    }

    [Xunit.Fact]
    public void An_empty_run_still_gives_a_page() =>
        Assert.Contains("ReportMiner", new Markup(Encoding.UTF8.GetString(RunIndexPage.Write(RunRecord.Of([])))).Text, StringComparison.Ordinal);
}
