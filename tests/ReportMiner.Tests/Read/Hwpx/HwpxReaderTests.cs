using System.Globalization;
using ReportMiner.Documents;
using ReportMiner.Read;
using ReportMiner.Read.Flow;
using ReportMiner.Read.Hwpx;
using ReportMiner.Tests.Read.Flow;
using Xunit;
using static ReportMiner.Tests.Read.Hwpx.HwpxFile;

namespace ReportMiner.Tests.Read.Hwpx;

public sealed class HwpxReaderTests
{
    [Fact]
    public void Paragraphs_come_in_the_order_of_the_sections()
    {
        var document = Read(new HwpxFile().Head().Section(")", P(T("첫 구역"))).Section(")", P(T("둘째 구역")))
            .Part("Contents/content.hpf", """<opf:package xmlns:opf="http://www.idpf.org/2007/opf/"><opf:metadata><opf:title>산간 교통 대책</opf:title></opf:metadata><opf:manifest><opf:item id="a" href="Contents/section1.xml"/><opf:item id="b" href="section0.xml"/></opf:manifest><opf:spine><opf:itemref idref="a"/><opf:itemref idref="b"/></opf:spine></opf:package>"""));
        Assert.Equal(["둘째 구역", "첫 구역"], FlowText.Of(document.Blocks));
        Assert.Equal("산간 교통 대책", document.Title);
    }

    [Fact]
    public void Sections_without_an_order_go_by_their_numbers()
    {
        var file = new HwpxFile().Head();
        for (var i = 0; i < 11; i++)
        {
            file.Section(")", P(T("구역 " + i.ToString(CultureInfo.InvariantCulture))));
        }

        Assert.Equal(Enumerable.Range(0, 11).Select(i => "구역 " + i.ToString(CultureInfo.InvariantCulture)), FlowText.Of(Read(file).Blocks));
    }

    [Fact]
    public void Shapes_tell_size_weight_and_what_is_raised()
    {
        var paragraph = Paragraphs(new HwpxFile().Head().Section(")", "<hp:p paraPrIDRef=\"0\"><hp:run charPrIDRef=\"1\"><hp:t>굵게</hp:t></hp:run><hp:run charPrIDRef=\"2\"><hp:t>2</hp:t></hp:run><hp:run charPrIDRef=\"99\"><hp:t>모름</hp:t></hp:run></hp:p>"))[0];
        Assert.Equal([new FlowStyle("바탕", 16, true, false, "#0000ff"), new FlowStyle(null, 12, false, true, "#000000"), new FlowStyle(null, 10, false, false, null)], paragraph.Spans.Select(s => s.Style));
    }

    [Fact]
    public void Outline_numbers_and_bullets_stand_before_the_text_and_blank_paragraphs_do_not_count()
    {
        var document = Read(new HwpxFile().Head().Section(")", P(T("배경"), 1), P("", 1), P(T("과제"), 1), P(T("버스를 늘림"), 2), P(T("값을 내림"), 2), P(T("정류장을 둠"), 3)));
        Assert.Equal(["Ⅰ. 배경", "Ⅱ. 과제", "③ 버스를 늘림", "④ 값을 내림", "○ 정류장을 둠"], FlowText.Of(document.Blocks));
        Assert.Equal([(FlowKind.Heading, 1), (FlowKind.Text, 0)], document.Blocks.OfType<FlowParagraph>().Where(p => !p.IsBlank).Select(p => (p.Kind, p.Level)).Distinct());
    }

    [Fact]
    public void Notes_keep_the_place_of_their_mark_and_print_it_as_the_section_says()
    {
        var paragraph = Paragraphs(new HwpxFile().Head().Section("」", P(T("수요응답형 버스") + Note("footNote", 1, "부르면 오는 버스") + T("를 늘림"))))[0];
        Assert.Equal(["수요응답형 버스", "1」", "를 늘림"], paragraph.Spans.Select(s => s.Text));
        var note = paragraph.Spans[1].Note!;
        Assert.Equal(("1", false), (note.Marker, note.Endnote));
        Assert.Equal([" 부르면 오는 버스"], FlowText.Of(note.Blocks));
    }

    [Fact]
    public void An_endnote_prints_its_number_as_usual_where_nothing_is_said() =>
        Assert.Equal("2)", Paragraphs(new HwpxFile().Head().Section("", P(T("정류장") + Note("endNote", 2, "지도에서 잼"))))[0].Spans[1].Text);

    [Fact]
    public void Cells_know_their_place_their_spans_and_their_colour()
    {
        var table = (FlowTable)Read(new HwpxFile().Head().Section(")", P(Table("", Cell(0, 0, P(T("구분")), down: 2, fill: 2) + Cell(0, 1, P(T("횟수")), right: 2), Cell(1, 1, P(T("6"))) + Cell(1, 2, P(T("4"))))))).Blocks.First(b => b is FlowTable);
        Assert.Equal([(0, 0, 2, 1, true), (0, 1, 1, 2, false), (1, 1, 1, 1, false), (1, 2, 1, 1, false)], table.Cells.Select(c => (c.Row, c.Column, c.RowSpan, c.ColumnSpan, c.Head)));
    }

    [Fact]
    public void A_table_s_caption_counts_and_stands_before_it()
    {
        var caption = "<hp:caption side=\"BOTTOM\">" + List(P(T("표 ") + Control("<hp:autoNum num=\"3\" numType=\"TABLE\"><hp:autoNumFormat type=\"DIGIT\" suffixChar=\".\"/></hp:autoNum>") + T(" 운행 횟수"))) + "</hp:caption>";
        var document = Read(new HwpxFile().Head().Section(")", P(Table(caption, Cell(0, 0, P(T("면")))))));
        Assert.Equal(["표 3. 운행 횟수", "면"], FlowText.Of(document.Blocks));
        Assert.Equal(FlowKind.Caption, document.Blocks.OfType<FlowParagraph>().First(p => !p.IsBlank).Kind);
    }

    [Fact]
    public void Boxes_and_groups_of_boxes_are_read_where_they_are_anchored()
    {
        var box = "<hp:container><hp:rect><hp:drawText>" + List(P(T("큰 제목"))) + "</hp:drawText></hp:rect><hp:pic><hp:shapeComment>그림입니다</hp:shapeComment></hp:pic></hp:container>";
        Assert.Equal(["큰 제목", "본문"], FlowText.Of(Read(new HwpxFile().Head().Section(")", P(box + T("본문")))).Blocks));
    }

    [Fact]
    public void Tracked_changes_are_read_as_accepted()
    {
        var document = Read(new HwpxFile().Head().Section(")", P(T("버스를 <hp:insertBegin/>여섯<hp:insertEnd/><hp:deleteBegin/>네<hp:deleteEnd/> 번"))));
        Assert.Equal(["버스를 여섯 번"], FlowText.Of(document.Blocks));
        Assert.Equal([(RemovalReason.Deleted, "네")], document.Asides.Select(a => (a.Reason, a.Text)));
    }

    [Fact]
    public void Heads_feet_and_memos_stand_beside_the_text()
    {
        var document = Read(new HwpxFile().Head().Section(")", P(
            Control("<hp:header>" + List(P(T("교통정책연구"))) + "</hp:header>") + Control("<hp:fieldBegin type=\"MEMO\">" + List(P(T("수치 확인"))) + "</hp:fieldBegin>") + T("본문") +
            Control("<hp:hiddenComment>" + List(P(T("숨은 설명"))) + "</hp:hiddenComment>") + Control("<hp:autoNum num=\"7\" numType=\"PAGE\"/>"))));
        Assert.Equal(["본문"], FlowText.Of(document.Blocks));
        Assert.Equal([(RemovalReason.RunningHead, "교통정책연구"), (RemovalReason.Memo, "수치 확인"), (RemovalReason.Memo, "숨은 설명")], document.Asides.Select(a => (a.Reason, a.Text)));
    }

    [Fact]
    public void Links_equations_and_ruby_are_read_as_they_look()
    {
        var link = Control("<hp:fieldBegin type=\"HYPERLINK\"><hp:parameters><hp:stringParam name=\"Path\">https://example.go.kr</hp:stringParam></hp:parameters></hp:fieldBegin>") + T("누리집") + Control("<hp:fieldEnd/>");
        Assert.Equal(["누리집 a+b 橋(교)"], FlowText.Of(Read(new HwpxFile().Head().Section(")", P(link + T(" ") + "<hp:equation><hp:script>a+b</hp:script></hp:equation>" + T("<hp:nbSpace/>") + "<hp:dutmal><hp:mainText>橋</hp:mainText><hp:subText>교</hp:subText></hp:dutmal>"))).Blocks));
    }

    [Fact]
    public void Pages_begin_at_sections_at_breaks_and_at_shapes_that_say_so()
    {
        var document = Read(new HwpxFile().Head().Section(")", P(T("하나")), P(T("둘"), attributes: "pageBreak=\"1\""), P(T("셋"), 4)));
        Assert.Equal([true, false, true, true], document.Blocks.OfType<FlowParagraph>().Select(p => p.OpensPage));
    }

    [Fact]
    public void A_locked_package_is_told() => Assert.Equal("RM1007", Failure(new HwpxFile().Head().Section(")", P(T("글")))
        .Part("META-INF/manifest.xml", """<odf:manifest xmlns:odf="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><odf:file-entry><odf:encryption-data/></odf:file-entry></odf:manifest>""")));

    [Fact]
    public void A_package_without_sections_is_damaged() => Assert.Equal("RM1006", Failure(new HwpxFile().Head()));

    [Fact]
    public void Xml_that_is_cut_short_is_damage() => Assert.Equal("RM1006", Failure(new HwpxFile().Head().Part("Contents/section0.xml", "<hs:sec xmlns:hs=\"s\"><hs:p>")));

    [Fact]
    public void Each_limit_has_its_own_code()
    {
        var file = new HwpxFile().Head().Section(")", P(Table("", Cell(0, 0, P(Table("", Cell(0, 0, P(T("깊은 칸")))))))));
        Assert.Equal("RM1013", Failure(file, new LimitOptions(MaxUnpackedBytes: 100)));
        Assert.Equal("RM1014", Failure(file, new LimitOptions(MaxEntries: 2)));
        Assert.Equal("RM1015", Failure(file, new LimitOptions(MaxDepth: 8)));
        Assert.Equal("RM1016", Failure(new HwpxFile().Head().Section(")", P(T(new string('가', 900)))), new LimitOptions(MaxRecordBytes: 1024)));
        Assert.Equal("RM1009", Failure(file, new LimitOptions(MaxSeconds: 0)));
    }

    [Fact]
    public void Xml_with_a_document_type_is_not_read() =>
        Assert.Equal("RM1017", Failure(new HwpxFile().Head().Part("Contents/section0.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><hs:sec xmlns:hs=\"s\">&e;</hs:sec>")));

    private static FlowDocument Read(HwpxFile file, LimitOptions? limits = null)
    {
        using var budget = new ReadBudget(limits ?? new LimitOptions(), CancellationToken.None);
        return new HwpxReader(FlowReport.Forms).Read(file.Bytes(), budget);
    }

    private static List<FlowParagraph> Paragraphs(HwpxFile file) => [.. Read(file).Blocks.OfType<FlowParagraph>().Where(p => !p.IsBlank)];

    private static string Failure(HwpxFile file, LimitOptions? limits = null) => Assert.Throws<UnreadableException>(() => Read(file, limits)).Failure.Code;
}
