using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using ReportMiner.Read.Flow;

namespace ReportMiner.Read.Docx;

/// <summary>The lists of a document (ECMA-376 part 1, clause 17.9).</summary>
internal sealed class DocxNumbering
{
    private const int Levels = 9;

    private readonly NumberForms _forms;
    private readonly DocxStyles _styles;
    private readonly ListNumbers _numbers = new();
    private readonly Dictionary<int, OpenXmlElement> _abstracts = [];
    private readonly Dictionary<int, OpenXmlElement> _nums = [];
    private readonly Dictionary<int, DocxList?> _lists = [];

    public DocxNumbering(OpenXmlElement? root, DocxStyles styles, NumberForms forms)
    {
        _styles = styles;
        _forms = forms;
        foreach (var element in root.Children("abstractNum"))
        {
            _abstracts.TryAdd(element.Number("abstractNumId") ?? -1, element);
        }

        foreach (var element in root.Children("num"))
        {
            _nums.TryAdd(element.Number("numId") ?? -1, element);
        }
    }

    /// <summary>Counts a paragraph and sets its number or bullet.</summary>
    public void Mark(ParagraphBuilder paragraph, ParagraphLook look)
    {
        if (look.List is not { } id || List(id) is not { } list)
        {
            return;
        }

        // A style's level is the one that names it.
        var linked = look.ListStyle is null ? -1 : list.Levels.FindIndex(l => l.Child("pStyle").Value() == look.ListStyle);
        var level = Math.Clamp(linked >= 0 ? linked : look.ListLevel ?? 0, 0, Levels - 1);
        var element = list.Levels[level];
        var fonts = element.Child("rPr").Child("rFonts");
        paragraph.ListMark = _numbers.Next(element.Child("isLgl").Switch() == true ? list.Legal : list.Definition, level).TrimEnd();
        paragraph.MarkFont = fonts.Value("ascii") ?? fonts.Value("hAnsi");
        paragraph.MarkGap = element.Child("suff").Value() == "nothing" && !Format(element).EndsWith(' ') ? "" : " ";
    }

    private DocxList? List(int id)
    {
        if (!_lists.TryGetValue(id, out var list))
        {
            _lists[id] = list = Make(id);
        }

        return list;
    }

    private DocxList? Make(int id)
    {
        if (!_nums.TryGetValue(id, out var num) || Abstract(num) is not { } found)
        {
            return null;
        }

        var levels = new OpenXmlElement?[Levels];
        var starts = new int?[Levels];
        foreach (var level in found.Element.Children("lvl"))
        {
            levels[Math.Clamp(level.Number("ilvl") ?? 0, 0, Levels - 1)] ??= level;
        }

        foreach (var change in num.Children("lvlOverride"))
        {
            var at = Math.Clamp(change.Number("ilvl") ?? 0, 0, Levels - 1);
            levels[at] = change.Child("lvl") ?? levels[at];
            starts[at] = change.Child("startOverride").Number();
        }

        var definition = new ListDefinition(
            // Lists of one kind count on, unless one begins anew.
            Array.Exists(starts, s => s is not null) ? string.Create(CultureInfo.InvariantCulture, $"num {id}") : string.Create(CultureInfo.InvariantCulture, $"kind {found.Id}"),
            [.. levels.Select((l, i) => new ListLevel(Format(l), _forms.OfDocx(l.Child("numFmt").Value()), starts[i] ?? l.Child("start").Number() ?? 0)
            {
                RestartedBy = l.Child("lvlRestart").Number() ?? int.MaxValue,
            })]);
        var legal = definition with { Levels = [.. definition.Levels.Select(l => l with { Form = _forms.Digits })] };
        return new DocxList(definition, legal, [.. levels]);
    }

    /// <summary>The kind a list is of; where it only points to a style, that style's.</summary>
    private (int Id, OpenXmlElement Element)? Abstract(OpenXmlElement num)
    {
        for (var i = 0; i < Levels && num.Child("abstractNumId").Number() is { } id && _abstracts.TryGetValue(id, out var element); i++)
        {
            if (element.Child("numStyleLink").Value() is not { } style)
            {
                return (id, element);
            }

            if (_styles.ListOf(style) is not { } next || !_nums.TryGetValue(next, out num!))
            {
                return null;
            }
        }

        return null;
    }

    private static string Format(OpenXmlElement? level) => level.Child("lvlText").Value() ?? "";

    /// <param name="Legal">The list with digits at all levels.</param>
    private sealed record DocxList(ListDefinition Definition, ListDefinition Legal, ImmutableList<OpenXmlElement?> Levels);
}
