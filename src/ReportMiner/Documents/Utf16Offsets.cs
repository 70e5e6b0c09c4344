namespace ReportMiner.Documents;

/// <summary>UTF-16 offset of every code point offset of a text, kept inside the text.</summary>
internal sealed class Utf16Offsets
{
    // Code point offsets after each character outside the BMP, ascending: from there on the counts are one more apart.
    private readonly List<int> _after = [];
    private readonly int _length;

    public Utf16Offsets(string text)
    {
        _length = text.Length;
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsLowSurrogate(text[i]) && char.IsHighSurrogate(text[i - 1]))
            {
                _after.Add(i - _after.Count);
            }
        }
    }

    public int this[int codePoint]
    {
        get
        {
            var i = _after.BinarySearch(codePoint);
            return Math.Clamp(codePoint + (i < 0 ? ~i : i + 1), 0, _length);
        }
    }
}
