using System.Globalization;
using ReportMiner.KnownStructure.Model;

namespace ReportMiner.KnownStructure.Render.Hwpx;

/// <summary>The head of an HWPX: looks, lists and styles, gathered while the body is written.</summary>
internal sealed class HwpxHead
{
    public const int FootnoteStyle = OutlineLevels + 1;
    public const int EndnoteStyle = FootnoteStyle + 1;
    public const int CaptionStyle = EndnoteStyle + 1;

    // The styles 개요 1 to 개요 7 are numbered 1 to 7, too.
    private const int OutlineLevels = 7;
    private const int ListLevels = 10;

    private static readonly string[] Scripts = ["HANGUL", "LATIN", "HANJA", "JAPANESE", "OTHER", "SYMBOL", "USER"];

    private readonly PageStyle _style;
    private readonly Numbered<string> _fonts = new(0);
    private readonly Numbered<BorderLook> _borders = new(1);
    private readonly Numbered<CharLook> _chars = new(0);
    private readonly Numbered<ParaLook> _paras = new(0);
    private readonly Numbered<string> _bullets = new(1);

    public HwpxHead(PageStyle style)
    {
        _style = style;
        _ = Border(new BorderLook(false, false));
        _ = Char(Body);
        _ = Para(new ParaLook("JUSTIFY"));
    }

    public ListBook Lists { get; } = new();

    public CharLook Body => new(_style.Font, _style.Size);

    public int Border(BorderLook look) => _borders[look];

    public int Bullet(string sign) => _bullets[sign];

    public int Char(CharLook look)
    {
        _ = _fonts[look.Font];
        return _chars[look];
    }

    public int Para(ParaLook look) => _paras[look];

    /// <summary>What numbers an item or, as outline, a heading.</summary>
    public ParaMark Mark(string printed, int level, bool heading)
    {
        if (!heading && ListMark.Of(printed, level).Form == MarkForm.Bullet)
        {
            return new ParaMark("BULLET", Bullet(printed), level - 1);
        }

        var list = Lists.Place(printed, level, heading);
        return heading ? new ParaMark("OUTLINE", 0, level - 1) : new ParaMark("NUMBER", Number(list), level - 1);
    }

    /// <summary>The content of <c>Contents/header.xml</c>; read after the body is written.</summary>
    public string Write()
    {
        var styles = Styles();
        var outline = Lists.Lists.FirstOrDefault(l => l.Headings);
        List<WrittenList?> lists = [outline, .. Lists.Lists.Where(l => !l.Headings)];
        return $"<hh:head {HwpxRenderer.Namespaces} version=\"1.5\" secCnt=\"1\"><hh:beginNum page=\"1\" footnote=\"1\" endnote=\"1\" pic=\"1\" tbl=\"1\" equation=\"1\"/><hh:refList>" +
            $"<hh:fontfaces itemCnt=\"{Scripts.Length}\">{string.Concat(Scripts.Select(Fonts))}</hh:fontfaces>" +
            _borders.Write("borderFills", BorderXml) +
            _chars.Write("charProperties", CharXml) +
            "<hh:tabProperties itemCnt=\"1\"><hh:tabPr id=\"0\" autoTabLeft=\"0\" autoTabRight=\"0\"/></hh:tabProperties>" +
            $"<hh:numberings itemCnt=\"{lists.Count}\">{string.Concat(lists.Select((l, i) => NumberingXml(i + 1, l)))}</hh:numberings>" +
            _bullets.Write("bullets", (id, sign) => $"<hh:bullet id=\"{id}\" char=\"{sign}\" useImage=\"0\">{ParaHead(0, "DIGIT", "")}</hh:bullet>") +
            _paras.Write("paraProperties", ParaXml) +
            styles +
            "</hh:refList><hh:compatibleDocument targetProgram=\"HWP201X\"><hh:layoutCompatibility/></hh:compatibleDocument><hh:docOption><hh:linkinfo path=\"\" pageInherit=\"1\" footnoteInherit=\"0\"/></hh:docOption><hh:trackchageConfig flags=\"56\"/></hh:head>";
    }

    // The outline is the first, whether the report has one or not.
    private int Number(WrittenList list) => 2 + Lists.Lists.Where(l => !l.Headings).TakeWhile(l => l != list).Count();

    private string Fonts(string script)
    {
        var fonts = _fonts.Write("fontface", (id, face) => $"<hh:font id=\"{id}\" face=\"{face}\" type=\"TTF\" isEmbedded=\"0\"><hh:typeInfo familyType=\"FCAT_GOTHIC\" weight=\"6\" proportion=\"0\" contrast=\"0\" strokeVariation=\"1\" armStyle=\"1\" letterform=\"1\" midline=\"1\" xHeight=\"1\"/></hh:font>");
        return fonts.Replace("<hh:fontface itemCnt=", $"<hh:fontface lang=\"{script}\" fontCnt=", StringComparison.Ordinal);
    }

    private string Styles()
    {
        (string, string, ParaMark)[] names =
        [
            ("바탕글", "Normal", ParaMark.None),
            .. Enumerable.Range(1, OutlineLevels).Select(l => ($"개요 {l}", $"Outline {l}", new ParaMark("OUTLINE", 0, l - 1))),
            ("각주", "Footnote", ParaMark.None),
            ("미주", "Endnote", ParaMark.None),
            ("캡션", "Caption", ParaMark.None),
        ];
        string Style(int id, string name, string english, ParaMark mark) =>
            $"<hh:style id=\"{id}\" type=\"PARA\" name=\"{name}\" engName=\"{english}\" paraPrIDRef=\"{Para(new ParaLook("JUSTIFY") { Mark = mark })}\" charPrIDRef=\"{Char(Body)}\" nextStyleIDRef=\"{id}\" langID=\"1042\" lockForm=\"0\"/>";
        return $"<hh:styles itemCnt=\"{names.Length}\">{string.Concat(names.Select((n, i) => Style(i, n.Item1, n.Item2, n.Item3)))}</hh:styles>";
    }

    private static string BorderXml(int id, BorderLook look)
    {
        string Side(string name, bool drawn) => $"<hh:{name}Border type=\"{(drawn ? "SOLID" : "NONE")}\" width=\"0.12 mm\" color=\"#333333\"/>";
        var fill = look.Fill is null ? "" : $"<hc:fillBrush><hc:winBrush faceColor=\"{look.Fill}\" hatchColor=\"#000000\" alpha=\"0\"/></hc:fillBrush>";
        return $"<hh:borderFill id=\"{id}\" threeD=\"0\" shadow=\"0\" centerLine=\"NONE\" breakCellSeparateLine=\"0\"><hh:slash type=\"NONE\" Crooked=\"0\" isCounter=\"0\"/><hh:backSlash type=\"NONE\" Crooked=\"0\" isCounter=\"0\"/>{Side("left", look.Sides)}{Side("right", look.Sides)}{Side("top", look.Rows)}{Side("bottom", look.Rows)}<hh:diagonal type=\"SOLID\" width=\"0.1 mm\" color=\"#000000\"/>{fill}</hh:borderFill>";
    }

    private string CharXml(int id, CharLook look)
    {
        static string EachScript(string name, int value) => $"<hh:{name} {string.Join(' ', Scripts.Select(s => $"{s.ToLowerInvariant()}=\"{value}\""))}/>";
        return $"<hh:charPr id=\"{id}\" height=\"{Math.Round(look.Size * 100)}\" textColor=\"{look.Color}\" shadeColor=\"none\" useFontSpace=\"0\" useKerning=\"0\" symMark=\"NONE\" borderFillIDRef=\"1\">" +
            EachScript("fontRef", _fonts[look.Font]) + EachScript("ratio", 100) + EachScript("spacing", 0) + EachScript("relSz", 100) + EachScript("offset", 0) + (look.Bold ? "<hh:bold/>" : "") +
            "<hh:underline type=\"NONE\" shape=\"SOLID\" color=\"#000000\"/><hh:strikeout shape=\"NONE\" color=\"#000000\"/><hh:outline type=\"NONE\"/><hh:shadow type=\"NONE\" color=\"#C0C0C0\" offsetX=\"10\" offsetY=\"10\"/>" +
            (look.Raised ? "<hh:supscript/>" : "") + "</hh:charPr>";
    }

    private string ParaXml(int id, ParaLook look)
    {
        var words = _style.KeepWords ? "KEEP_WORD" : "BREAK_WORD";

        // Older readers take lengths doubled; whoever knows the namespace takes them as they are.
        string Lengths(int unit)
        {
            string Length(string name, double points) => $"<hc:{name} value=\"{Math.Round(points * unit)}\" unit=\"HWPUNIT\"/>";
            return $"<hh:margin>{Length("intent", -look.Hang)}{Length("left", look.Left)}{Length("right", 0)}{Length("prev", look.Before)}{Length("next", look.After)}</hh:margin><hh:lineSpacing type=\"PERCENT\" value=\"{look.Lines}\" unit=\"HWPUNIT\"/>";
        }

        return $"<hh:paraPr id=\"{id}\" tabPrIDRef=\"0\" condense=\"0\" fontLineHeight=\"0\" snapToGrid=\"0\" suppressLineNumbers=\"0\" checked=\"0\"><hh:align horizontal=\"{look.Align}\" vertical=\"BASELINE\"/><hh:heading type=\"{look.Mark.Type}\" idRef=\"{look.Mark.List}\" level=\"{look.Mark.Level}\"/>" +
            $"<hh:breakSetting breakLatinWord=\"KEEP_WORD\" breakNonLatinWord=\"{words}\" widowOrphan=\"0\" keepWithNext=\"{(look.KeepWithNext ? 1 : 0)}\" keepLines=\"0\" pageBreakBefore=\"0\" lineWrap=\"BREAK\"/><hh:autoSpacing eAsianEng=\"0\" eAsianNum=\"0\"/>" +
            $"<hp:switch><hp:case hp:required-namespace=\"http://www.hancom.co.kr/hwpml/2016/HwpUnitChar\">{Lengths(100)}</hp:case><hp:default>{Lengths(200)}</hp:default></hp:switch>" +
            "<hh:border borderFillIDRef=\"1\" offsetLeft=\"0\" offsetRight=\"0\" offsetTop=\"0\" offsetBottom=\"0\" connect=\"0\" ignoreMargin=\"0\"/></hh:paraPr>";
    }

    private static string NumberingXml(int id, WrittenList? list)
    {
        var levels = Enumerable.Range(1, ListLevels).Select(level =>
        {
            var mark = level <= WrittenList.MostLevels ? list?[level] : null;
            var usual = new ListMark(MarkForm.Digit, $"%{level.ToString(CultureInfo.InvariantCulture)}.", 0);
            return ParaHead(level, Form((mark ?? usual).Form), level > OutlineLevels && mark is null ? "" : (mark ?? usual).Format.Replace('%', '^'));
        });
        return $"<hh:numbering id=\"{id}\" start=\"0\">{string.Concat(levels)}</hh:numbering>";
    }

    private static string ParaHead(int level, string form, string text) =>
        $"<hh:paraHead start=\"1\" level=\"{level}\" align=\"LEFT\" useInstWidth=\"1\" autoIndent=\"1\" widthAdjust=\"0\" textOffsetType=\"PERCENT\" textOffset=\"50\" numFormat=\"{form}\" charPrIDRef=\"4294967295\" checkable=\"0\"{(text.Length == 0 ? "/>" : $">{text}</hh:paraHead>")}";

    private static string Form(MarkForm form) => form switch
    {
        MarkForm.CircledDigit => "CIRCLED_DIGIT",
        MarkForm.Roman => "ROMAN_CAPITAL",
        MarkForm.Syllable => "HANGUL_SYLLABLE",
        _ => "DIGIT",
    };
}
