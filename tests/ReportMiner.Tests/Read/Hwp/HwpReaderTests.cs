using ReportMiner.Documents;
using ReportMiner.Read.Flow;
using Xunit;
using static ReportMiner.Tests.Read.Hwp.HwpFile;

namespace ReportMiner.Tests.Read.Hwp;

public sealed class HwpReaderTests
{
    private const string Table = "\u000B";
    private const string Note = "\u0011";

    private static HwpPart Face(string name) => new(19, 1, Fields((byte)0, Counted(name)));

    private static HwpPart CharShape(ushort face, int size, uint look, uint color) => new(21, 1, Fields(face, new byte[40], size, look, new byte[2], color));

    private static HwpPart ParaShape(uint head, uint level, ushort list) => new(25, 1, Fields(head << 23 | level << 25, new byte[26], list, new byte[22]));

    private static HwpPart Numbering(params (string Format, uint Form, uint Start)[] levels)
    {
        var all = levels.Concat(Enumerable.Repeat(("", 0u, 1u), 7 - levels.Length)).ToList();
        return new(23, 1, Fields([.. all.Select(l => Fields(l.Item2 << 5, new byte[8], Counted(l.Item1))), (ushort)1, .. all.Select(l => (object)l.Item3)]));
    }

    [Fact]
    public void Characters_that_stand_for_spaces_breaks_and_hyphens_are_read_as_such()
    {
        var lines = HwpRead.Lines(Of(Paragraph("지원\u0009금액\n다음\u001E줄\u001F은\u0018붙임")));
        Assert.Equal(["지원\t금액\n다음 줄 은-붙임"], lines);
    }

    [Fact]
    public void A_file_that_is_not_packed_is_read() =>
        Assert.Equal(["청년 일자리 대책"], HwpRead.Lines(new HwpFile { Flags = 0, Sections = [Paragraph("청년 일자리 대책")] }.Write()));

    [Fact]
    public void Characters_keep_their_font_size_weight_and_colour()
    {
        var file = new HwpFile
        {
            DocInfo = [Face("함초롬바탕"), Face("Wingdings"), CharShape(0, 1000, 0, 0), CharShape(1, 1450, 1 << 1 | 1 << 15, 0x00CC8040)],
            Sections = [Paragraph("기본계획", styles: Fields(0, 0, 2, 1))],
        };
        var spans = ((FlowParagraph)HwpRead.Flow(file.Write()).Blocks.Single()).Spans.ToArray();
        Assert.Equal([new("기본", new("함초롬바탕", 10, false, false, null)), new FlowSpan("계획", new("Wingdings", 14.5, true, true, "#4080cc"))], spans);
    }

    [Fact]
    public void Paragraphs_are_numbered_and_bulleted_as_the_lists_say()
    {
        var file = new HwpFile
        {
            DocInfo =
            [
                Numbering(("^1.", 2, 1), ("^2)", 8, 1)), Numbering(("(^1)", 0, 4)), new(24, 1, Fields(new byte[12], "◈")),
                ParaShape(0, 0, 0), ParaShape(1, 0, 0), ParaShape(1, 1, 0), ParaShape(2, 0, 2), ParaShape(3, 0, 1),
            ],
            Sections =
            [
                [
                    .. Paragraph("\u0002추진 배경", [Control("secd", Fields(new byte[14], (ushort)1, new byte[10]))], shape: 1),
                    .. Paragraph("현황", shape: 2), .. Paragraph("문제점", shape: 2), .. Paragraph("추진 과제", shape: 1), .. Paragraph("재원", shape: 2),
                    .. Paragraph("첫째 과제", shape: 3), .. Paragraph("둘째 과제", shape: 3), .. Paragraph("세부 내용", shape: 4), .. Paragraph("본문", shape: 0),
                ],
            ],
        };
        var blocks = HwpRead.Flow(file.Write()).Blocks;
        Assert.Equal(["Ⅰ. 추진 배경", "가) 현황", "나) 문제점", "Ⅱ. 추진 과제", "가) 재원", "(4) 첫째 과제", "(5) 둘째 과제", "◈ 세부 내용", "본문"], HwpRead.Lines(blocks));
        Assert.Equal([1, 2, 2, 1, 2, 0, 0, 0, 0], blocks.Cast<FlowParagraph>().Select(p => p.Kind == FlowKind.Heading ? p.Level : 0));
    }

    [Fact]
    public void A_table_keeps_its_cells_and_what_stands_in_them()
    {
        var inner = HwpFile.Table(Cell(0, 0, "안쪽"), Cell(0, 1, "칸"));
        var outer = HwpFile.Table(
            Cell(0, 0, 1, 2, 1 << 18, 0, Paragraph("구분")), Cell(0, 2, 2, 1, 0, 1, Paragraph("비고")), Cell(1, 0, 1, 1, 0, 2, Paragraph("예산")), Cell(1, 1, 1, 1, 0, 0, Paragraph("세부 " + Table, [inner])));
        HwpPart Filling(uint color) => new(20, 1, Fields(new byte[32], 1, color, 0u, 0u));
        var file = new HwpFile { DocInfo = [Filling(0x00F2F2F2), Filling(0x00FFFFFF)], Sections = [Paragraph(Table, [outer])] };
        var table = HwpRead.Flow(file.Write()).Blocks.OfType<FlowTable>().Single();
        Assert.Equal(
            [(0, 0, 1, 2, true), (0, 2, 2, 1, true), (1, 0, 1, 1, false), (1, 1, 1, 1, false)],
            table.Cells.Select(c => (c.Row, c.Column, c.RowSpan, c.ColumnSpan, c.Head)));
        Assert.Equal(["안쪽", "칸"], table.Cells[3].Blocks.OfType<FlowTable>().Single().Cells.SelectMany(c => HwpRead.Lines(c.Blocks)));
    }

    [Theory]
    [InlineData(2, "〈표〉 재원", "table")]
    [InlineData(3, "table", "〈표〉 재원")]
    public void A_caption_stands_on_its_side_of_the_table(uint side, string first, string second)
    {
        var table = Control("tbl ", new byte[42], Caption(side, "〈표〉 재원"), [new(77, 0, new byte[22])], Cell(0, 0, "가"), Cell(0, 1, "나"));
        var blocks = HwpRead.Flow(Of(Paragraph("본문" + Table, [table]))).Blocks;
        Assert.Equal(["본문", first, second], HwpRead.Lines(blocks));
        Assert.Equal(FlowKind.Caption, blocks.OfType<FlowParagraph>().Single(p => HwpRead.Text(p).StartsWith('〈')).Kind);
    }

    [Fact]
    public void Notes_stand_where_they_are_pointed_to_and_keep_their_numbers()
    {
        var number = Control("atno", Fields(1u, (ushort)7, new byte[6]));
        var footnote = Control("fn  ", Fields(7u, "\0", ")", 0u, 0u), List([], Paragraph("\u0012 국회예산정책처 자료", [number])));
        var endnote = Control("en  ", Fields(2u, "[", "]", 8u, 0u), List([], Paragraph("부록 참조")));
        var spans = ((FlowParagraph)HwpRead.Flow(Of(Paragraph($"성장률{Note}은 둔화{Note}되었다", [footnote, endnote]))).Blocks.Single()).Spans;
        Assert.Equal(["성장률", "7)", "은 둔화", "[나]", "되었다"], spans.Select(s => s.Text));
        Assert.Equal(("7", false), (spans[1].Note!.Marker, spans[1].Note!.Endnote));
        Assert.Equal(("나", true), (spans[3].Note!.Marker, spans[3].Note!.Endnote));
        Assert.Equal("국회예산정책처 자료", HwpRead.Text(spans[1].Note!.Blocks.Single()));
    }

    [Fact]
    public void A_note_without_a_number_of_its_own_is_counted_and_set_as_its_section_says()
    {
        HwpPart Shape(string suffix, uint look) => new(74, 0, Fields(look, "\0", "\0", suffix, (ushort)1, new byte[14]));
        HwpPart[] Section() => Control("secd", Fields(new byte[26]), [Shape(".", 1 << 10)], [Shape(")", 0)]);
        HwpPart[] Bare(string text) => Control("fn  ", [], List([], Paragraph(text)));
        var file = new HwpFile
        {
            Sections =
            [
                [.. Paragraph($"\u0002첫 장{Note}{Note}", [Section(), Bare("하나"), Bare("둘")])],
                [.. Paragraph($"\u0002둘째 장{Note}", [Section(), Bare("셋")])],
            ],
        };
        Assert.Equal(["첫 장1.2.", "둘째 장1."], HwpRead.Lines(file.Write()));
    }

    [Fact]
    public void Running_heads_memos_and_page_backgrounds_are_no_text()
    {
        var page = Control("atno", Fields(0u, (ushort)3, new byte[6]));
        var head = Control("head", new byte[8], List([], Paragraph("정책 보고서 \u0012", [page])));
        var hidden = Control("tcmt", [], List([], Paragraph("확인 필요")));
        HwpPart[] memo = [new(93, 1, new byte[4]), .. Deeper(List([], Paragraph("수치 재확인")), 1)];
        var background = Deeper(List([], Paragraph("대외비")), 1);
        var flow = HwpRead.Flow(new HwpFile { Sections = [[.. Paragraph("\u0010본문\u000F이다", [head, hidden]), .. background, .. memo]] }.Write());
        Assert.Equal(["본문이다"], HwpRead.Lines(flow.Blocks));
        Assert.Equal(
            [new(RemovalReason.RunningHead, "정책 보고서 "), new(RemovalReason.Memo, "확인 필요"), new(RemovalReason.RunningHead, "대외비"), new FlowAside(RemovalReason.Memo, "수치 재확인")],
            flow.Asides.ToArray());
    }

    [Fact]
    public void Boxes_are_read_at_their_place_and_groups_box_by_box()
    {
        var group = Control("gso ", new byte[42], [new(76, 0, new byte[8]), new(76, 1, new byte[8]), .. Deeper(List([], Paragraph("왼쪽")), 2), new(76, 1, new byte[8]), .. Deeper(List([], Paragraph("오른쪽")), 2)]);
        Assert.Equal(["앞 상자", "본문", "왼쪽", "오른쪽"], HwpRead.Lines(Of(Paragraph($"{Table}본문{Table}", [Box(Paragraph("앞 상자")), group]))));
    }

    [Fact]
    public void Numbers_of_tables_are_text_and_may_begin_anew()
    {
        HwpPart[] Number(ushort stated) => Control("atno", Fields(4u, stated, "\0", "\0", "\0"));
        var anew = Control("nwno", Fields(4u, (ushort)9));
        var lines = HwpRead.Lines(Of(Paragraph("표 \u0012", [Number(3)]), Paragraph("표 \u0012", [Number(0)]), Paragraph("\u0015표 \u0012", [anew, Number(0)])));
        Assert.Equal(["표 3", "표 4", "표 9"], lines);
    }

    [Fact]
    public void Formulas_glosses_and_composed_signs_stand_in_the_line()
    {
        var formula = Control("eqed", new byte[42], [new HwpPart(88, 0, Fields(0u, Counted("a over b")))]);
        var gloss = Control("tdut", Fields(Counted("탄소중립"), Counted("net zero"), new byte[20]));
        HwpPart[] Composed(string signs, byte frame) => Control("tcps", Fields(Counted(signs), frame, (byte)0, (byte)0, (byte)0));
        var lines = HwpRead.Lines(Of(
            Paragraph($"비율 {Table} \u0017", [formula, gloss]),
            Paragraph("\u0017\u0017\u0017\u0017", [Composed("12", 1), Composed("○가", 0), Composed("가나", 1), Composed("A", 3)])));
        Assert.Equal(["비율 a over b 탄소중립(net zero)", "⑫㉮가나A"], lines);
    }

    [Fact]
    public void A_field_is_its_text_and_a_form_what_it_shows()
    {
        var link = Control("%hlk", Fields(0u, (byte)0, Counted("https://example.kr;1;0"), 0u));
        var form = Control("form", new byte[42], [new HwpPart(91, 0, Fields("tbp+", Counted("Name:wstring:2:단추 Caption:wstring:3:동의함 Value:int:0")))]);
        Assert.Equal(["누리집 참조 동의함"], HwpRead.Lines(Of(Paragraph($"\u0003누리집\u0004 참조 {Table}", [link, form]))));
    }

    [Fact]
    public void Pages_open_at_page_breaks_and_sections()
    {
        var file = new HwpFile { Sections = [[.. Paragraph("가", breaks: 3), .. Paragraph("나", breaks: 8), .. Paragraph("다", breaks: 4)], Paragraph("라", breaks: 1)] };
        Assert.Equal([true, false, true, true], HwpRead.Flow(file.Write()).Blocks.Cast<FlowParagraph>().Select(p => p.OpensPage));
    }

    [Fact]
    public void The_title_comes_from_the_file_s_properties()
    {
        var set = Fields(new byte[44], 48, 0, 2, 3, 24, 2, 36, 31, 2, "남\0", 31, 6, "업무계획안\0");
        Assert.Equal("업무계획안", HwpRead.Flow(new HwpFile { Sections = [Paragraph("본문")], Summary = set }.Write()).Title);
        Assert.Null(HwpRead.Flow(new HwpFile { Sections = [Paragraph("본문")], Summary = set[..60] }.Write()).Title);
    }

    [Fact]
    public void A_document_for_distribution_is_unlocked() =>
        Assert.Equal(["배포용 보고서", "둘째 구역"], HwpRead.Lines(new HwpFile { Flags = 5, Sections = [Paragraph("배포용 보고서"), Paragraph("둘째 구역")] }.Write()));
}
