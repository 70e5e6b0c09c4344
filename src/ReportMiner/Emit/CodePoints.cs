namespace ReportMiner.Emit;

/// <summary>Code point offset of every UTF-16 offset of a text.</summary>
internal sealed class CodePoints
{
    // Offsets of the low surrogates, ascending: the only places where the two counts part.
    private readonly List<int> _low = [];

    public CodePoints(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsLowSurrogate(text[i]) && char.IsHighSurrogate(text[i - 1]))
            {
                _low.Add(i);
            }
        }
    }

    /// <summary>The code point offset of UTF-16 offset <paramref name="utf16"/>.</summary>
    public int this[int utf16]
    {
        get
        {
            var i = _low.BinarySearch(utf16);
            return utf16 - (i < 0 ? ~i : i);
        }
    }
}
