using System.Text;
using ReportMiner.Documents;
using ReportMiner.Read.Text;
using ReportMiner.Resources;
using ReportMiner.Segment;
using Xunit;

namespace ReportMiner.Tests.Segment;

public sealed class SegmenterTests
{
    private static readonly Segmenter Segmenter = new(ResourceDirectory.Open(Path.Combine(AppContext.BaseDirectory, "models")));

    [Xunit.Fact]
    public void A_plan_s_headings_and_bullets_nest()
    {
        var report = Segment("""
            Ⅰ. 추진 배경

            1. 여건 진단

            □ 섬 지역 여객선의 노후화로 결항이 잦아 주민의 이동권이 위축되고 있음

             ○ 선령 20년 이상 여객선이 전체의 41%를 차지

              - 대체 선박 확보가 지연

            2. 주민 의견

            □ 결항 정보를 미리 알려 달라는 요구가 많음

            Ⅱ. 추진 과제
            """);
        Assert.Equal(
            [(1, "Ⅰ", "추진 배경"), (2, "1", "여건 진단"), (2, "2", "주민 의견"), (1, "Ⅱ", "추진 과제")],
            report.Sections.Select(s => (s.Level, s.Number!, s.Title)));
        Assert.Equal(SectionRole.Tasks, report.Sections[^1].Role);
        Assert.Equal([1, 2, 3, 1], report.Blocks.Where(b => b.Kind == BlockKind.ListItem).Select(b => b.Level));
        Assert.Equal("s1", report.Sections[2].Parent);
    }

    [Xunit.Fact]
    public void A_sentence_that_a_note_interrupts_goes_on_after_it()
    {
        var report = Segment(
            "항만 배후단지의 전력 수요는 해마다 빠르게 늘고 있으며 이에 맞춘 송전 설비의 \n\n" +
            "보강이 늦어지면서 입주를 미루는 기업이 나타나고 있다는 조사3)가 여러 차례 \n\n" +
            "3) 항만연구회, 배후단지 전력 수급 점검, 2022.4.\n" +
            " 발표되었다. 이 절에서는 그 원인을 전력망과 제도로 나누어 차례로 살펴본다. \n\n");
        var note = Assert.Single(report.Footnotes);
        Assert.Equal("3", note.Marker);
        var reference = Assert.Single(note.References);
        Assert.Equal("3)", report.Text[reference.Start..reference.End]);
        Assert.Contains("여러 차례 발표되었다", report.Text, StringComparison.Ordinal);
    }

    [Xunit.Fact]
    public void A_star_line_is_a_note_only_where_a_star_points_to_it()
    {
        var report = Segment("""
            ○ 산림 재난 대응 인력*을 권역별로 배치

              * 진화대, 예찰단, 복구지원단을 말함

            ○ 민가 주변의 위험목을 먼저 제거

              * 2024년부터 군 단위로 시행
            """);
        var note = Assert.Single(report.Footnotes);
        Assert.Equal("진화대, 예찰단, 복구지원단을 말함", note.Text);
        Assert.Equal(BlockKind.ListItem, report.Blocks[^1].Kind);
    }

    [Xunit.Fact]
    public void A_heading_like_2_with_a_bracket_is_no_note()
    {
        var report = Segment("1) 조사 개요\n\n조사는 전국 17개 시도에서 실시되었다.\n\n2) 조사 결과\n\n응답률은 61%였다.\n");
        Assert.Empty(report.Footnotes);
        Assert.Equal(["조사 개요", "조사 결과"], report.Sections.Select(s => s.Title));
    }

    [Xunit.Fact]
    public void A_caption_joins_the_table_below_it()
    {
        var report = Segment("<표 2-1> 권역별 저수율\n\n권역\t2022년\t2023년\n영동\t61.2\t48.7\n호남\t44.0\t39.5\n\n자료: 농어촌물관리포럼\n");
        var table = Assert.Single(report.Tables);
        Assert.Equal("표 2-1", table.Label);
        Assert.Equal("권역별 저수율", table.Caption);
        Assert.Equal(["호남", "44.0", "39.5"], table.Rows[2].ToArray());
        Assert.Equal(1, table.HeaderRows);
        Assert.Equal(BlockKind.Source, report.Blocks[^1].Kind);
    }

    [Xunit.Fact]
    public void Markdown_leaves_no_marks_in_the_text_but_lists_them()
    {
        var report = Segment("# 요약\n\n## Ⅰ 추진 배경\n\n- **(재정)** 지방의 재정 여건\\*이 나빠짐\n  - \\* 세입 감소가 3년째 이어짐\n\n### 전략1. 세원 발굴\n");
        Assert.DoesNotContain("**", report.Text, StringComparison.Ordinal);
        Assert.Equal("세입 감소가 3년째 이어짐", Assert.Single(report.Footnotes).Text);
        Assert.Contains(report.Removed, r => r.Reason == RemovalReason.Markup);
        Assert.Equal("전략1", report.Sections[^1].Number);
    }

    [Xunit.Fact]
    public void A_row_s_head_is_parted_from_its_items_in_a_dump_of_a_table()
    {
        var report = Segment(
            "구분 기업 현황\n\n" +
            "가람소프트 •회의록을 요약하는 서비스 ‘모아글’을 출시하고 공공기관 열두 곳에 시험 공급함\n\n" +
            "두레로봇\n•물류 창고의 분류 작업을 맡는 로봇 ‘나르미’의 판매를 개시하여 해외로 넓힘\n\n" +
            "•병원 안에서 약품을 나르는 로봇의 실증을 마치고 내년부터 대형 병원에 공급할\n\n예정\n\n" +
            "서울 • 부산 • 대구의 물류 창고에서 시험 운행\n");
        Assert.Equal(
            ["구분 기업 현황", "가람소프트", "•회의록을", "두레로봇", "•물류", "•병원", "서울"],
            report.Blocks.Select(b => report.Text[b.Start..b.End]).Select(t => t.StartsWith('구') ? t : t.Split(' ')[0]));
        Assert.Equal([2, 4, 5], Enumerable.Range(0, report.Blocks.Length).Where(i => report.Blocks[i].Kind == BlockKind.ListItem));
        Assert.EndsWith("예정", report.Text[report.Blocks[5].Start..report.Blocks[5].End], StringComparison.Ordinal);
        Assert.DoesNotContain(report.Diagnostics, d => d.Code == "RM2001");
    }

    [Xunit.Theory]
    [InlineData("- 12 -", RemovalReason.PageNumber)]
    public void A_page_number_is_taken_out_and_listed(string line, RemovalReason reason)
    {
        var report = Segment($"첫째 문단이다.\n\n{line}\n\n둘째 문단이다.\n");
        Assert.Equal((reason, line), report.Removed.Select(r => (r.Reason, r.Text)).Single());
        Assert.DoesNotContain("12", report.Text, StringComparison.Ordinal);
    }

    [Xunit.Fact]
    public void Every_character_is_in_a_block_or_in_the_removals()
    {
        const string Input = "# 제목\n\n□ **(가)** 본문 👉 이어짐\n\n\t \uFFFD사라진 글머리\n\n<b>굵게</b> &lt;표 1&gt;\n\n| 가 | 나 |\n| --- | --- |\n| 1 |  |\n\n  * 별표\n\n목 차\n\nⅠ. 서론 ·········· 3\n";
        var report = Segment(Input);
        Assert.DoesNotContain(report.Diagnostics, d => d.Code == "RM2001");
        var covered = report.Blocks.Sum(b => Solid(report.Text[b.Start..b.End]));
        Assert.Equal(Solid(report.Text), covered);
        // The entities &lt; and &gt; are mended to one character each.
        Assert.Equal(Solid(Input) - 6, covered + report.Removed.Sum(r => Solid(r.Text)));
    }

    private static int Solid(string text) => text.Count(c => !char.IsWhiteSpace(c));

    private static SegmentedReport Segment(string text) => Segmenter.Segment(TextFileReader.Read("a.txt", Encoding.UTF8.GetBytes(text), "").Value!);
}
