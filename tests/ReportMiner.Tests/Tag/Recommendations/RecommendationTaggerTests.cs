using ReportMiner.Documents;
using ReportMiner.Tag.Recommendations;
using Xunit;

namespace ReportMiner.Tests.Tag.Recommendations;

public sealed class RecommendationTaggerTests
{
    private static readonly RecommendationTagger Tagger = new(RecommendationReport.Models, TagEngine.Rules);

    [Fact]
    public void Verbal_nouns_in_a_task_section_of_a_plan_are_plans()
    {
        var report = RecommendationReport.Of(
            SectionRole.Tasks,
            "세부 추진과제",
            "○ (생활) 섬 주민이 언제든 병원에 갈 수 있도록 야간 여객선 운항 지원(’25~)",
            "○ 작은 항구의 방파제와 하역 시설을 단계적으로 확충(120억원)");
        var found = Tagger.Tag(report, RecommendationReport.About("섬 지역 생활 여건 개선 대책"), RecommendationReport.NoTags);
        Assert.Equal(2, found.Count(r => r.Kind == RecommendationKind.Plan && r.Start > report.Blocks[0].End));
        Assert.Contains(found, r => r.Text == "작은 항구의 방파제와 하역 시설을 단계적으로 확충(120억원)");
    }

    [Fact]
    public void A_need_is_a_proposal()
    {
        var report = RecommendationReport.Of(SectionRole.Implications, "시사점", "○ 겨울철 어선의 구명 설비를 다시 살펴볼 필요", "○ 농촌 학교의 통학 버스를 늘려야 한다.");
        var found = Tagger.Tag(report, RecommendationReport.About("어촌 안전 연구"), RecommendationReport.NoTags);
        Assert.Equal(2, found.Length);
        Assert.All(found, r => Assert.Equal(RecommendationKind.Proposal, r.Kind));
    }

    [Fact]
    public void Past_facts_and_states_are_not_recommendations()
    {
        var report = RecommendationReport.Of(SectionRole.Analysis, "현황", "○ 지난해 군 지역의 분만 병원은 세 곳이 줄었다.", "○ 응급실까지 가는 시간은 평균보다 긴 수준", "○ 대형 유통업체는 새벽 배송을 여섯 개 시로 확대했다.");
        Assert.Empty(Tagger.Tag(report, RecommendationReport.About(null), RecommendationReport.NoTags));
    }

    [Fact]
    public void What_another_country_does_is_not_a_recommendation()
    {
        var report = RecommendationReport.Of(SectionRole.Analysis, "일본의 고령자 교통 정책", "○ 일본은 고령 운전자의 면허 반납을 지원", "○ 일본 지방 정부는 마을 버스 운영을 확대");
        Assert.Empty(Tagger.Tag(report, RecommendationReport.About(null), RecommendationReport.NoTags));
    }

    [Fact]
    public void Prose_gives_the_sentence_that_advises()
    {
        var report = RecommendationReport.Of(SectionRole.Implications, "정책 제언", "빈집은 해마다 늘고 있다. 따라서 지자체는 빈집 정보를 공개해야 한다. 이는 앞 장에서 보았다.");
        var found = Assert.Single(Tagger.Tag(report, RecommendationReport.About(null), RecommendationReport.NoTags));
        Assert.Equal("따라서 지자체는 빈집 정보를 공개해야 한다.", found.Text);
        Assert.Equal(found.Text, report.Text[found.Start..found.End]);
        Assert.InRange(found.Confidence, 0.5, 1);
    }
}
