using ReportMiner.Documents;
using ReportMiner.Segment;
using Xunit;

namespace ReportMiner.Tests.Segment;

/// <summary>Structure told by print and place.</summary>
public sealed class StructurePagesTests
{
    private const string Prose = "연안 여객선의 운항 횟수는 지난 십 년 동안 꾸준히 줄었으며 섬 주민의 이동은";

    [Xunit.Fact]
    public void Of_one_kind_of_marker_only_those_in_heavier_print_are_headings()
    {
        var report = new StructurePages()
            .Line("1. 운항 현황", 14, bold: true).Line(Prose, full: true).Line("갈수록 어려워지고 있다.")
            .Line("1. 선박을 새로 짓는다.").Line("2. 선원을 더 뽑는다.")
            .Line("2. 개선 방향", 14, bold: true).Line(Prose, full: true).Line("더 불편해졌다.")
            .Segment();
        Assert.Equal([("1", "운항 현황"), ("2", "개선 방향")], report.Sections.Select(s => (s.Number!, s.Title)));
        Assert.Equal(2, report.Blocks.Count(b => b.Kind == BlockKind.ListItem));
    }

    [Xunit.Fact]
    public void A_square_before_a_statement_in_the_text_s_own_print_is_an_item()
    {
        var report = new StructurePages()
            .Line("Ⅰ. 추진 방향", 16, bold: true)
            .Line("□ 결항이 잦은 항로에 예비 선박을 두어 운항을 이어 감").Line("○ 예비 선박 네 척을 빌림")
            .Line("□ 선착장을 고쳐 휠체어로 배에 오를 수 있게 함").Line("○ 선착장 열두 곳을 먼저 고침")
            .Segment();
        Assert.Equal(["추진 방향"], report.Sections.Select(s => s.Title));
        Assert.Equal([1, 2, 1, 2], report.Blocks.Where(b => b.Kind == BlockKind.ListItem).Select(b => b.Level));
    }

    [Xunit.Fact]
    public void A_numbered_title_of_two_lines_is_one_heading()
    {
        var report = new StructurePages()
            .Line("제1장 섬 주민의 이동권을 넓히기 위한 여객선", 16, bold: true).Line("운항 제도의 개편 방향", 16, bold: true)
            .Line(Prose, full: true).Line("어려워지고 있다.").Segment();
        Assert.Equal("섬 주민의 이동권을 넓히기 위한 여객선 운항 제도의 개편 방향", Assert.Single(report.Sections).Title);
    }

    [Xunit.Fact]
    public void Numbers_go_on_where_a_summary_or_a_box_came_between()
    {
        var report = new StructurePages()
            .Line("요 약", 14, bold: true).Line("○ 항로 열두 곳을 다시 엶")
            .Line("1. 배경", 14, bold: true).Line("○ 인구가 줄어듦")
            .Line("1.1 경과", 12, bold: true).Line("○ 세 번 고침")
            .Line("참고 1 용어 풀이", 14, bold: true).Line("○ 낙도: 다리가 없는 섬")
            .Line("2. 과제", 14, bold: true).Line("○ 배를 바꿈")
            .Segment();
        Assert.Equal([("요 약", 1), ("배경", 1), ("경과", 2), ("참고 1 용어 풀이", 1), ("과제", 1)], report.Sections.Select(s => (s.Title, s.Level)));
    }

    [Xunit.Fact]
    public void A_cover_holds_no_headings()
    {
        var report = new StructurePages().Line("섬을 잇는 뱃길", 26, bold: true).Line("한바다정책연구소", 18, bold: true).NextPage()
            .Line("Ⅰ. 배경", 16, bold: true).Line(Prose, full: true).Line("불편하다.").NextPage()
            .Line(Prose, full: true).Line("불편하다.").NextPage().Line(Prose, full: true).Line("불편하다.").Segment();
        Assert.Equal(["배경"], report.Sections.Select(s => s.Title));
        Assert.StartsWith("섬을 잇는 뱃길", report.Text, StringComparison.Ordinal);
    }

    [Xunit.Fact]
    public void Contents_with_entries_of_two_lines_are_contents()
    {
        var report = new StructurePages()
            .Line("목 차", 16, bold: true).Line("Ⅰ. 배경 ················ 3")
            .Line("1. 섬 주민의 이동권을 넓히기 위한 여객선 운항 제도의").Line("개편 방향 ········ 4")
            .Line("2. 재원 ················ 6").Line("Ⅱ. 일정 ················ 8").NextPage()
            .Line("Ⅰ. 배경", 16, bold: true).Line(Prose, full: true).Line("불편하다.").Segment();
        Assert.Equal(6, report.Blocks.Count(b => b.Kind == BlockKind.Toc));
        var unmet = Assert.Single(report.Diagnostics, d => d.Code == "RM2103").Message;
        Assert.Contains("2개", unmet, StringComparison.Ordinal);
        Assert.Contains("1. 섬 주민의 이동권을 넓히기 위한 여객선 운항 제도의 개편 방향", unmet, StringComparison.Ordinal);
        Assert.Equal(["배경"], report.Sections.Select(s => s.Title));
    }

    [Xunit.Fact]
    public void A_running_head_is_known_by_its_place_and_a_repeated_sentence_is_none()
    {
        var pages = new StructurePages();
        for (var p = 1; p <= 4; p++)
        {
            pages.Line(p == 4 ? "일정" : "섬 뱃길 정책", 8, y: 40).Line("1. 뱃길 " + p, 14, bold: true, y: 80).Line(Prose, full: true).Line("제" + p + "항로가 불편하다.").Line("다음은 제" + (p * p) + "차 조사이다.");
            pages.Line("2026년 " + (3 * p) + "월 1일부터 운항하는 배에 적용", y: 400 + (60 * p));
            pages.NextPage();
        }

        var report = pages.Segment();
        Assert.Equal(["섬 뱃길 정책", "섬 뱃길 정책", "섬 뱃길 정책", "일정"], report.Removed.Select(r => r.Text));
        Assert.Equal(4, report.Text.Split("부터 운항하는 배에 적용").Length - 1);
    }

    [Xunit.Fact]
    public void An_item_takes_the_line_whose_first_word_would_not_have_fitted()
    {
        var report = new StructurePages()
            .Line(Prose, full: true).Line(Prose, full: true).Line(Prose, full: true).Line(Prose, full: true)
            .Line("○ 결항이 잦은 항로의 선박을 먼저 바꾸고 선원 교육을 늘리며 관계기관과 다시 힘껏 함께").Line("실태를 살핌", x: 83)
            .Line("○ 선착장을 고침").Line("새 문단은 여기에서 시작한다.", x: 83)
            .Segment();
        Assert.Equal(["○ 결항이 잦은 항로의 선박을 먼저 바꾸고 선원 교육을 늘리며 관계기관과 다시 힘껏 함께 실태를 살핌", "○ 선착장을 고침"],
            report.Blocks.Where(b => b.Kind == BlockKind.ListItem).Select(b => report.Text[b.Start..b.End]));
    }

    [Xunit.Fact]
    public void A_sentence_s_last_syllable_at_a_line_s_head_counts_no_paragraph()
    {
        var report = new StructurePages().Line("여객선을 새로 짓는 데 드는 돈은 나라와 시도가 반씩 나누어 내기로 하였", full: true)
            .Line("다. 나머지는 운항사가 낸다.").Line(Prose, full: true).Segment();
        Assert.DoesNotContain(report.Blocks, b => b.Kind is BlockKind.ListItem or BlockKind.Heading);
        Assert.Contains("하였다. 나머지는", report.Text, StringComparison.Ordinal);
    }

    [Xunit.Fact]
    public void A_ruled_table_keeps_its_merged_cells_unit_caption_and_source()
    {
        var report = new StructurePages()
            .Line("<표 2> 항로별 지원").Line("(단위: 백만 원)", x: 430)
            .Table([70, 170, 270, 370], "항로 | 지원 | <", "^ | 국비 | 도비", "남해 | 120 | 30", "서해 | 90 | -")
            .Line("자료: 한바다정책연구소(2025).")
            .Segment();
        var table = Assert.Single(report.Tables);
        Assert.Equal(("표 2", "항로별 지원", "백만 원", "자료: 한바다정책연구소(2025).", 2), (table.Label, table.Caption, table.Unit, table.SourceLine, table.HeaderRows));
        Assert.Equal(["항로|지원|", "|국비|도비", "남해|120|30", "서해|90|-"], Rows(table));
        Assert.Equal([new CellSpan(0, 0, 2, 1), new CellSpan(0, 1, 1, 2)], table.Spans.ToArray());
        Assert.All(table.CellSpans.Zip(table.Rows), r => Assert.Equal(r.Second.AsEnumerable(), r.First.Select(s => report.Text[s.Start..s.End])));
    }

    [Xunit.Fact]
    public void A_table_over_a_page_s_end_is_one_without_its_second_head()
    {
        double[] borders = [70, 170, 270, 370];
        var report = new StructurePages()
            .Table(borders, "해역 | 항로 | 편수", "남해 | 거문 | 12", "^ | 초도 | 8").NextPage()
            .Table(borders, "해역 | 항로 | 편수", " | 손죽 | 5", "서해 | 연평 | 9")
            .Segment();
        var table = Assert.Single(report.Tables);
        Assert.Equal(["해역|항로|편수", "남해|거문|12", "|초도|8", "|손죽|5", "서해|연평|9"], Rows(table));
        Assert.Equal([new CellSpan(1, 0, 3, 1)], table.Spans.ToArray());
        Assert.Equal(3, report.Removed.Count(r => r.Reason == RemovalReason.RunningHead));
        Assert.DoesNotContain(report.Diagnostics, d => d.Code == "RM2001");
    }

    [Xunit.Fact]
    public void A_part_whose_rows_merge_two_columns_goes_on_with_its_table()
    {
        var report = new StructurePages()
            .Table([70, 170, 270, 370], "해역 | 항로 | 편수", "남해 | 거문 | 12").NextPage()
            .Table([70, 270, 370], "합계 | 12", "지난해 | 11")
            .Segment();
        var table = Assert.Single(report.Tables);
        Assert.Equal("합계||12", Rows(table).ElementAt(2));
        Assert.Contains(new CellSpan(2, 0, 1, 2), table.Spans);
    }

    [Xunit.Fact]
    public void Columns_without_lines_are_told_by_the_gaps_of_their_rows()
    {
        SourceLine Row(int i, params (string Text, double X)[] cells) => new()
        {
            Page = 1,
            Number = i,
            Text = string.Join('\t', cells.Select(c => c.Text)),
            FontSize = 10,
            Box = new Box(1, cells[0].X, 100 + (20 * i), cells[^1].X + 40, 110 + (20 * i)),
            Runs = [.. cells.Select((c, n) => new SourceRun(cells.Take(n).Sum(p => p.Text.Length + 1), cells.Take(n).Sum(p => p.Text.Length + 1) + c.Text.Length, new Box(1, c.X, 100 + (20 * i), c.X + (c.Text.Length * 8), 110 + (20 * i)), "Batang", 10, null, false, false))],
        };
        List<Line> lines = [new(Row(1, ("구분", 110), ("2023년", 200), ("2024년", 300)), 0, true), new(Row(2, ("남해권", 80), ("1,204", 210), ("998", 320)), 1, false), new(Row(3, ("계", 80), ("77", 230), ("6", 330)), 2, false)];
        var table = ReportMiner.Segment.Tables.AlignedTables.Build(lines);
        Assert.Equal(["구분|2023년|2024년", "남해권|1,204|998", "계|77|6"], table.Rows.Select(r => string.Join('|', r.Select(c => string.Concat(c.Select(p => p.Text)).Trim()))));
        Assert.Empty(table.Spans);
    }

    private static IEnumerable<string> Rows(Table table) => table.Rows.Select(r => string.Join('|', r));
}
