namespace ReportMiner.Segment;

/// <summary>
/// How a report itself writes: for every place inside its lines, the characters around it and whether a space stands
/// there. A report repeats its terms, so most line ends have been seen somewhere in the middle of a line. The counts
/// are kept by hash in one table, joined and spaced side by side; the rare clash of two places does no harm.
/// </summary>
internal sealed class SpacingEvidence
{
    /// <summary>Characters looked at on the left and on the right of a place; <see cref="Word"/> stands for the whole word.</summary>
    public static readonly (int Left, int Right)[] Contexts =
    [
        (0, 1), (1, 0), (0, 2), (2, 0), (0, 3), (3, 0), (Word, 0), (0, Word), (1, 1), (2, 1), (1, 2), (2, 2), (3, 2), (2, 3), (3, 3),
        (Word, 1), (Word, 2), (Word, 3), (Word, Word),
    ];

    private const int Word = 4;
    private const int LongestBeginning = 4;
    private const int SmallestBits = 12;
    private const int LargestBits = 22;
    private const int CountsPerCharacter = 48;
    private const int FewestPlaces = 200;
    private const uint Seed = 2166136261u;

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

    /// <summary>How densely the report sets its spaces, in steps; 0 where it is too short to tell.</summary>
    public uint Density => _hangulSpaced + _hangulJoined < FewestPlaces
        ? 0u
        : (uint)Math.Clamp(((_hangulSpaced * 100 / (_hangulSpaced + _hangulJoined)) - 16) / 2, 0, 8) + 1;

    /// <summary>For each of the <see cref="Contexts"/>, how often the place was seen joined and how often with a space.</summary>
    public void Around(ReadOnlySpan<char> before, ReadOnlySpan<char> after, Span<(int Joined, int Spaced)> seen)
    {
        Span<uint> left = stackalloc uint[Word + 1];
        Span<uint> right = stackalloc uint[Word + 1];
        Sides(before, after, left, right);
        for (var c = 0; c < Contexts.Length; c++)
        {
            var slot = Slot(Key(left, right, c));
            seen[c] = (_counts[slot], _counts[slot + 1]);
        }
    }

    /// <summary>How often a word stands whole in the report, its first and last in a line left out.</summary>
    public int Whole(ReadOnlySpan<char> word) => _counts[Slot(Hash(word) ^ 1u)];

    /// <summary>How often words of the report begin this way.</summary>
    public int Beginning(ReadOnlySpan<char> head) => _counts[Slot(Hash(head) ^ 2u)];

    private void Add(ReadOnlySpan<char> text)
    {
        Span<uint> left = stackalloc uint[Word + 1];
        Span<uint> right = stackalloc uint[Word + 1];
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == ' ')
            {
                continue;
            }

            var spaced = text[i - 1] == ' ';
            var before = text[..(spaced ? i - 1 : i)];
            var after = text[i..];
            if (before.Length == 0)
            {
                continue;
            }

            if (IsHangul(after[0]) && IsHangul(before[^1]))
            {
                if (spaced) { _hangulSpaced++; } else { _hangulJoined++; }
            }

            Sides(before, after, left, right);
            for (var c = 0; c < Contexts.Length; c++)
            {
                Count(Slot(Key(left, right, c)) + (spaced ? 1 : 0));
            }

            if (spaced)
            {
                AddWord(after);
            }
        }
    }

    private void AddWord(ReadOnlySpan<char> after)
    {
        var end = after.IndexOf(' ');
        if (end > 0)
        {
            Count(Slot(Hash(after[..end]) ^ 1u));
        }

        for (var n = 1; n <= LongestBeginning && n <= after.Length && after[n - 1] != ' '; n++)
        {
            Count(Slot(Hash(after[..n]) ^ 2u));
        }
    }

    private void Count(int slot)
    {
        ref var count = ref _counts[slot];
        count += (ushort)(count < ushort.MaxValue ? 1 : 0);
    }

    /// <summary>Hashes of so many characters to the left and to the right of a place, as far as the word goes.</summary>
    private static void Sides(ReadOnlySpan<char> before, ReadOnlySpan<char> after, Span<uint> left, Span<uint> right)
    {
        var hash = left[0] = Seed;
        var n = 0;
        for (var i = before.Length - 1; ; i--)
        {
            var c = i < 0 ? ' ' : before[i];
            hash = Step(hash, c);
            if (++n < Word)
            {
                left[n] = hash;
            }

            if (c == ' ')
            {
                break;
            }
        }

        left[Math.Min(n, Word)..].Fill(hash);
        hash = right[0] = Seed;
        for (n = 0; n < after.Length && after[n] != ' '; n++)
        {
            hash = Step(hash, after[n]);
            if (n + 1 < Word)
            {
                right[n + 1] = hash;
            }
        }

        right[Math.Min(n, Word)..].Fill(hash);
    }

    private static uint Key(ReadOnlySpan<uint> left, ReadOnlySpan<uint> right, int context)
    {
        var (l, r) = Contexts[context];
        return (left[l] * 0x9e3779b1u) ^ ((right[r] + (uint)context) * 0x85ebca77u);
    }

    private int Slot(uint key)
    {
        key ^= key >> 16;
        key *= 0x85ebca6bu;
        key ^= key >> 13;
        key *= 0xc2b2ae35u;
        return (int)((key ^ (key >> 16)) & (uint)(_counts.Length - 1) & ~1u);
    }

    private static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = Seed;
        foreach (var c in word)
        {
            hash = Step(hash, c);
        }

        return hash;
    }

    private static uint Step(uint hash, char c) => (hash ^ c) * 16777619u;

    private static bool IsHangul(char c) => c is >= '가' and <= '힣';
}
