using System.IO.Compression;
using System.Text;

namespace ReportMiner.Tests.Read.Hwpx;

/// <summary>An HWPX file put together from the XML of its parts.</summary>
internal sealed class HwpxFile
{
    private const string Namespaces =
        "xmlns:hp=\"http://www.hancom.co.kr/hwpml/2011/paragraph\" xmlns:hs=\"http://www.hancom.co.kr/hwpml/2011/section\" xmlns:hc=\"http://www.hancom.co.kr/hwpml/2011/core\" xmlns:hh=\"http://www.hancom.co.kr/hwpml/2011/head\"";

    private readonly List<(string Name, string Text)> _parts = [];
    private int _sections;

    public HwpxFile() => Part("mimetype", "application/hwp+zip");

    /// <summary>A run's text in a paragraph of the shapes of <see cref="Head"/>.</summary>
    public static string P(string content, int shape = 0, int characters = 0, string attributes = "") =>
        $"<hp:p paraPrIDRef=\"{shape}\" {attributes}><hp:run charPrIDRef=\"{characters}\">{content}</hp:run></hp:p>";

    public static string T(string text) => $"<hp:t>{text}</hp:t>";

    public static string Control(string content) => $"<hp:ctrl>{content}</hp:ctrl>";

    public static string List(params string[] paragraphs) => $"<hp:subList>{string.Concat(paragraphs)}</hp:subList>";

    public static string Note(string kind, int number, string text) =>
        Control($"<hp:{kind} number=\"{number}\">{List(P(Control($"<hp:autoNum num=\"{number}\" numType=\"FOOTNOTE\"/>") + T(" " + text)))}</hp:{kind}>");

    public static string Cell(int row, int column, string content, int down = 1, int right = 1, int fill = 1) =>
        $"<hp:tc header=\"0\" borderFillIDRef=\"{fill}\">{List(content)}<hp:cellAddr colAddr=\"{column}\" rowAddr=\"{row}\"/><hp:cellSpan colSpan=\"{right}\" rowSpan=\"{down}\"/></hp:tc>";

    public static string Table(string caption, params string[] rows) =>
        $"<hp:tbl>{caption}{string.Concat(rows.Select(r => $"<hp:tr>{r}</hp:tr>"))}</hp:tbl>";

    public HwpxFile Part(string name, string text)
    {
        _parts.Add((name, text));
        return this;
    }

    /// <summary>Shapes: 0 plain, 1 outline level 1, 2 numbered, 3 bulleted; characters: 0 plain of 12 points, 1 bold of 16, 2 raised; fill 2 is coloured.</summary>
    public HwpxFile Head() => Part("Contents/header.xml", $"""
        <hh:head {Namespaces}><hh:refList>
        <hh:fontfaces><hh:fontface lang="HANGUL"><hh:font id="0" face="바탕"/></hh:fontface><hh:fontface lang="LATIN"><hh:font id="0" face="Times"/></hh:fontface></hh:fontfaces>
        <hh:borderFills><hh:borderFill id="1"><hc:fillBrush><hc:winBrush faceColor="none"/></hc:fillBrush></hh:borderFill><hh:borderFill id="2"><hc:fillBrush><hc:winBrush faceColor="#DDEEFF"/></hc:fillBrush></hh:borderFill></hh:borderFills>
        <hh:charProperties><hh:charPr id="0" height="1200" textColor="#000000"><hh:fontRef hangul="0"/></hh:charPr><hh:charPr id="1" height="1600" textColor="#0000FF"><hh:fontRef hangul="0"/><hh:bold/></hh:charPr><hh:charPr id="2" height="1200" textColor="#000000"><hh:supscript/></hh:charPr></hh:charProperties>
        <hh:numberings><hh:numbering id="1" start="0"><hh:paraHead start="1" level="1" numFormat="ROMAN_CAPITAL">^1.</hh:paraHead><hh:paraHead start="1" level="2" numFormat="HANGUL_SYLLABLE">^2.</hh:paraHead></hh:numbering><hh:numbering id="2" start="0"><hh:paraHead start="3" level="1" numFormat="CIRCLED_DIGIT">^1</hh:paraHead></hh:numbering></hh:numberings>
        <hh:bullets><hh:bullet id="1" char="○"/></hh:bullets>
        <hh:paraProperties><hh:paraPr id="0"><hh:heading type="NONE" idRef="0" level="0"/></hh:paraPr><hh:paraPr id="1"><hh:heading type="OUTLINE" idRef="0" level="0"/></hh:paraPr><hh:paraPr id="2"><hh:heading type="NUMBER" idRef="2" level="0"/></hh:paraPr><hh:paraPr id="3"><hh:heading type="BULLET" idRef="1" level="0"/></hh:paraPr><hh:paraPr id="4"><hh:heading type="NONE" idRef="0" level="0"/><hh:breakSetting pageBreakBefore="1"/></hh:paraPr></hh:paraProperties>
        </hh:refList></hh:head>
        """);

    /// <summary>Adds a section of paragraphs; its notes print their numbers as <paramref name="suffix"/> says.</summary>
    public HwpxFile Section(string suffix, params string[] paragraphs) => Part(
        $"Contents/section{_sections++}.xml",
        $"<hs:sec {Namespaces}><hp:p paraPrIDRef=\"0\"><hp:run charPrIDRef=\"0\"><hp:secPr outlineShapeIDRef=\"1\"><hp:footNotePr><hp:autoNumFormat type=\"DIGIT\" userChar=\"\" prefixChar=\"\" suffixChar=\"{suffix}\"/></hp:footNotePr></hp:secPr></hp:run></hp:p>{string.Concat(paragraphs)}</hs:sec>");

    public byte[] Bytes()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in _parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }
}
