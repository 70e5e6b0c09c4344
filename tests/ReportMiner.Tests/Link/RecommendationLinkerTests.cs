using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Link;
using ReportMiner.Tests.Tag.Recommendations;
using Xunit;

namespace ReportMiner.Tests.Link;

public sealed class RecommendationLinkerTests
{
    private static readonly RecommendationLinker Linker = new(RecommendationReport.Models);

    [Fact]
    public void The_date_in_brackets_is_the_period_and_the_tag_after_it_the_status()
    {
        var report = Report("○ 통학로 안전시설 확충(’25~, 교육부) 강화");
        var linked = Link(report, [RecommendationReport.Date(report, "’25~", "2025/..", DateKind.Since, "2025-01-01", null)], [RecommendationReport.Body(report, "교육부")]);
        Assert.Equal("2025/..", linked.Period);
        Assert.Equal("강화", linked.Status);
        Assert.Single(linked.Actors);
    }

    [Fact]
    public void A_verbal_noun_is_not_a_status_tag()
    {
        var report = Report("○ 소방 인력 교육(28시간)과 장비 점검 강화");
        Assert.Null(Link(report, [], []).Status);
    }

    [Fact]
    public void The_date_of_work_under_way_is_not_the_period()
    {
        var report = Report("○ 기 추진 중인 정비 사업(’22~’26)과 함께, 새 항로 개설(’25~)");
        var linked = Link(report, [
            RecommendationReport.Date(report, "’22~’26", "2022/2026", DateKind.Range, "2022-01-01", "2026-12-31"),
            RecommendationReport.Date(report, "’25~", "2025/..", DateKind.Since, "2025-01-01", null)], []);
        Assert.Equal("2025/..", linked.Period);
    }

    [Fact]
    public void A_company_in_brackets_does_not_act_but_a_partner_does()
    {
        var report = Report("○ 가나전자와 협력해 점자 표지 보급(다라통신)");
        var linked = Link(report, [], [RecommendationReport.Body(report, "가나전자"), RecommendationReport.Body(report, "다라통신")]);
        Assert.Equal(RecommendationReport.Body(report, "가나전자").Id, Assert.Single(linked.Actors));
    }

    [Theory]
    [InlineData("2024/..", "2023/..", "2023/..")]
    [InlineData("2022", "2023", "2022/2023")]
    [InlineData("2024", "2024", "2024")]
    [InlineData("../2026", "2024", "2024/2026")]
    [InlineData("2024-02", "2024-10", "2024-02/2024-10")]
    public void Several_dates_give_the_widest_stretch(string first, string second, string joined)
    {
        var report = Report("○ 가(1) 나(2)");
        var dates = new[] { first, second }.Select(e => RecommendationReport.Date(report, "가", e, DateKind.Point, null, null));
        Assert.Equal(joined, StatementPeriod.Join(dates));
    }

    private static SegmentedReport Report(string item) => RecommendationReport.Of(SectionRole.Tasks, "과제", item);

    private static Recommendation Link(SegmentedReport report, ImmutableArray<DateItem> dates, ImmutableArray<Mention> mentions)
    {
        var block = report.Blocks[1];
        var statement = new Recommendation
        {
            Id = "r1",
            Start = block.ContentStart,
            End = block.End,
            Text = report.Text[block.ContentStart..block.End],
            Kind = RecommendationKind.Plan,
            Category = "other",
            Actors = [],
            Period = null,
            Status = null,
            Amounts = [],
            Section = "s1",
            Confidence = 1,
            Source = "rule:test",
        };
        return Assert.Single(Linker.Link(report, [statement], new Tags(mentions, dates, [])));
    }
}
