using System.Collections.Immutable;
using System.Text;

namespace ReportMiner.Read.Flow;

/// <summary>
/// Puts a paragraph together from what the file holds one after another: characters, notes, and what is anchored in
/// it (tables, text boxes, captions). An anchored block never parts the paragraph: it stands before it, if nothing
/// stood before its anchor, else behind.
/// </summary>
internal sealed class ParagraphBuilder
{
    private readonly ImmutableArray<FlowSpan>.Builder _spans = ImmutableArray.CreateBuilder<FlowSpan>();
    private readonly StringBuilder _text = new();
    private readonly List<FlowBlock> _before = [];
    private readonly List<FlowBlock> _after = [];
    private FlowStyle? _style;

    public FlowKind Kind { get; set; }

    public int Level { get; set; }

    public bool OpensPage { get; set; }

    /// <summary>The number or bullet the program sets before the paragraph; it shows only where there is text.</summary>
    public string? ListMark { get; set; }

    /// <summary>Whether something to be seen stands in it so far.</summary>
    public bool HasText { get; private set; }

    /// <summary>The font of <see cref="ListMark"/>; null where it is that of the text.</summary>
    public string? MarkFont { get; set; }

    /// <summary>What parts <see cref="ListMark"/> from the text.</summary>
    public string MarkGap { get; set; } = " ";

    public void Add(string text, FlowStyle style)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (_style != style)
        {
            Flush();
            _style = style;
        }

        _text.Append(text);
        HasText |= !string.IsNullOrWhiteSpace(text);
    }

    /// <param name="mark">What stands in the text, where it is not the marker as printed before the note.</param>
    public void Add(FlowNote note, FlowStyle style, string? mark = null)
    {
        Flush();
        _spans.Add(new FlowSpan(mark ?? note.Printed, style with { Raised = true }, note));
        HasText = true;
    }

    /// <summary>Adds what is anchored at this place.</summary>
    public void Add(IEnumerable<FlowBlock> anchored) => (HasText ? _after : _before).AddRange(anchored);

    /// <summary>The paragraph with what is anchored in it, in reading order.</summary>
    public IEnumerable<FlowBlock> Build()
    {
        Flush();
        if (HasText && !string.IsNullOrWhiteSpace(ListMark))
        {
            _spans.Insert(0, new FlowSpan(ListMark + MarkGap, _spans[0].Style with { Raised = false, Font = MarkFont ?? _spans[0].Style.Font }));
        }

        var paragraph = new FlowParagraph(_spans.ToImmutable()) { Kind = Kind, Level = Level, OpensPage = OpensPage };
        return [.. _before, paragraph, .. _after];
    }

    private void Flush()
    {
        if (_text.Length > 0)
        {
            _spans.Add(new FlowSpan(_text.ToString(), _style!));
            _text.Clear();
        }
    }
}
