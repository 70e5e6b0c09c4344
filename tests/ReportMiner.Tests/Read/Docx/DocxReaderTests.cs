using ReportMiner.Documents;
using ReportMiner.Read;
using ReportMiner.Read.Docx;
using ReportMiner.Read.Flow;
using ReportMiner.Resources;
using Xunit;

namespace ReportMiner.Tests.Read.Docx;

public sealed class DocxReaderTests
{
    private static readonly ResourceDirectory Resources = ResourceDirectory.Open(Path.Combine(AppContext.BaseDirectory, "models"));
    private static readonly NumberForms Forms = new(Resources);
    private static readonly SymbolMap Symbols = SymbolMap.Load(Resources);

    private static FlowDocument Read(TinyDocx file) => Read(file.Write());

    private static FlowDocument Read(byte[] file)
    {
        using var budget = new ReadBudget(new LimitOptions(), CancellationToken.None);
        return new DocxReader(Forms).Read(file, budget);
    }

    private static FlowDocument Read(string body) => Read(new TinyDocx(body));

    private static string Text(FlowBlock block) => string.Concat(((FlowParagraph)block).Spans.Select(s => s.Text));

    private static string[] Texts(FlowDocument document) => [.. document.Blocks.OfType<FlowParagraph>().Where(p => !p.IsBlank).Select(Text)];

    private static SourceLine[] Lines(TinyDocx file) =>
        [.. new FlowLines(Symbols).Write(Read(file), new SourceFile("a.docx", "x", 1, "0", null, null, "docx")).Pages.SelectMany(p => p.Lines)];

    private static string P(string text, string properties = "") => $"""<w:p><w:pPr>{properties}</w:pPr>{R(text)}</w:p>""";

    private static string R(string text, string properties = "") => $"""<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>""";

    private static string Numbered(int level, string text, int list = 1) => P(text, $"""<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>""");

    private static string Level(int level, string form, string text, string more = "", int start = 1) =>
        $"""<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>""";

    [Fact]
    public void Paragraphs_come_in_order_with_the_files_title()
    {
        var document = Read("<w:p><w:r><w:t>돌봄 </w:t></w:r><w:r><w:t xml:space=\"preserve\"> 예산</w:t><w:tab/><w:t>4</w:t><w:noBreakHyphen/><w:t>5억</w:t><w:softHyphen/><w:t>원</w:t><w:br/><w:t>확대</w:t></w:r></w:p>" + P("둘째"));
        Assert.Equal(["돌봄 예산\t4-5억원\n확대", "둘째"], Texts(document));
        Assert.Equal("돌봄 정책 보고서", document.Title);
    }

    [Fact]
    public void Headings_are_told_by_outline_level_and_by_the_names_of_styles()
    {
        const string Styles = """
            <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
            <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style>
            <w:style w:type="paragraph" w:styleId="2"><w:name w:val="소제목"/><w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="3"><w:name w:val="Title"/></w:style>
            <w:style w:type="paragraph" w:styleId="4"><w:name w:val="caption"/></w:style>
            <w:style w:type="paragraph" w:styleId="5"><w:name w:val="x"/><w:basedOn w:val="6"/></w:style>
            <w:style w:type="paragraph" w:styleId="6"><w:name w:val="y"/><w:basedOn w:val="5"/></w:style>
            """;
        var file = new TinyDocx(
            P("추진 배경", """<w:pStyle w:val="1"/>""") + P("현황", """<w:pStyle w:val="2"/>""") + P("보고서", """<w:pStyle w:val="3"/>""") +
            P("표 1", """<w:pStyle w:val="4"/>""") + P("바로", """<w:outlineLvl w:val="0"/>""") + P("본문", """<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>""") + P("돌기", """<w:pStyle w:val="5"/>"""))
            .With("styles", Styles);
        var blocks = Read(file).Blocks.Cast<FlowParagraph>().ToList();
        Assert.Equal(
            [(FlowKind.Heading, 1), (FlowKind.Heading, 3), (FlowKind.Text, 0), (FlowKind.Caption, 0), (FlowKind.Heading, 1), (FlowKind.Text, 0), (FlowKind.Text, 0)],
            blocks.Select(b => (b.Kind, b.Level)));
    }

    [Fact]
    public void Styles_build_on_each_other_and_bold_toggles()
    {
        const string Styles = """
            <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/><w:sz w:val="20"/></w:rPr></w:rPrDefault></w:docDefaults>
            <w:style w:type="paragraph" w:styleId="b"><w:name w:val="base"/><w:rPr><w:b/><w:color w:val="auto"/></w:rPr></w:style>
            <w:style w:type="paragraph" w:styleId="d"><w:name w:val="derived"/><w:basedOn w:val="b"/><w:rPr><w:sz w:val="31"/></w:rPr></w:style>
            <w:style w:type="character" w:styleId="c"><w:name w:val="strong"/><w:rPr><w:b/><w:color w:val="FF0000"/></w:rPr></w:style>
            """;
        const string Theme = """
            <a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="t"><a:themeElements><a:fontScheme name="f"><a:majorFont><a:latin typeface="M"/></a:majorFont>
            <a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Hang" typeface="맑은 고딕"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>
            """;
        var file = new TinyDocx("<w:p><w:pPr><w:pStyle w:val=\"d\"/></w:pPr>" + R("가") + R("B", "<w:rStyle w:val=\"c\"/>") + R("3)", "<w:b w:val=\"0\"/><w:vertAlign w:val=\"superscript\"/><w:rFonts w:ascii=\"Arial\"/>") + "</w:p>")
            .With("styles", Styles).Raw("theme", "theme", Theme);
        var spans = ((FlowParagraph)Read(file).Blocks[0]).Spans;
        Assert.Equal(
            [new("맑은 고딕", 15.5, true, false, null), new("Calibri", 15.5, false, false, "#ff0000"), new FlowStyle("Arial", 15.5, false, true, null)],
            spans.Select(s => s.Style));
    }

    [Fact]
    public void Numbers_count_as_in_Word()
    {
        var numbering = $"""
            <w:abstractNum w:abstractNumId="0">{Level(0, "upperRoman", "%1.")}{Level(1, "decimal", "%1-%2)", "<w:isLgl/>")}{Level(2, "ganada", "%3.", "<w:suff w:val=\"nothing\"/>")}{Level(3, "decimal", "제%4조", "<w:lvlRestart w:val=\"0\"/>")}{Level(4, "bahtText", "%5", start: 3)}</w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
            <w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>
            <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
            """;
        var body = Numbered(0, "하나") + Numbered(1, "둘") + Numbered(1, "셋") + Numbered(2, "넷") + Numbered(3, "다섯") + Numbered(0, "여섯", 2) + Numbered(1, "일곱") + Numbered(3, "여덟") + Numbered(0, "아홉", 3) + Numbered(0, "열", 3) + Numbered(4, "열하나") + Numbered(0, "열둘", 0) + Numbered(0, "열셋", 77);
        Assert.Equal(
            ["Ⅰ. 하나", "1-1) 둘", "1-2) 셋", "가.넷", "제1조 다섯", "Ⅱ. 여섯", "2-1) 일곱", "제2조 여덟", "Ⅴ. 아홉", "Ⅵ. 열", "3 열하나", "열둘", "열셋"],
            Texts(Read(new TinyDocx(body).With("numbering", numbering))));
    }

    [Fact]
    public void A_styles_paragraphs_count_at_the_level_that_names_it_also_through_a_style_of_lists()
    {
        const string Styles = """
            <w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="h2"><w:name w:val="heading 2"/><w:basedOn w:val="h1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
            <w:style w:type="numbering" w:styleId="l"><w:name w:val="list"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
            """;
        var numbering = $"""
            <w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="l"/></w:abstractNum>
            <w:abstractNum w:abstractNumId="1"><w:styleLink w:val="l"/>{Level(0, "decimal", "제%1장", "<w:pStyle w:val=\"h1\"/>")}{Level(1, "decimal", "제%2절", "<w:pStyle w:val=\"h2\"/>")}</w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
            """;
        var file = new TinyDocx(P("총칙", "<w:pStyle w:val=\"h1\"/>") + P("목적", "<w:pStyle w:val=\"h2\"/>") + P("정의", "<w:pStyle w:val=\"h2\"/>") + P("", "<w:pStyle w:val=\"h1\"/>") + P("재정", "<w:pStyle w:val=\"h1\"/>"))
            .With("styles", Styles).With("numbering", numbering);
        Assert.Equal(["제1장 총칙", "제1절 목적", "제2절 정의", "제3장 재정"], Texts(Read(file)));
    }

    [Fact]
    public void A_bullet_looks_as_its_font_draws_it()
    {
        var numbering = $"""<w:abstractNum w:abstractNumId="0">{Level(0, "bullet", "\uF06E", "<w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr>")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>""";
        var file = new TinyDocx(Numbered(0, "돌봄 n") + $"<w:p>{R("점검 ")}<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r></w:p>").With("numbering", numbering);
        Assert.Equal(["■ 돌봄 n", "점검 ✓"], Lines(file).Select(l => l.Text));
    }

    [Fact]
    public void Notes_stand_at_their_marks_and_count_as_in_Word()
    {
        const string Note = "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:footnoteRef/></w:r>";
        var footnotes = $"""
            <w:footnote w:type="separator" w:id="-1">{P("금")}</w:footnote>
            <w:footnote w:id="1"><w:p>{Note}{R(") 통계청 자료")}</w:p></w:footnote>
            <w:footnote w:id="2"><w:p>{R("*")}{R(" 잠정치")}</w:p></w:footnote>
            <w:footnote w:id="3"><w:p>{Note}{R(" 연구진")}</w:p><w:p>{R("작성")}</w:p></w:footnote>
            <w:footnote w:id="4"><w:p>{R("지워진 주")}</w:p></w:footnote>
            """;
        var file = new TinyDocx($"""
            <w:p>{R("출생아")}<w:r><w:footnoteReference w:id="1"/></w:r>{R("는 줄었다")}<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r></w:p>
            <w:p>{R("다시")}<w:r><w:footnoteReference w:id="3"/></w:r>{R(" 끝")}<w:r><w:endnoteReference w:id="1"/></w:r></w:p>
            """)
            .With("footnotes", footnotes)
            .With("endnotes", $"<w:endnote w:id=\"1\"><w:p><w:r><w:endnoteRef/></w:r>{R(" 미주")}</w:p></w:endnote>")
            .With("settings", "<w:footnotePr><w:numStart w:val=\"4\"/></w:footnotePr><w:endnotePr><w:numFmt w:val=\"decimal\"/></w:endnotePr>");
        Assert.Equal(["출생아4는 줄었다*", "4) 통계청 자료", "* 잠정치", "다시5 끝1", "5 연구진", "작성", "1 미주"], Lines(file).Select(l => l.Text));
        var notes = Read(file).Blocks.Cast<FlowParagraph>().SelectMany(p => p.Spans).Where(s => s.Note is not null).ToList();
        Assert.Equal([("4", "4)", false), ("*", "*", false), ("5", "5", false), ("1", "1", true)], notes.Select(n => (n.Note!.Marker, n.Note.Printed, n.Note.Endnote)));
        Assert.All(notes, n => Assert.True(n.Style.Raised));
        Assert.Contains(new FlowAside(RemovalReason.Deleted, "지워진 주"), Read(file).Asides);
    }

    [Fact]
    public void Notes_begin_anew_in_a_section_where_it_says_so_and_never_hold_themselves()
    {
        const string Restart = "<w:sectPr><w:footnotePr><w:numFmt w:val=\"decimalEnclosedCircle\"/><w:numRestart w:val=\"eachSect\"/></w:footnotePr><w:type w:val=\"continuous\"/></w:sectPr>";
        static string Mark(int id) => $"<w:r><w:footnoteReference w:id=\"{id}\"/></w:r>";
        var file = new TinyDocx($"<w:p>{R("가")}{Mark(1)}{Mark(2)}</w:p><w:p><w:pPr>{Restart}</w:pPr></w:p><w:p>{R("나")}{Mark(3)}{Mark(3)}</w:p>{Restart}")
            .With("footnotes", string.Concat(Enumerable.Range(1, 3).Select(i => $"<w:footnote w:id=\"{i}\"><w:p>{R("주")}{Mark(i)}</w:p></w:footnote>")));
        Assert.Equal(["가①③", "나①③"], Texts(Read(file)));
    }

    [Fact]
    public void Merged_cells_cover_their_rows_and_columns()
    {
        static string Cell(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{P(text)}</w:tc>";
        var inner = $"<w:tbl><w:tr>{Cell("속")}</w:tr></w:tbl>";
        var table = (FlowTable)Read($"""
            <w:tbl>
            <w:tr><w:trPr><w:tblHeader/></w:trPr>{Cell("구분", "<w:vMerge w:val=\"restart\"/>")}{Cell("예산", "<w:gridSpan w:val=\"2\"/>")}</w:tr>
            <w:tr>{Cell("", "<w:vMerge/>")}{Cell("국비", "<w:shd w:val=\"clear\" w:fill=\"D9D9D9\"/>")}{Cell("지방비", "<w:shd w:val=\"clear\" w:fill=\"auto\"/>")}</w:tr>
            <w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc><w:p><w:r><w:delText>빠진 줄</w:delText></w:r></w:p></w:tc></w:tr>
            <w:sdt><w:sdtContent><w:tr><w:trPr><w:gridBefore w:val="1"/><w:ins w:id="2"/></w:trPr><w:sdt><w:sdtContent>{Cell("10")}</w:sdtContent></w:sdt><w:tc>{inner}<w:p/></w:tc></w:tr></w:sdtContent></w:sdt>
            </w:tbl>
            """).Blocks.Single();
        Assert.Equal(
            [(0, 0, 2, 1, true), (0, 1, 1, 2, true), (1, 1, 1, 1, true), (1, 2, 1, 1, false), (2, 1, 1, 1, false), (2, 2, 1, 1, false)],
            table.Cells.Select(c => (c.Row, c.Column, c.RowSpan, c.ColumnSpan, c.Head)));
        Assert.Equal("10", Text(table.Cells[4].Blocks[0]));
        Assert.Equal("속", Text(((FlowTable)table.Cells[5].Blocks[0]).Cells[0].Blocks[0]));
    }

    [Fact]
    public void Tracked_changes_are_made_and_what_goes_is_told()
    {
        var document = Read($"""
            <w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>{R("지원을 ")}<w:del w:id="2"><w:r><w:delText>줄이고</w:delText></w:r></w:del><w:ins w:id="3">{R("늘리고 ")}</w:ins></w:p>
            <w:p>{R("점검한다")}<w:moveFrom w:id="4">{R("옮긴 말")}</w:moveFrom></w:p>
            <w:p><w:moveTo w:id="5">{R("옮긴 말")}</w:moveTo>{R("숨은 말", "<w:vanish/>")}</w:p>
            """);
        Assert.Equal(["지원을 늘리고 점검한다", "옮긴 말"], Texts(document));
        Assert.Equal(["줄이고", "옮긴 말", "숨은 말"], document.Asides.Where(a => a.Reason == RemovalReason.Deleted).Select(a => a.Text));
    }

    [Fact]
    public void Content_controls_are_read_through_but_not_their_prompts()
    {
        var document = Read($"""
            <w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>{P("첫 문단")}<w:p>{R("담당 ")}<w:sdt><w:sdtContent>{R("복지과")}</w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{R("눌러서 입력")}</w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt>
            <w:p><w:smartTag w:element="a">{R("서울")}</w:smartTag><w:hyperlink r:id="no">{R("시")}</w:hyperlink></w:p>
            """);
        Assert.Equal(["첫 문단", "담당 복지과", "서울시"], Texts(document));
        Assert.Contains(new FlowAside(RemovalReason.Memo, "눌러서 입력"), document.Asides);
    }

    [Fact]
    public void Fields_show_their_results()
    {
        static string Field(string instruction, string result) =>
            $"""<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>""";
        var document = Read($"""
            <w:p>{R("표 ")}{Field(" SEQ 표 ", R("2"))}{R(" ")}{Field("IF " + "</w:instrText></w:r>" + Field(" PAGEREF a ", R("속")) + "<w:r><w:instrText> = 1", R("결과"))}{Field(" PAGE ", R("17"))}<w:fldSimple w:instr=" DATE ">{R("(5월)")}</w:fldSimple><w:fldSimple w:instr="PAGE">{R("18")}</w:fldSimple></w:p>
            <w:p>{R("가")}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r></w:p>
            {P("나")}
            """);
        Assert.Equal(["표 2 결과(5월)", "가", "나"], Texts(document));
        Assert.Equal(["17", "18"], document.Asides.Where(a => a.Reason == RemovalReason.PageNumber).Select(a => a.Text));
    }

    [Fact]
    public void Page_breaks_open_the_page_of_what_follows()
    {
        const string Break = "<w:r><w:br w:type=\"page\"/></w:r>";
        var document = Read($"""
            {P("가")}<w:p>{Break}{R("나")}</w:p><w:p>{R("다")}{Break}</w:p><w:p>{R("라")}{Break}{R("마")}</w:p>{P("바", "<w:pageBreakBefore/>")}
            {P("사", "<w:sectPr/>")}{P("아", "<w:sectPr/>")}{P("자")}<w:sectPr><w:type w:val="continuous"/></w:sectPr>
            """);
        Assert.Equal("가|나|다|라|마|바|사|아|자", string.Join('|', Texts(document)));
        Assert.Equal(["나", "라", "마", "바", "아"], document.Blocks.Cast<FlowParagraph>().Where(p => p.OpensPage).Select(Text));
    }

    [Fact]
    public void A_text_box_is_read_once()
    {
        var document = Read($"""
            <w:p>{R("본문")}<w:r><mc:AlternateContent>
            <mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx><w:txbxContent>{P("상자 글")}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>
            <mc:Fallback><w:pict><v:rect><v:textbox><w:txbxContent>{P("상자 글")}</w:txbxContent></v:textbox></v:rect></w:pict></mc:Fallback>
            </mc:AlternateContent></w:r>{R(" 끝")}</w:p>
            <w:p><w:r><w:pict><v:rect><v:textbox><w:txbxContent>{P("옛 상자")}</w:txbxContent></v:textbox></v:rect></w:pict></w:r>{R("뒤")}</w:p>
            """);
        Assert.Equal(["본문 끝", "상자 글", "옛 상자", "뒤"], Texts(document));
    }

    [Fact]
    public void Ruby_and_formulas_are_written_on_the_line()
    {
        var document = Read($"""
            <w:p><w:r><w:ruby><w:rubyPr/><w:rt>{R("がん")}</w:rt><w:rubyBase>{R("癌")}</w:rubyBase></w:ruby></w:r>
            <m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:d><m:e><m:r><m:t>x+2</m:t></m:r></m:e></m:d></m:den></m:f><m:sSup><m:e><m:r><m:t>y</m:t></m:r></m:e><m:sup><m:r><m:t>3</m:t></m:r></m:sup></m:sSup></m:oMath></w:p>
            """);
        Assert.Equal("癌(がん)1/(x+2)y3", Text(document.Blocks[0]));
        Assert.Equal("3", Assert.Single(((FlowParagraph)document.Blocks[0]).Spans, s => s.Style.Raised).Text);
    }

    [Fact]
    public void Comments_and_running_heads_stand_aside_once()
    {
        var document = Read(new TinyDocx(P("본문") + "<w:altChunk r:id=\"c1\"/>")
            .With("comments", $"<w:comment w:id=\"1\">{P("확인 필요")}</w:comment>")
            .With("header", P("돌봄 연구"), "header1").With("header", P("돌봄 연구"), "header2")
            .With("footer", $"<w:p>{R("- ")}<w:fldSimple w:instr=\"PAGE\">{R("1")}</w:fldSimple>{R(" -")}</w:p>", "footer1"));
        Assert.Equal(
            [(RemovalReason.Unreadable, "altChunk c1"), (RemovalReason.Memo, "확인 필요"), (RemovalReason.PageNumber, "1"), (RemovalReason.RunningHead, "돌봄 연구")],
            document.Asides.Select(a => (a.Reason, a.Text)));
    }

    [Fact]
    public void A_strict_file_is_read_like_any_other()
    {
        var strict = new TinyDocx(P("엄격", "<w:outlineLvl w:val=\"1\"/>")).Write(content => content
            .Replace(TinyDocx.Word, "http://purl.oclc.org/ooxml/wordprocessingml/main", StringComparison.Ordinal)
            .Replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships", StringComparison.Ordinal));
        var paragraph = (FlowParagraph)Read(strict).Blocks.Single();
        Assert.Equal(("엄격", FlowKind.Heading, 2), (Text(paragraph), paragraph.Kind, paragraph.Level));
    }

    [Theory]
    [InlineData("http://www.korea.kr, http://x")]
    [InlineData("mailto:a b@@c")]
    [InlineData("http://[")]
    public void A_link_to_nowhere_does_not_stop_the_reading(string target) =>
        Assert.Equal(["본문"], Texts(Read(new TinyDocx(P("본문")).Link(target))));

    [Fact]
    public void Values_that_make_no_sense_are_as_if_not_there()
    {
        const string Properties = """<w:outlineLvl w:val="zwei"/><w:numPr><w:ilvl w:val="-3"/><w:numId w:val="99999999999"/></w:numPr><w:pageBreakBefore w:val="maybe"/>""";
        var document = Read($"""<w:p><w:pPr>{Properties}</w:pPr>{R("본문", "<w:sz w:val=\"gross\"/><w:b w:val=\"2\"/>")}<w:r><w:sym w:font="x" w:char="ZZ"/><w:footnoteReference w:id="x"/></w:r></w:p><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2000000000"/><w:vMerge w:val="continue"/></w:tcPr></w:tc></w:tr></w:tbl>""");
        Assert.StartsWith("본문", Text(document.Blocks[0]), StringComparison.Ordinal);
    }
}
