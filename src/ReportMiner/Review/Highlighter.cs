namespace ReportMiner.Review;

/// <summary>A stretch of text to be wrapped in an element.</summary>
/// <param name="Tag">Element name.</param>
/// <param name="Class">Its classes.</param>
/// <param name="Item">Id of the item it shows, or null.</param>
/// <param name="Target">Where it links to inside the page, or null.</param>
/// <param name="Anchor">Id of the first piece's element, or null.</param>
internal sealed record Highlight(int Start, int End, string Tag, string Class, string? Item = null, string? Target = null, string? Anchor = null);

/// <summary>Writes a stretch of text with its highlights. Elements nest; a highlight that another cuts is written in pieces.</summary>
internal sealed class Highlighter
{
    private readonly HtmlWriter _html;
    private readonly string _text;
    private readonly Highlight[] _highlights;
    private readonly HashSet<string> _anchored = new(StringComparer.Ordinal);
    private int _next;
    private readonly List<Highlight> _pending = [];

    public Highlighter(HtmlWriter html, string text, IEnumerable<Highlight> highlights)
    {
        _html = html;
        _text = text;
        _highlights = [.. highlights.Where(h => h.End > h.Start).OrderBy(h => h.Start).ThenByDescending(h => h.End)];
    }

    /// <summary>Writes [start, end). Calls must go forward; a highlight that runs on is taken up again by the next call.</summary>
    public void Write(int start, int end)
    {
        _pending.RemoveAll(h => h.End <= start);
        for (; _next < _highlights.Length && _highlights[_next].Start < end; _next++)
        {
            if (_highlights[_next].End > start)
            {
                _pending.Add(_highlights[_next]);
            }
        }

        var open = new List<Highlight>();
        var waiting = new Queue<Highlight>(_pending);
        var at = start;
        while (at < end)
        {
            Close(open, at);
            while (waiting.TryPeek(out var h) && h.Start <= at)
            {
                Open(open, waiting.Dequeue());
            }

            var stop = open.Aggregate(end, (s, h) => Math.Min(s, h.End));
            if (waiting.TryPeek(out var following))
            {
                stop = Math.Min(stop, following.Start);
            }

            _html.Text(_text, at, stop);
            at = stop;
        }

        Close(open, int.MaxValue);
    }

    private void Open(List<Highlight> open, Highlight h)
    {
        _html.Write($"<{h.Tag} class=\"{h.Class}\"");
        if (h.Anchor is { } anchor && _anchored.Add(anchor))
        {
            _html.Write($" id=\"{anchor}\"");
        }

        if (h.Item is { } item)
        {
            _html.Write($" data-i=\"{item}\"");
        }

        if (h.Target is { } target)
        {
            _html.Write($" href=\"#{target}\"");
        }

        _html.Write($">");
        open.Add(h);
    }

    /// <summary>Closes what ends at <paramref name="at"/>; what lies above it is closed with it and opened again.</summary>
    private void Close(List<Highlight> open, int at)
    {
        var lowest = open.FindIndex(h => h.End <= at);
        if (lowest < 0)
        {
            return;
        }

        var above = open[lowest..];
        for (var i = open.Count - 1; i >= lowest; i--)
        {
            _html.Write($"</{open[i].Tag}>");
        }

        open.RemoveRange(lowest, open.Count - lowest);
        foreach (var h in above.Where(h => h.End > at))
        {
            Open(open, h);
        }
    }
}
