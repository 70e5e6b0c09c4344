using ReportMiner.Documents;

namespace ReportMiner.Review.Events;

/// <summary>A report's text by code points.</summary>
internal sealed class PointText(string text)
{
    private readonly Utf16Offsets _offsets = new(text);

    /// <summary>The text in UTF-16.</summary>
    public string Text => text;

    /// <summary>Its length in code points.</summary>
    public int Length { get; } = text.Length - text.Count(char.IsLowSurrogate);

    /// <summary>The stretch from one code point to another, cut off at the text's ends.</summary>
    public string Slice(int start, int end)
    {
        var (from, to) = (_offsets[Math.Max(0, start)], _offsets[Math.Min(Length, end)]);
        return from < to ? text[from..to] : "";
    }
}
