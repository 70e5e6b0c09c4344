using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using ReportMiner.Read.Flow;

namespace ReportMiner.Read.Docx;

/// <summary>What a paragraph's style and its own settings make of it.</summary>
/// <param name="Outline">Outline level from 0; 9 is text.</param>
/// <param name="List">Which list it counts in (<c>w:numId</c>).</param>
/// <param name="ListLevel">At which of its levels, from 0.</param>
/// <param name="ListStyle">The style that says so; null where the paragraph itself does.</param>
internal sealed record ParagraphLook(CharacterLook Characters, int? Outline, int? List, int? ListLevel, string? ListStyle, bool? PageBreakBefore, bool Caption)
{
    public bool IsHeading => Outline is >= 0 and < 9;
}

/// <summary>The styles of a document (ECMA-376 part 1, clauses 17.7 and 17.3.2).</summary>
internal sealed partial class DocxStyles
{
    /// <summary>Styles do not build on each other farther than this; a circle of them ends here too.</summary>
    private const int MostBases = 64;
    private const double UsualSize = 10;

    private readonly Dictionary<string, OpenXmlElement> _styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ParagraphLook> _paragraphs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CharacterLook> _characters = new(StringComparer.Ordinal);
    private readonly CharacterLook _defaults;
    private readonly DocxFonts _fonts;
    private readonly string _usual;

    public DocxStyles(OpenXmlElement? root, DocxFonts fonts)
    {
        _fonts = fonts;
        foreach (var style in root.Children("style"))
        {
            _styles.TryAdd(style.Value("styleId") ?? "", style);
        }

        _usual = root.Children("style").FirstOrDefault(s => s.Value("type") == "paragraph" && s.Value("default") is "1" or "true" or "on").Value("styleId") ?? "";
        _defaults = CharacterLook.Of(root.Child("docDefaults").Child("rPrDefault").Child("rPr"), fonts);
    }

    [GeneratedRegex("^heading ([1-9])$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HeadingName { get; }

    /// <param name="properties">The paragraph's <c>w:pPr</c>.</param>
    public ParagraphLook Paragraph(OpenXmlElement? properties)
    {
        var id = properties.Child("pStyle").Value() is { } named && _styles.ContainsKey(named) ? named : _usual;
        if (!_paragraphs.TryGetValue(id, out var style))
        {
            style = new ParagraphLook(CharacterLook.None, null, null, null, null, null, false);
            foreach (var element in Bases(id).Reverse())
            {
                style = Named(With(style, element.Child("pPr"), element.Value("styleId")), element.Child("name").Value() ?? "", element.Child("pPr").Child("outlineLvl") is not null) with
                {
                    Characters = CharacterLook.Of(element.Child("rPr"), _fonts).Over(style.Characters),
                };
            }

            _paragraphs[id] = style;
        }

        return With(style, properties, null);
    }

    /// <summary>The list a style numbers its paragraphs by, or null.</summary>
    public int? ListOf(string? styleId) => styleId is not null && _styles.TryGetValue(styleId, out var style) ? style.Child("pPr").Child("numPr").Child("numId").Number() : null;

    /// <summary>How characters of a paragraph are set, and whether they are hidden.</summary>
    /// <param name="properties">The characters' own <c>w:rPr</c>.</param>
    public (FlowStyle Style, bool Hidden) Run(ParagraphLook paragraph, OpenXmlElement? properties, string text)
    {
        var own = CharacterLook.Of(properties, _fonts);
        var named = Character(properties.Child("rStyle").Value());
        var below = paragraph.Characters.Over(_defaults);
        var all = own.Over(named.Over(below));
        var style = new FlowStyle(
            text.Any(IsEastAsian) ? all.EastAsia ?? all.Ascii : all.Ascii ?? all.EastAsia,
            all.Size ?? UsualSize,
            own.Bold ?? ((below.Bold ?? false) != (named.Bold ?? false)),
            all.Raised ?? false,
            all.Color is null or "auto" or "000000" ? null : "#" + all.Color.ToLowerInvariant());
        return (style, own.Hidden ?? ((below.Hidden ?? false) != (named.Hidden ?? false)));
    }

    private CharacterLook Character(string? id)
    {
        if (id is null)
        {
            return CharacterLook.None;
        }

        if (!_characters.TryGetValue(id, out var look))
        {
            _characters[id] = look = Bases(id).Reverse().Aggregate(CharacterLook.None, (below, s) => CharacterLook.Of(s.Child("rPr"), _fonts).Over(below));
        }

        return look;
    }

    /// <summary>A style and what it builds on, the nearest first.</summary>
    private IEnumerable<OpenXmlElement> Bases(string? id)
    {
        for (var i = 0; i < MostBases && id is not null && _styles.TryGetValue(id, out var style); i++)
        {
            yield return style;
            id = style.Child("basedOn").Value();
        }
    }

    private static ParagraphLook With(ParagraphLook look, OpenXmlElement? properties, string? styleId)
    {
        if (properties is null)
        {
            return look;
        }

        var list = properties.Child("numPr");
        return look with
        {
            Outline = properties.Child("outlineLvl").Number() ?? look.Outline,
            List = list.Child("numId").Number() ?? look.List,
            ListLevel = list.Child("ilvl").Number() ?? (styleId is null && list.Child("numId") is not null ? 0 : look.ListLevel),
            ListStyle = list is not null ? styleId : look.ListStyle,
            PageBreakBefore = properties.Child("pageBreakBefore").Switch() ?? look.PageBreakBefore,
        };
    }

    /// <summary>A built-in style is what its name says; in a file of any language the name is English.</summary>
    private static ParagraphLook Named(ParagraphLook look, string name, bool hasOutline) =>
        !hasOutline && HeadingName.Match(name) is { Success: true } heading ? look with { Outline = int.Parse(heading.Groups[1].ValueSpan, CultureInfo.InvariantCulture) - 1 }
        : name.Equals("caption", StringComparison.OrdinalIgnoreCase) ? look with { Caption = true }
        : look;

    /// <summary>Hangul and Chinese characters.</summary>
    private static bool IsEastAsian(char c) => c is (>= '\u1100' and <= '\u11FF') or (>= '\u3040' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7FF') or (>= '\uF900' and <= '\uFAFF');
}
