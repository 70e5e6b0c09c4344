using System.Text;
using ReportMiner.Documents;
using ReportMiner.Read.Text;
using ReportMiner.Resources;
using ReportMiner.Segment;
using ReportMiner.Tests.House;
using Xunit;

namespace ReportMiner.Tests.Segment;

public sealed class SectionRolesTests
{
    private static readonly ResourceDirectory Resources = ResourceDirectory.Open(Path.Combine(AppContext.BaseDirectory, "models"));
    private static readonly StructureRules Rules = new(Resources);
    private static readonly Segmenter Segmenter = new(Resources);

    public static TheoryData<string, string> Titles
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var line in File.ReadLines(Repository.PathOf("tests/ReportMiner.Tests/Segment/section-roles.tsv")))
            {
                rows.Add(line.Split('\t')[0], line.Split('\t')[1]);
            }

            return rows;
        }
    }

    [Xunit.Theory]
    [MemberData(nameof(Titles))]
    public void A_title_tells_the_role(string role, string title) => Assert.Equal(Enum.Parse<SectionRole>(role, true), Rules.Roles.OfTitle(title));

    [Xunit.Theory]
    [InlineData(SectionRole.Tasks, "○ 권역별 수리 지원센터 구축", "○ 정비 인력 양성", "○ 노후 선박 교체 지원")]
    [InlineData(SectionRole.Implications, "○ 정비 주기를 다시 살필 필요가 있음", "○ 선사의 부담을 함께 보아야 함", "○ 섬 주민의 참여가 바람직함")]
    [InlineData(SectionRole.Analysis, "○ 결항 일수가 해마다 증가", "○ 노후 선박이 전체의 41%를 차지", "○ 정비 인력은 여전히 부족")]
    [InlineData(SectionRole.Plan, "○ 시행계획 수립(’24.3월)", "○ 관련 법안 제출(’24.6월)", "○ 하반기 중 시범 사업 착수")]
    [InlineData(SectionRole.References, "○ 김보람(2020). 섬의 교통. 바다출판.", "○ 이누리(2019). 뱃길의 역사. 물결.", "○ 통계연구소(2021). 어항 통계. 통계연구소.")]
    [InlineData(SectionRole.Other, "○ 섬마을의 하루", "○ 뱃길의 사람들", "○ 물때와 바람")]
    public void A_title_that_says_nothing_leaves_it_to_the_statements(SectionRole role, params string[] items) =>
        Assert.Equal(role, Segment("1. 섬과 뱃길\n\n" + string.Join("\n\n", items) + "\n").Sections.Single().Role);

    [Xunit.Fact]
    public void The_parts_of_a_chapter_take_its_role_and_those_of_an_appendix_always_do()
    {
        var report = Segment("Ⅰ. 추진 과제\n\n1. 섬과 뱃길\n\n○ 물때와 바람\n\n2. 해외 현황\n\n○ 섬이 많은 나라들\n\n참고 1 지난 논의\n\n1) 해외 현황\n\n섬이 많은 나라들을 살폈다.\n");
        Assert.Equal([SectionRole.Tasks, SectionRole.Tasks, SectionRole.Analysis, SectionRole.Appendix, SectionRole.Appendix], report.Sections.Select(s => s.Role));
    }

    [Xunit.Fact]
    public void What_others_plan_abroad_is_analysis() =>
        Assert.Equal(SectionRole.Analysis, Segment("1. 일본의 섬 교통\n\n○ 낙도 항로 보조 확대\n\n○ 여객선 예약망 구축\n\n○ 섬 교통 기금 신설\n").Sections.Single().Role);

    [Xunit.Theory]
    [InlineData("○ (데이터) 공공데이터 개방", "데이터")]
    [InlineData("- [재정] 지방 재정의 확충", "재정")]
    [InlineData("○ 【인력】 돌봄 인력 양성", "인력")]
    [InlineData("① (제도개선) 등록 규정을 정비하고 심사 기간을 줄이며 수수료를 낮춤", "제도개선")]
    [InlineData("○ (데이터·인프라) 이동 자료 저장소 구축", "데이터·인프라")]
    [InlineData("○ (’23.6월) 계획 발표", null)]
    [InlineData("○ (1) 조사 개요를 먼저 밝힘", null)]
    [InlineData("○ (약 3,200억 원) 국비 투입", null)]
    [InlineData("○ (가칭) 섬교통공사 설립", null)]
    [InlineData("○ (데이터)", null)]
    [InlineData("○ 데이터: 개방 확대", null)]
    public void A_list_item_s_bracketed_lead_is_its_head(string item, string? head)
    {
        var report = Segment($"□ 추진 방향을 다음과 같이 정하고 해마다 살피기로 하였음\n\n{item}\n\n- 세부는 따로 정함\n");
        Assert.Equal(head, report.Blocks[1].Head);
        Assert.Equal(BlockKind.ListItem, report.Blocks[1].Kind);
    }

    private static SegmentedReport Segment(string text) => Segmenter.Segment(TextFileReader.Read("a.txt", Encoding.UTF8.GetBytes(text), "").Value!);
}
