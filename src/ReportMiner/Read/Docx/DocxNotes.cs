using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using ReportMiner.Read.Flow;

namespace ReportMiner.Read.Docx;

/// <summary>The footnotes or the endnotes of a document, numbered as Word numbers them (ECMA-376 part 1, clause 17.11).</summary>
internal sealed class DocxNotes
{
    /// <summary>What authors set round the number in front of the note itself.</summary>
    private static readonly string[] Brackets = ["()", "[]", ")", "]", "."];

    private readonly bool _end;
    private readonly NumberForms _forms;
    private readonly OpenXmlElement? _settings;
    private readonly Dictionary<int, OpenXmlElement> _notes = [];
    private int? _count;
    private int _section;

    /// <param name="root">The notes.</param>
    /// <param name="settings">The document's settings.</param>
    public DocxNotes(OpenXmlElement? root, OpenXmlElement? settings, bool end, NumberForms forms)
    {
        _end = end;
        _forms = forms;
        _settings = settings.Child(Properties);
        foreach (var note in root?.ChildElements.Where(n => n.Value("type") is null or "normal") ?? [])
        {
            _notes.TryAdd(note.Number("id") ?? int.MinValue, note);
        }
    }

    /// <summary>The notes nothing has pointed to.</summary>
    public IEnumerable<OpenXmlElement> Left => _notes.OrderBy(n => n.Key).Select(n => n.Value);

    private string Properties => _end ? "endnotePr" : "footnotePr";

    /// <summary>The next number.</summary>
    public string Next(DocxSections sections)
    {
        var own = sections.Settings.Child(Properties);
        if (_section != sections.Current && (own.Child("numRestart") ?? _settings.Child("numRestart")).Value() == "eachSect")
        {
            _count = null;
        }

        _section = sections.Current;
        _count = _count is { } last ? last + 1 : (own.Child("numStart") ?? _settings.Child("numStart")).Number() ?? 1;
        var form = (own.Child("numFmt") ?? _settings.Child("numFmt")).Value() ?? (_end ? "lowerRoman" : null);
        return _forms.OfDocx(form).Write(_count.Value);
    }

    /// <summary>The note a mark points to; null if there is none, or another mark has pointed to it.</summary>
    /// <param name="marker">The mark.</param>
    /// <param name="custom">Whether it is one the author wrote, there and before the note.</param>
    public FlowNote? Take(OpenXmlElement reference, string marker, bool custom, DocxStory story)
    {
        if (reference.Number("id") is not { } id || !_notes.Remove(id, out var note))
        {
            return null;
        }

        var blocks = story.Inner(note);
        var printed = marker;
        if (!blocks.IsEmpty && blocks[0] is FlowParagraph { Spans.IsEmpty: false } first)
        {
            var head = string.Concat(first.Spans.TakeWhile(s => s.Note is null).Select(s => s.Text));
            var text = head.TrimStart();
            var taken = custom && text.StartsWith(marker, StringComparison.Ordinal) ? marker : Array.Find(Brackets, b => text.StartsWith(b, StringComparison.Ordinal)) ?? "";
            printed = custom || taken.Length == 0 ? marker : taken.Length == 2 ? taken[..1] + marker + taken[1..] : marker + taken;
            var rest = text[taken.Length..].TrimStart();
            blocks = blocks.SetItem(0, first with { Spans = Without(first.Spans, head.Length - rest.Length) });
        }

        return new FlowNote(Bare(marker), printed, _end, blocks);
    }

    /// <summary>A mark as a number: ¹⁾ is 1.</summary>
    private static string Bare(string marker)
    {
        const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";
        var bare = string.Concat(marker.Trim('(', ')', '[', ']', '⁽', '⁾', ' ').Select(c => Raised.IndexOf(c) is >= 0 and var digit ? (char)('0' + digit) : c));
        return bare.Length > 0 ? bare : marker;
    }

    private static ImmutableArray<FlowSpan> Without(ImmutableArray<FlowSpan> spans, int length)
    {
        var rest = spans.ToBuilder();
        while (length > 0)
        {
            var cut = Math.Min(length, rest[0].Text.Length);
            rest[0] = rest[0] with { Text = rest[0].Text[cut..] };
            length -= cut;
            if (rest[0].Text.Length == 0)
            {
                rest.RemoveAt(0);
            }
        }

        return rest.ToImmutable();
    }
}
