using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Read;
using ReportMiner.Read.Pdf;
using ReportMiner.Resources;
using Xunit;

namespace ReportMiner.Tests.Read;

/// <summary>Runs at places on an A4 page, and the lines that are read from them.</summary>
public class ReadingOrderTests
{
    private const double PageWidth = 595;
    private const double PageHeight = 842;

    private static readonly PdfFont Body = new("Batang", 10, "#000000");

    private static readonly RunMender Mender = new(SymbolMap.Load(ResourceDirectory.Open(Path.Combine(AppContext.BaseDirectory, "models"))));

    [Xunit.Fact]
    public void Two_figures_side_by_side_are_read_one_after_the_other()
    {
        var lines = Lines(
            Run("성과지표: 도서관 이용자를 두 배로 늘리고 연체는 반으로 줄이는 것을 목표로 함", 80, 80, 510),
            Run("| 도서관 방문자 수 |", 130, 100, 230), Run("| 장서 대출 권수 |", 370, 100, 460),
            Run("(단위: 명)", 240, 114, 282), Run("(단위: 권)", 470, 114, 512),
            Run("31", 100, 150, 110), Run("54", 160, 140, 170), Run("720", 350, 150, 365), Run("890", 410, 135, 425),
            Run("2021", 95, 180, 115), Run("2022", 155, 180, 175), Run("2021", 345, 180, 365), Run("2022", 405, 180, 425),
            Run("방문자는 출입문에서 세며 같은 사람이 여러 번 드나들어도", 80, 205, 290),
            Run("분관을 포함한 모든 도서관을 합한 값으로 해마다 말에 발표하며 공휴일은 빼고 셈함", 80, 220, 510));
        Assert.Equal(
            [
                "성과지표: 도서관 이용자를 두 배로 늘리고 연체는 반으로 줄이는 것을 목표로 함",
                "| 도서관 방문자 수 |", "(단위: 명)", "54", "31", "2021\t2022",
                "| 장서 대출 권수 |", "(단위: 권)", "890", "720", "2021\t2022",
                "방문자는 출입문에서 세며 같은 사람이 여러 번 드나들어도",
                "분관을 포함한 모든 도서관을 합한 값으로 해마다 말에 발표하며 공휴일은 빼고 셈함",
            ],
            lines.Select(l => l.Text));
    }

    [Xunit.Fact]
    public void Bracketed_heads_of_a_table_do_not_part_it()
    {
        var lines = Lines(
            Run("항목", 80, 100, 100), Run("[개편하기 전]", 200, 100, 270), Run("[개편한 다음]", 380, 100, 450),
            Run("이용료", 80, 120, 110), Run("3천 원", 200, 120, 230), Run("2천 원", 380, 120, 410),
            Run("대출 기간", 80, 140, 120), Run("7일", 200, 140, 220), Run("14일", 380, 140, 405));
        Assert.Equal(["항목\t[개편하기 전]\t[개편한 다음]", "이용료\t3천 원\t2천 원", "대출 기간\t7일\t14일"], lines.Select(l => l.Text));
    }

    [Xunit.Fact]
    public void Turned_text_comes_behind_the_page_and_in_no_sentence()
    {
        var page = PopplerXml.Read(new StringReader(
            "<page number=\"1\" top=\"0\" left=\"0\" height=\"842\" width=\"595\">\n<fontspec id=\"0\" size=\"10\" family=\"Batang\" color=\"#000000\"/>\n"
            + "<text top=\"100\" left=\"80\" width=\"200\" height=\"10\" font=\"0\">발전량은 지난해보다 크게 늘었고</text>\n"
            + "<text top=\"104\" left=\"60\" width=\"0.000000\" height=\"10\" font=\"0\">발전량(기가와트시)</text>\n"
            + "<text top=\"120\" left=\"80\" width=\"150\" height=\"10\" font=\"0\">수요는 그대로였음</text>\n</page>\n")).Pages.Single();
        Assert.Equal([false, true, false], page.Runs.Select(r => r.Turned));
        Assert.Equal(["발전량은 지난해보다 크게 늘었고", "수요는 그대로였음", "발전량(기가와트시)"], Lines([.. page.Runs]).Select(l => l.Text));
    }

    [Xunit.Fact]
    public void A_page_number_beside_the_text_is_no_part_of_the_line_it_stands_on()
    {
        PdfRun[] runs = [Run("창작 지원", 80, 700, 120), Run("58.2", 300, 700, 320), Run("44.1", 500, 700, 520), Run("5", 565, 702, 571)];
        Assert.Equal(["창작 지원\t58.2\t44.1", "5"], Lines(runs).Select(l => l.Text));
        // The last column of a table has cells above and below.
        Assert.Equal(["창작 지원\t58.2\t44.1\t5", "교육 지원\t61.0\t39.7\t6"], Lines([
            .. runs, Run("교육 지원", 80, 720, 120), Run("61.0", 300, 720, 320), Run("39.7", 500, 720, 520), Run("6", 565, 722, 571)]).Select(l => l.Text));
    }

    [Xunit.Fact]
    public void Letters_one_below_the_other_are_a_word_and_a_column_of_cells_is_none()
    {
        var stacked = "기획과".Select((c, i) => Run(c.ToString(), 100, 100 + (12 * i), 110)).Concat("홍보실".Select((c, i) => Run(c.ToString(), 200, 100 + (12 * i), 210)));
        Assert.Equal(["기획과\t홍보실", "(11)\t(7)"], Lines([.. stacked, Run("(11)", 96, 140, 114), Run("(7)", 198, 140, 212)]).Select(l => l.Text));

        var cells = "상중하".Select((c, i) => Run(c.ToString(), 100, 100 + (20 * i), 110));
        Assert.Equal(["상\t9점", "중\t6점", "하\t3점"], Lines([.. cells, Run("9점", 200, 100, 220), Run("6점", 200, 120, 220), Run("3점", 200, 140, 220)]).Select(l => l.Text));
    }

    [Xunit.Fact]
    public void Notes_in_the_margin_are_read_as_a_whole_behind_the_page()
    {
        var body = Enumerable.Range(1, 10).Select(i => Run($"본문의 {i}번째 줄은 난방비 지원 기준을 차례로 설명한다", 80, 100 + (16 * i), 400)).ToList();
        var notes = new[] { "난방비는 겨울 넉 달의", "전기와 가스 요금을", "합한 값이다." }.Select((t, i) => Run(t, 430, 130 + (11 * i), 520) with { Font = Body with { Size = 8 }, Y1 = 138 + (11 * i) }).ToList();
        Assert.Equal([.. body.Select(r => r.Text), .. notes.Select(r => r.Text)], Lines([.. body, .. notes]).Select(l => l.Text));
        // Small cells beside the words of their table, which the body is as wide as, stay where they are.
        var wide = Run("본문의 다른 줄은 난방비 지원 기준을 차례로 설명하며 오른쪽 끝까지 나간다", 80, 300, 530);
        Assert.DoesNotContain(notes[0].Text, Lines([.. body, .. notes, wide]).Select(l => l.Text));
    }

    [Xunit.Fact]
    public void A_number_half_way_down_the_lines_of_its_item_leads_the_first()
    {
        var lines = Lines(Run("3.", 80, 80, 90), Run("해양환경 조사 보고", 100, 80, 200), Run("4.", 80, 107, 90), Run("연안 정비 계획 수립을 위한 기초 연구와", 100, 100, 300), Run("주민 의견 조사", 100, 114, 180));
        Assert.Equal(["3. 해양환경 조사 보고", "4. 연안 정비 계획 수립을 위한 기초 연구와", "주민 의견 조사"], lines.Select(l => l.Text));
    }

    [Xunit.Fact]
    public void Small_print_far_beside_a_large_title_is_a_line_of_its_own()
    {
        var title = Run("지원 범위 조정", 80, 100, 220) with { Font = Body with { Size = 22 }, Y1 = 122 };
        Assert.Equal(["지원 범위 조정", "도서관정책과 ☎ 044-000-0000"], Lines(title, Run("도서관정책과 ☎ 044-000-0000", 360, 116, 500)).Select(l => l.Text));
        var number = Run("01", 80, 90, 110) with { Font = Body with { Size = 30 }, Y1 = 122 };
        Assert.Equal(["01 들어가며"], Lines(number, Run("들어가며", 116, 108, 160)).Select(l => l.Text));
    }

    [Xunit.Fact]
    public void A_shadow_is_taken_out_and_a_doubled_digit_is_not()
    {
        var shadow = Run("지원 사업", 80, 100, 130) with { Y1 = 114 };
        var lines = Lines(shadow, shadow with { X0 = 78.4, X1 = 128.4, Y0 = 98.6, Y1 = 112.6 }, Run("1", 200, 100, 205), Run("1", 205, 100, 210));
        Assert.Equal("지원 사업\t11", Assert.Single(lines).Text);
    }

    [Xunit.Fact]
    public void A_space_at_a_line_s_end_is_kept()
    {
        Assert.Equal(["연구를 늘리고 "], Lines(Run("연구를 늘리고 ", 80, 100, 150)).Select(l => l.Text));
        Assert.Equal(["연구를 늘리고 "], Lines(Run("연구를 늘리고", 80, 100, 145), Run(" ", 145, 100, 150)).Select(l => l.Text));
    }

    [Xunit.Fact]
    public void Signs_from_another_font_stand_where_they_stand()
    {
        PdfRun[] runs = [Run("연구기관 대학 출연 등 의", 100, 100, 210), Run("( ·   )", 142, 100, 201), Run("인력을 활용", 220, 100, 270)];
        (string Text, int X0, int X1)[] words = [("연구기관", 100, 140), ("(", 142, 145), ("대학", 145, 165), ("·", 165, 168), ("출연", 168, 188), ("등", 190, 199), (")", 199, 202), ("의", 202, 210), ("인력을", 220, 248), ("활용", 252, 270)];
        var boxes = "<page width=\"595\" height=\"842\">\n" + string.Concat(words.Select(w => $"<word xMin=\"{w.X0}\" yMin=\"100\" xMax=\"{w.X1}\" yMax=\"110\">{w.Text}</word>\n"));
        ImmutableArray<PdfPage> pages = [new PdfPage(7, PageWidth, PageHeight, [.. runs])];

        Assert.Equal((7, 7), Assert.Single(WordBreaks.Lacking(pages)));
        Assert.Equal(["연구기관 (대학·출연 등)의 인력을 활용"], Lines([.. WordBreaks.Restore(pages, 7, PageWords.Read(new StringReader(boxes)))[0].Runs]).Select(l => l.Text));
        Assert.Empty(WordBreaks.Lacking([new PdfPage(1, PageWidth, PageHeight, [runs[0], runs[2]])]));
    }

    private static PdfRun Run(string text, double x0, double y0, double x1) => new(text, x0, y0, x1, y0 + 10, Body, false);

    private static List<SourceLine> Lines(params PdfRun[] runs)
    {
        var fragments = Mender.Mend(new PdfPage(1, PageWidth, PageHeight, [.. runs]), []);
        return [.. ReadingOrder.Regions(fragments, PageWidth, PageHeight).SelectMany(r => LineBuilder.Lines(r, 1, 1))];
    }
}
