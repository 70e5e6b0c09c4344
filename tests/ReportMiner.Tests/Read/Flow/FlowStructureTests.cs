using ReportMiner.Documents;
using ReportMiner.Read.Flow;
using Xunit;

namespace ReportMiner.Tests.Read.Flow;

/// <summary>What a word processor's document becomes as lines and blocks.</summary>
public sealed class FlowStructureTests
{
    private const string Statement = "마을버스가 닿지 않는 산간 마을을 묶어 수요응답형 버스를 하루 여섯 번 이상 다니게 하고";

    [Fact]
    public void A_paragraph_is_a_block_whatever_its_length()
    {
        var report = new FlowReport().Add(Statement).Add("운행을 늘린다").Add(Statement).Segment();
        Assert.Equal([Statement, "운행을 늘린다", Statement], report.Blocks.Select(b => report.Text[b.Start..b.End]));
    }

    [Fact]
    public void A_break_the_author_set_ends_no_block_unless_a_sign_follows()
    {
        var report = new FlowReport().Add("□ 산간 마을의\n버스 운행을 늘림\n○ 하루 여섯 번 이상 다님").Segment();
        Assert.Equal(["□ 산간 마을의 버스 운행을 늘림", "○ 하루 여섯 번 이상 다님"], report.Blocks.Select(b => report.Text[b.Start..b.End]));
    }

    [Fact]
    public void A_note_stands_behind_its_paragraph_and_is_linked_to_its_very_mark()
    {
        var report = new FlowReport().Noted("수요응답형 버스{부르면 오는 버스}를 늘린다. 값은 1) 천 원, 2) 이천 원이다.", "1").Add("1) 시범 마을을 고름").Add("2) 전화로 부름").Segment();
        var note = Assert.Single(report.Footnotes);
        Assert.Equal(("1", "부르면 오는 버스"), (note.Marker, note.Text));
        var mark = Assert.Single(note.References);
        Assert.Equal("버스1)를", report.Text[(mark.Start - 2)..(mark.End + 1)]);
        Assert.Equal([BlockKind.Paragraph, BlockKind.Footnote, BlockKind.ListItem, BlockKind.ListItem], report.Blocks.Select(b => b.Kind));
    }

    [Fact]
    public void Endnotes_stand_at_the_end_with_all_their_paragraphs()
    {
        var endnote = new FlowNote("1", "1)", true, [FlowReport.Text("정류장 사이 거리는 지도에서 잰 것", 9), FlowReport.Text("2월에 다시 잼", 9)]);
        var report = new FlowReport()
            .Add(new FlowParagraph([new FlowSpan("정류장이 멀다", FlowReport.Body), new FlowSpan("1)", FlowReport.Body with { Raised = true }, endnote)]))
            .Add("○ 정류장을 옮김").Segment();
        Assert.Equal(["정류장이 멀다1)", "○ 정류장을 옮김", "1) 정류장 사이 거리는 지도에서 잰 것 2월에 다시 잼"], report.Blocks.Select(b => report.Text[b.Start..b.End]));
        Assert.Equal("정류장 사이 거리는 지도에서 잰 것 2월에 다시 잼", Assert.Single(report.Footnotes).Text);
    }

    [Fact]
    public void Merged_cells_keep_their_spans()
    {
        var table = new FlowTable([FlowReport.Cell(0, 0, "구분", down: 2), FlowReport.Cell(0, 1, "운행 횟수", right: 2), FlowReport.Cell(1, 1, "평일"), FlowReport.Cell(1, 2, "주말"), FlowReport.Cell(2, 0, "가람면"), FlowReport.Cell(2, 1, "6"), FlowReport.Cell(2, 2, "4")]);
        var found = Assert.Single(new FlowReport().Add("표 앞").Add(table).Segment().Tables);
        Assert.Equal(["구분|운행 횟수|", "|평일|주말", "가람면|6|4"], Rows(found));
        Assert.Equal([new CellSpan(0, 0, 2, 1), new CellSpan(0, 1, 1, 2)], found.Spans.Select(s => s));
    }

    [Fact]
    public void A_table_in_a_cell_is_a_table_of_its_own_behind_the_one_it_stands_in()
    {
        var inner = FlowReport.Grid("면|횟수", "가람면|6");
        var outer = new FlowTable([FlowReport.Cell(0, 0, "현황"), FlowReport.Cell(0, 1, "비고"), new FlowCell(1, 0, 1, 1, false, [FlowReport.Text("면마다 다름"), inner]), FlowReport.Cell(1, 1, "조사 중")]);
        var tables = new FlowReport().Add(outer).Add("끝").Segment().Tables;
        Assert.Equal(["현황|비고", "면마다 다름|조사 중"], Rows(tables[0]));
        Assert.Equal(["면|횟수", "가람면|6"], Rows(tables[1]));
    }

    [Fact]
    public void A_frame_of_tables_is_no_table()
    {
        var frame = new FlowTable([new FlowCell(0, 0, 1, 1, false, [FlowReport.Grid("면|횟수", "가람면|6")]), new FlowCell(0, 1, 1, 1, false, [FlowReport.Grid("면|횟수", "나루면|3")])]);
        Assert.Equal(["가람면", "나루면"], new FlowReport().Add(frame).Segment().Tables.Select(t => t.Rows[1][0]));
    }

    [Fact]
    public void A_frame_round_text_is_text()
    {
        var report = new FlowReport().Add(new FlowTable([new FlowCell(0, 0, 1, 1, false, [FlowReport.Text("○ 버스를 늘림"), FlowReport.Text("○ 값을 내림")])])).Segment();
        Assert.Empty(report.Tables);
        Assert.Equal(["○ 버스를 늘림", "○ 값을 내림"], report.Blocks.Select(b => report.Text[b.Start..b.End]));
    }

    [Fact]
    public void A_number_and_a_title_side_by_side_are_a_heading()
    {
        var report = new FlowReport().Add(FlowReport.Grid("Ⅱ| |운행 개선 과제")).Add("□ " + Statement + " 값을 내린다.").Segment();
        Assert.Equal(("Ⅱ", "운행 개선 과제"), Assert.Single(report.Sections.Select(s => (s.Number, s.Title))));
    }

    [Fact]
    public void A_grid_of_absurd_size_is_read_as_text()
    {
        var far = new FlowTable([.. Enumerable.Range(0, 600).Select(i => FlowReport.Cell(i * 1000, i * 1000, "칸" + i))]);
        var report = new FlowReport().Add(far).Segment();
        Assert.Empty(report.Tables);
        Assert.Contains("칸599", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_caption_the_file_states_is_its_table_s()
    {
        var report = new FlowReport().Add(FlowReport.Text("면별 운행 횟수") with { Kind = FlowKind.Caption }, FlowReport.Grid("면|횟수", "가람면|6")).Segment();
        Assert.Equal("면별 운행 횟수", Assert.Single(report.Tables).Caption);
    }

    [Fact]
    public void A_short_paragraph_of_an_outline_level_is_a_heading_and_a_statement_is_none()
    {
        var report = new FlowReport()
            .Add(FlowReport.Text("추진 배경") with { Kind = FlowKind.Heading, Level = 1 })
            .Add(FlowReport.Text(Statement + ", 마을마다 정류장을 하나씩 두어 누구나 걸어서 십 분 안에 닿을 수 있게 하며 값은 천 원을 넘지 않게 한다.") with { Kind = FlowKind.Heading, Level = 2 }).Segment();
        Assert.Equal("추진 배경", Assert.Single(report.Sections).Title);
    }

    [Fact]
    public void Larger_print_than_the_text_s_is_a_heading_though_tables_are_set_smaller()
    {
        var table = FlowReport.Grid([.. Enumerable.Range(0, 12).Select(i => $"가람면 {i}리|하루 {i}번 다니며 주말에는 쉰다")]);
        var report = new FlowReport().Add("운행 현황", 18).Add(Statement, 14).Add(table with { Cells = [.. table.Cells.Select(c => c with { Blocks = [FlowReport.Text(((FlowParagraph)c.Blocks[0]).Spans[0].Text, 9)] })] }).Add(Statement, 14).Segment();
        Assert.Equal("운행 현황", Assert.Single(report.Sections).Title);
    }

    [Fact]
    public void What_stands_beside_the_text_is_listed()
    {
        var read = new FlowReport().Add("본문").Aside(RemovalReason.RunningHead, "교통정책연구").Aside(RemovalReason.Memo, "수치 확인 필요").Read();
        Assert.Equal([(RemovalReason.RunningHead, "교통정책연구"), (RemovalReason.Memo, "수치 확인 필요")], read.Removed.Select(r => (r.Reason, r.Text)));
    }

    [Fact]
    public void Halves_of_characters_and_zero_widths_are_listed_as_lost()
    {
        var read = new FlowReport().Add("값\uD83D은 \u200B천 원").Read();
        Assert.Equal("값은 천 원", read.Pages[0].Lines[0].Text);
        Assert.Equal((RemovalReason.Unreadable, "\uFFFD\u200B"), Assert.Single(read.Removed.Select(r => (r.Reason, r.Text))));
    }

    [Fact]
    public void Page_breaks_part_the_lines()
    {
        var read = new FlowReport().Add("표지").Add(FlowReport.Text("본문") with { OpensPage = true }).Read();
        Assert.Equal(["표지", "본문"], read.Pages.Select(p => Assert.Single(p.Lines).Text));
    }

    private static IEnumerable<string> Rows(Table table) => table.Rows.Select(r => string.Join('|', r));
}
