using System.Collections.Immutable;
using System.Text;
using DocumentFormat.OpenXml;
using ReportMiner.Read.Docx;

namespace ReportMiner.Review.Word;

/// <summary>
/// Finds the controls of a document that came back, with the texts that stand in them when all tracked changes are accepted
/// (ECMA-376 part 1, clause 17.13.5), and what the comments are on. A control is told by its tag, or, where a program has
/// dropped the tags, by the bookmark round it.
/// </summary>
internal sealed class ReturnedDocument
{
    private readonly Dictionary<string, WordControl> _byTag;
    private readonly Dictionary<string, WordControl> _byBookmark;
    private readonly List<(WordControl Control, string Text)> _controls = [];
    private readonly Dictionary<string, string?> _commented = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    // Comments in the row of a table that are on no control of it, and the row's first item.
    private readonly List<string> _inRow = [];
    private string? _rowItem;

    private ReturnedDocument(WordRecord record)
    {
        _byTag = record.Controls.ToDictionary(c => c.Tag, StringComparer.Ordinal);
        _byBookmark = record.Controls.GroupBy(c => c.Bookmark, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
    }

    /// <summary>The texts of each control by its tag; several where it was copied.</summary>
    public ILookup<string, string> Controls => _controls.ToLookup(c => c.Control.Tag, c => c.Text, StringComparer.Ordinal);

    /// <summary>The id of the item that a comment is on, by the comment's id; null where it is on none.</summary>
    public IReadOnlyDictionary<string, string?> Commented => _commented;

    public static ReturnedDocument Of(OpenXmlElement body, WordRecord record)
    {
        var found = new ReturnedDocument(record);
        found.Walk(body, null);
        return found;
    }

    /// <summary>A text as accepted, folded.</summary>
    public static string TextOf(OpenXmlElement element)
    {
        var text = new StringBuilder();
        Append(text, element);
        return WordText.Fold(text.ToString());
    }

    private void Walk(OpenXmlElement parent, WordControl? around)
    {
        foreach (var element in parent.ChildElements)
        {
            switch (element.Name())
            {
                case "del" or "moveFrom":
                case "tr" when Changes.TakesOutRow(element):
                case "tc" when Changes.TakesOutCell(element):
                    break;
                case "tr":
                    Row(element, around);
                    break;
                case "sdt" when !IsTakenOut(element):
                    var control = ControlOf(element);
                    if (control is not null)
                    {
                        _controls.Add((control, ValueOf(element)));
                        _rowItem ??= control.Item;
                        foreach (var comment in _open)
                        {
                            Comment(comment, control.Item);
                        }
                    }

                    Walk(element, control ?? around);
                    break;
                case "commentRangeStart" when element.Value("id") is { } id:
                    _open.Add(id);
                    Comment(id, around?.Item);
                    break;
                case "commentRangeEnd" when element.Value("id") is { } id:
                    _open.Remove(id);
                    break;
                case "commentReference" when element.Value("id") is { } id:
                    Comment(id, around?.Item);
                    break;
                case "mc:AlternateContent":
                    if (element.Chosen() is { } chosen)
                    {
                        Walk(chosen, around);
                    }

                    break;
                default:
                    Walk(element, around);
                    break;
            }
        }
    }

    private void Row(OpenXmlElement row, WordControl? around)
    {
        _rowItem = null;
        _inRow.Clear();
        Walk(row, around);
        foreach (var comment in _inRow)
        {
            _commented[comment] ??= _rowItem;
        }

        _rowItem = null;
        _inRow.Clear();
    }

    /// <summary>The first control in reach of a comment has it.</summary>
    private void Comment(string id, string? item)
    {
        _commented[id] = _commented.GetValueOrDefault(id) ?? item;
        if (_commented[id] is null)
        {
            _inRow.Add(id);
        }
    }

    private WordControl? ControlOf(OpenXmlElement control)
    {
        if (control.Child("sdtPr").Child("tag").Value() is { } tag)
        {
            return _byTag.GetValueOrDefault(tag);
        }

        // Word leaves the bookmark round the control, LibreOffice lets it begin inside.
        return Marks(control).Append(control.Child("sdtContent")?.Descendants().FirstOrDefault(e => e.Name() is "bookmarkStart" or "r"))
            .Select(m => m?.Name() == "bookmarkStart" ? _byBookmark.GetValueOrDefault(m.Value("name") ?? "") : null)
            .FirstOrDefault(c => c is not null);
    }

    private static string ValueOf(OpenXmlElement control)
    {
        // Word puts a prompt of its own where a text was deleted.
        if (Changes.IsPrompt(control))
        {
            return "";
        }

        var text = TextOf(control.Child("sdtContent") ?? control);
        return control.Child("sdtPr").Child("dropDownList").Children("listItem").FirstOrDefault(i => WordText.Fold(i.Value("displayText") ?? i.Value("value")) == text).Value("value") ?? text;
    }

    /// <summary>Whether a tracked change takes the control itself out, be it that its text stays.</summary>
    private static bool IsTakenOut(OpenXmlElement control) => Marks(control).Any(m => m.Name() is "customXmlDelRangeStart" or "customXmlMoveFromRangeStart");

    /// <summary>The marks right before an element, the nearest first.</summary>
    private static IEnumerable<OpenXmlElement> Marks(OpenXmlElement element)
    {
        for (var before = element.PreviousSibling(); before is not null && (before.Name().EndsWith("RangeStart", StringComparison.Ordinal) || before.Name() is "bookmarkStart" or "proofErr"); before = before.PreviousSibling())
        {
            yield return before;
        }
    }

    private static void Append(StringBuilder text, OpenXmlElement parent)
    {
        foreach (var element in parent.ChildElements)
        {
            switch (element.Name())
            {
                case "del" or "moveFrom" or "rt" or "sdtPr":
                case "tr" when Changes.TakesOutRow(element):
                case "tc" when Changes.TakesOutCell(element):
                    break;
                case "t":
                    text.Append(element.InnerText);
                    break;
                case "tab" or "br" or "cr":
                    text.Append(' ');
                    break;
                case "noBreakHyphen":
                    text.Append('-');
                    break;
                case "mc:AlternateContent":
                    if (element.Chosen() is { } chosen)
                    {
                        Append(text, chosen);
                    }

                    break;
                default:
                    Append(text, element);
                    if (element.Name() == "p" && !Changes.TakesOutMark(element))
                    {
                        text.Append(' ');
                    }

                    break;
            }
        }
    }
}
