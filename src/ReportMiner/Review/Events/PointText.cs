using ReportMiner.Documents;
using ReportMiner.Emit;

namespace ReportMiner.Review.Events;

/// <summary>A report's text by code points.</summary>
internal sealed class PointText(string text)
{
    private readonly Utf16Offsets _offsets = new(text);
    private readonly CodePoints _points = new(text);

    /// <summary>The text in UTF-16.</summary>
    public string Text => text;

    /// <summary>Its length in code points.</summary>
    public int Length => _points[text.Length];

    /// <summary>Where words stand, in code points, in order.</summary>
    public IEnumerable<int> Find(string words)
    {
        for (var at = words.Length == 0 ? -1 : text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            yield return _points[at];
        }
    }

    /// <summary>The UTF-16 offset of a code point offset.</summary>
    public int Utf16At(int point) => _offsets[point];

    /// <summary>The stretch from one code point to another, cut off at the text's ends.</summary>
    public string Slice(int start, int end)
    {
        var (from, to) = (_offsets[Math.Max(0, start)], _offsets[Math.Min(Length, end)]);
        return from < to ? text[from..to] : "";
    }
}
