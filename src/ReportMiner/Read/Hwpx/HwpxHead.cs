using System.Xml;
using ReportMiner.Read.Flow;

namespace ReportMiner.Read.Hwpx;

/// <summary>What stands before a paragraph by its shape.</summary>
/// <param name="Type">OUTLINE, NUMBER, BULLET, or anything else for nothing.</param>
/// <param name="Id">Of the list or bullet.</param>
/// <param name="Level">From 0.</param>
internal readonly record struct ParagraphHead(string Type, string Id, int Level);

/// <summary>The shapes of characters and paragraphs, lists, bullets and fills that the sections refer to (header.xml).</summary>
internal sealed class HwpxHead
{
    private static readonly FlowStyle NoStyle = new(null, 10, false, false, null);

    private readonly Dictionary<string, string> _fonts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FlowStyle> _characters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (ParagraphHead Head, bool OpensPage)> _paragraphs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ListDefinition> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _bullets = new(StringComparer.Ordinal);
    private readonly HashSet<string> _filled = new(StringComparer.Ordinal);

    private HwpxHead(NumberForms forms) => Forms = forms;

    public NumberForms Forms { get; }

    public static HwpxHead Read(ZipParts parts, NumberForms forms)
    {
        var head = new HwpxHead(forms);
        parts.Read("Contents/header.xml", head.Read);
        return head;
    }

    /// <summary>How characters of a shape are set.</summary>
    public FlowStyle Style(string? id) => id is not null && _characters.TryGetValue(id, out var style) ? style : NoStyle;

    public ParagraphHead Head(string? id) => id is not null && _paragraphs.TryGetValue(id, out var shape) ? shape.Head : default;

    public bool OpensPage(string? id) => id is not null && _paragraphs.TryGetValue(id, out var shape) && shape.OpensPage;

    public ListDefinition? List(string id) => _lists.GetValueOrDefault(id);

    public string Bullet(string id) => _bullets.GetValueOrDefault(id, "");

    /// <summary>Whether a border and fill colours what it surrounds.</summary>
    public bool IsFilled(string? id) => id is not null && _filled.Contains(id);

    private void Read(XmlReader xml) => xml.Each(name =>
    {
        if (name != "refList")
        {
            return false;
        }

        xml.Each(ReadList);
        return true;

        bool ReadList(string list)
        {
            switch (list)
            {
                case "fontfaces":
                    xml.Each(_ => xml.GetAttribute("lang") == "HANGUL" && Items(xml, () => _fonts.TryAdd(Id(xml), xml.GetAttribute("face") ?? "")));
                    return true;
                case "borderFills":
                    xml.Each(_ => ReadFill(xml));
                    return true;
                case "charProperties":
                    xml.Each(_ => ReadCharacters(xml));
                    return true;
                case "paraProperties":
                    xml.Each(_ => ReadParagraph(xml));
                    return true;
                case "numberings":
                    xml.Each(_ => ReadNumbering(xml));
                    return true;
                case "bullets":
                    return Items(xml, () => _bullets.TryAdd(Id(xml), xml.GetAttribute("char") ?? ""));
                default:
                    return false;
            }
        }
    });

    private static string Id(XmlReader xml) => xml.GetAttribute("id") ?? "";

    /// <summary>Looks at the attributes of each child.</summary>
    private static bool Items(XmlReader xml, Action item)
    {
        xml.Each(_ =>
        {
            item();
            return false;
        });
        return true;
    }

    private bool ReadFill(XmlReader xml)
    {
        var id = Id(xml);
        xml.Each(name => name == "fillBrush" && Items(xml, () =>
        {
            // No brush, or a white one, leaves a cell as the paper is.
            if (xml.LocalName != "winBrush" || xml.GetAttribute("faceColor")?.ToUpperInvariant() is not (null or "NONE" or "#FFFFFF" or "#FFFFFFFF"))
            {
                _filled.Add(id);
            }
        }));
        return true;
    }

    private bool ReadCharacters(XmlReader xml)
    {
        var id = Id(xml);
        var style = new FlowStyle(null, xml.Number("height") / 100.0, false, false, xml.GetAttribute("textColor")?.ToLowerInvariant());
        xml.Each(name =>
        {
            style = name switch
            {
                "bold" => style with { Bold = true },
                "supscript" => style with { Raised = true },
                "fontRef" => style with { Font = _fonts.GetValueOrDefault(xml.GetAttribute("hangul") ?? "") },
                _ => style,
            };
            return false;
        });
        _characters.TryAdd(id, style);
        return true;
    }

    private bool ReadParagraph(XmlReader xml)
    {
        var id = Id(xml);
        var head = default(ParagraphHead);
        var opens = false;
        xml.Each(name =>
        {
            if (name == "heading")
            {
                head = new ParagraphHead(xml.GetAttribute("type") ?? "", xml.GetAttribute("idRef") ?? "", xml.Number("level"));
            }

            opens |= name == "breakSetting" && xml.GetAttribute("pageBreakBefore") == "1";
            return false;
        });
        _paragraphs.TryAdd(id, (head, opens));
        return true;
    }

    private bool ReadNumbering(XmlReader xml)
    {
        var id = Id(xml);
        var levels = new SortedDictionary<int, ListLevel>();
        xml.Each(name =>
        {
            if (name != "paraHead")
            {
                return false;
            }

            var level = xml.Number("level") - 1;
            var form = Forms.OfHwpx(xml.GetAttribute("numFormat"));
            var start = xml.Number("start");
            levels.TryAdd(level, new ListLevel(ListNumbers.FromHangul(xml.ReadElementContentAsString(), Math.Clamp(level, 0, ListNumbers.MostLevels - 1)), form, start));
            return true;
        });
        _lists.TryAdd(id, new ListDefinition(id, [.. levels.Values.Take(ListNumbers.MostLevels)]));
        return true;
    }
}
