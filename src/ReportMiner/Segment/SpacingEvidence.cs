namespace ReportMiner.Segment;

/// <summary>
/// How a report itself writes: for every place inside its lines, the characters around it and whether a space stands
/// there. A report repeats its terms, so most line ends have been seen somewhere in the middle of a line.
/// </summary>
internal sealed class SpacingEvidence
{
    /// <summary>Characters looked at on the left and on the right of a place; 9 stands for the whole word.</summary>
    public static readonly (int Left, int Right)[] Contexts = [(0, 1), (1, 0), (0, 2), (2, 0), (0, 3), (3, 0), (9, 0), (0, 9), (1, 1), (2, 1), (1, 2), (2, 2), (3, 2), (2, 3), (3, 3), (9, 1), (9, 2), (9, 3), (9, 9)];

    private const int SmallestBits = 12;
    private const int LargestBits = 22;
    private const int CountsPerCharacter = 48;

    private readonly ushort[] _counts;
    private int _hangulJoined;
    private int _hangulSpaced;

    public SpacingEvidence(IReadOnlyList<Line> lines)
    {
        var characters = lines.Sum(l => (long)l.Text.Length);
        var bits = SmallestBits;
        while (bits < LargestBits && 1L << bits < characters * CountsPerCharacter)
        {
            bits++;
        }

        _counts = new ushort[1 << bits];
        foreach (var line in lines)
        {
            Add(line.Text);
        }
    }

    /// <summary>How often the place was seen joined and how often with a space.</summary>
    public (int Joined, int Spaced) Around(ReadOnlySpan<char> before, ReadOnlySpan<char> after, int context)
    {
        var key = Key(before, after, context);
        return (_counts[Slot(key)], _counts[Slot(key + 1)]);
    }

    /// <summary>How densely the report sets its spaces, in steps.</summary>
    public uint Density => _hangulSpaced + _hangulJoined < 200 ? 0u : (uint)Math.Clamp((_hangulSpaced * 100 / (_hangulSpaced + _hangulJoined) - 16) / 2, 0, 8) + 1;

    /// <summary>How often a word stands whole in the report, its first and last in a line left out.</summary>
    public int Word(ReadOnlySpan<char> word) => _counts[Slot(WordKey(word, 3))];

    /// <summary>How often words of the report begin this way.</summary>
    public int Beginning(ReadOnlySpan<char> head) => _counts[Slot(WordKey(head, 5))];

    private void Add(string line)
    {
        var text = line.AsSpan();
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == ' ')
            {
                continue;
            }

            var spaced = text[i - 1] == ' ';
            var before = text[..(spaced ? i - 1 : i)];
            if (before.Length == 0)
            {
                continue;
            }

            if (text[i] is >= '가' and <= '힣' && before[^1] is >= '가' and <= '힣')
            {
                if (spaced) { _hangulSpaced++; } else { _hangulJoined++; }
            }

            var after = text[i..];
            for (var c = 0; c < Contexts.Length; c++)
            {
                Count(Key(before, after, c) + (spaced ? 1u : 0u));
            }

            if (spaced)
            {
                var end = after.IndexOf(' ');
                if (end > 0)
                {
                    Count(WordKey(after[..end], 3));
                }

                for (var n = 1; n <= 4 && n <= after.Length && after[n - 1] != ' '; n++)
                {
                    Count(WordKey(after[..n], 5));
                }
            }
        }
    }

    private void Count(uint key)
    {
        ref var count = ref _counts[Slot(key)];
        count += (ushort)(count < ushort.MaxValue ? 1 : 0);
    }

    private int Slot(uint key) => (int)(Mix(key) & (uint)(_counts.Length - 1));

    private static uint Key(ReadOnlySpan<char> before, ReadOnlySpan<char> after, int context)
    {
        var (left, right) = Contexts[context];
        var hash = 2166136261u + (uint)context * 7919u;
        for (var i = 1; i <= left; i++)
        {
            var c = i <= before.Length ? before[^i] : ' ';
            hash = (hash ^ c) * 16777619u;
            if (c == ' ')
            {
                break;
            }
        }

        hash = (hash ^ '|') * 16777619u;
        for (var i = 0; i < right && i < after.Length && after[i] != ' '; i++)
        {
            hash = (hash ^ after[i]) * 16777619u;
        }

        return hash & ~1u;
    }

    private static uint WordKey(ReadOnlySpan<char> word, uint kind)
    {
        var hash = 2166136261u ^ kind * 2654435761u;
        foreach (var c in word)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return hash;
    }

    private static uint Mix(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x85ebca6bu;
        hash ^= hash >> 13;
        hash *= 0xc2b2ae35u;
        return hash ^ hash >> 16;
    }
}
