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

    /// <summary>The code point offset of a UTF-16 offset.</summary>
    public int PointAt(int utf16) => _points[utf16];

    /// <summary>The stretch from one code point to another, cut off at the text's ends.</summary>
    public string Slice(int start, int end)
    {
        var (from, to) = (_offsets[Math.Max(0, start)], _offsets[Math.Min(Length, end)]);
        return from < to ? text[from..to] : "";
    }
}
