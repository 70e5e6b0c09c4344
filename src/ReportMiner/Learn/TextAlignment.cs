namespace ReportMiner.Learn;

/// <summary>
/// Where each character of one text stands in another that has the same words but other white space, with some lines
/// taken out, moved or mended. White space apart, stretches that occur once in each text are matched and grown to both
/// sides (Heckel 1978); between two matched stretches the longest common subsequence settles the rest.
/// </summary>
internal sealed class TextAlignment
{
    private const int Anchor = 10;
    private const int LargestGap = 1_500;

    private readonly int[] _places;

    public TextAlignment(string from, string to)
    {
        var (source, sourceOffsets) = Bare(from);
        var (target, targetOffsets) = Bare(to);
        var matched = new int[source.Length];
        Array.Fill(matched, -1);
        var taken = new bool[target.Length];
        Grow(source, target, matched, taken);
        for (var start = 0; start < source.Length;)
        {
            if (matched[start] >= 0)
            {
                start++;
                continue;
            }

            var end = start;
            while (end < source.Length && matched[end] < 0)
            {
                end++;
            }

            var low = start == 0 ? 0 : matched[start - 1] + 1;
            var high = end == source.Length ? target.Length : matched[end];
            if (high > low && high - low <= LargestGap && end - start <= LargestGap)
            {
                Fill(source, start, end, target, low, high, matched, taken);
            }

            start = end;
        }

        _places = new int[from.Length];
        Array.Fill(_places, -1);
        for (var i = 0; i < source.Length; i++)
        {
            _places[sourceOffsets[i]] = matched[i] < 0 ? -1 : targetOffsets[matched[i]];
        }
    }

    /// <summary>Where a stretch stands in the other text, or null where it is not there, or not in one piece.</summary>
    public (int Start, int End)? Find(int start, int end)
    {
        var first = -1;
        var last = -1;
        for (var i = start; i < end; i++)
        {
            if (_places[i] < 0)
            {
                continue;
            }

            if (first < 0)
            {
                first = _places[i];
            }
            else if (_places[i] < last)
            {
                return null;
            }

            last = _places[i];
        }

        // White space and marks of markdown may have come or gone, not more.
        return first >= 0 && last + 1 - first <= (2 * (end - start)) + 2 ? (first, last + 1) : null;
    }

    private static void Grow(string source, string target, int[] matched, bool[] taken)
    {
        var once = Once(target);
        foreach (var (gram, at) in Once(source).OrderBy(g => g.Value))
        {
            if (at < 0 || matched[at] >= 0 || !once.TryGetValue(gram, out var place) || place < 0 || taken[place])
            {
                continue;
            }

            var (i, j) = (at, place);
            while (i > 0 && j > 0 && source[i - 1] == target[j - 1] && matched[i - 1] < 0 && !taken[j - 1])
            {
                i--;
                j--;
            }

            for (; i < source.Length && j < target.Length && source[i] == target[j] && matched[i] < 0 && !taken[j]; i++, j++)
            {
                matched[i] = j;
                taken[j] = true;
            }
        }
    }

    /// <summary>Each stretch of the anchor's length and where it stands; -1 where it stands twice.</summary>
    private static Dictionary<string, int> Once(string text)
    {
        var once = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i + Anchor <= text.Length; i++)
        {
            var gram = text.Substring(i, Anchor);
            if (!once.TryAdd(gram, i))
            {
                once[gram] = -1;
            }
        }

        return once;
    }

    private static void Fill(string source, int start, int end, string target, int low, int high, int[] matched, bool[] taken)
    {
        var lengths = new int[end - start + 1, high - low + 1];
        for (var i = end - 1; i >= start; i--)
        {
            for (var j = high - 1; j >= low; j--)
            {
                lengths[i - start, j - low] = source[i] == target[j] && !taken[j]
                    ? lengths[i + 1 - start, j + 1 - low] + 1
                    : Math.Max(lengths[i + 1 - start, j - low], lengths[i - start, j + 1 - low]);
            }
        }

        for (var (i, j) = (start, low); i < end && j < high;)
        {
            if (source[i] == target[j] && !taken[j])
            {
                matched[i++] = j;
                taken[j++] = true;
            }
            else if (lengths[i + 1 - start, j - low] >= lengths[i - start, j + 1 - low])
            {
                i++;
            }
            else
            {
                j++;
            }
        }
    }

    private static (string Bare, List<int> Offsets) Bare(string text)
    {
        var offsets = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsWhiteSpace(text[i]))
            {
                offsets.Add(i);
            }
        }

        return (string.Concat(offsets.Select(o => text[o])), offsets);
    }
}
