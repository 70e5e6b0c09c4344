namespace ReportMiner.Segment;

/// <summary>What the spacing model looks at: the characters and words on both sides of a line end, and what the report itself does there.</summary>
internal sealed class SpacingFeatures(SpacingEvidence evidence)
{
    private const uint Seed = 2166136261u;

    private static readonly (int Left, int Right)[] Windows =
    [
        (1, 0), (2, 0), (3, 0), (4, 0), (5, 0), (0, 1), (0, 2), (0, 3), (0, 4), (0, 5), (1, 1), (2, 1), (1, 2), (2, 2), (3, 1), (1, 3),
        (3, 2), (2, 3), (3, 3), (4, 1), (1, 4), (4, 2), (2, 4), (6, 0), (0, 6), (4, 3), (3, 4), (4, 4), (5, 2), (2, 5), (5, 5),
    ];

    private const int WidestWindow = 6;

    /// <summary>The features up to here in the list are of the words and syllables; those behind it are of their shape and of the report.</summary>
    public static readonly int OfWords = Windows.Length + 18;

    /// <summary>Contexts of the report looked at together, as places in <see cref="SpacingEvidence.Contexts"/>.</summary>
    private static readonly (int First, int Second, int Third)[] Together = [(11, 6, 7), (14, 15, 11), (16, 6, 2), (3, 2, 8)];

    private readonly List<uint> _features = new(96);
    private uint _template;

    /// <summary>Hashes of the features that hold where <paramref name="before"/> ends and <paramref name="after"/> begins. The list is used again by the next call.</summary>
    public List<uint> Of(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        _features.Clear();
        _template = 0;
        var left = before[(before.LastIndexOf(' ') + 1)..];
        var end = after.IndexOf(' ');
        var right = end < 0 ? after : after[..end];
        Span<uint> lefts = stackalloc uint[WidestWindow + 1];
        lefts[0] = Seed;
        for (var i = 1; i <= WidestWindow; i++)
        {
            lefts[i] = Hash(lefts[i - 1], i <= before.Length ? Fold(before[^i]) : 1u);
        }

        foreach (var (l, r) in Windows)
        {
            Add(Window(lefts[l], after, r));
        }

        Add(Hash(Hash(Seed, left), '<'));
        Add(Hash(Hash(Seed, right), '>'));
        Add(Hash(Hash(Hash(Seed, left), '|'), right));
        Add(Hash(Hash(Hash(Seed, left), '|'), right[..1]));
        Add(Hash(Hash(Hash(Seed, left), '|'), right[..Math.Min(2, right.Length)]));
        Add(Hash(Hash(Hash(Seed, left[^1..]), '|'), right));
        Add(Hash(Hash(Hash(Seed, left[^Math.Min(2, left.Length)..]), '|'), right));
        Add(Hash(Hash(Seed, left), right));

        // Neighbouring words: what stands before the left one and after the right one.
        var earlier = before[..(before.Length - left.Length)].TrimEnd();
        var later = after[right.Length..].TrimStart();
        Add(Hash(Hash(Hash(Seed, earlier[^Math.Min(2, earlier.Length)..]), '_'), left));
        Add(Hash(Hash(Hash(Seed, right), '_'), later[..Math.Min(2, later.Length)]));

        // Compounds: how far into the right word the left one is known to go, and what the whole ends in.
        Add(Hash(Hash(Hash(Seed, left), '|'), right[..Math.Min(3, right.Length)]));
        Add(Hash(Hash(Hash(Seed, left), '|'), right[..Math.Min(4, right.Length)]));
        Add(Hash(Hash(Hash(Seed, left[^Math.Min(3, left.Length)..]), '|'), right));
        Add(Hash(Hash(Hash(Seed, left[^Math.Min(2, left.Length)..]), '~'), right[^Math.Min(2, right.Length)..]));
        Add(Hash(Hash(Hash(Seed, left[^Math.Min(2, left.Length)..]), '`'), right[^1..]));
        Add(Hash(Hash(Hash(Seed, right[..Math.Min(2, right.Length)]), '`'), right[^Math.Min(2, right.Length)..]));
        Add(Hash(Hash(Hash(Seed, earlier[(earlier.LastIndexOf(' ') + 1)..]), '_'), left));
        end = later.IndexOf(' ');
        Add(Hash(Hash(Hash(Seed, right), '_'), end < 0 ? later : later[..end]));

        var lengths = (uint)(Math.Min(left.Length, 7) * 8 + Math.Min(right.Length, 7));
        Add(Hash(Seed, lengths));
        Add(Hash(Hash(Seed, lengths), Shape(before[^1]) * 16 + Shape(after[0])));
        Add(Hash(Hash(Seed, (uint)Math.Min(left.Length, 7)), after[0]));
        Add(Hash(Hash(Seed, (uint)Math.Min(right.Length, 7)), before[^1]));
        Add(Hash(Hash(Seed, (uint)Math.Min(left.Length, 7)), before[^1]));
        Add(Hash(Hash(Seed, (uint)Math.Min(right.Length, 7)), after[0]));
        Add(Shapes(before, after, 1, 1));
        Add(Shapes(before, after, 2, 2));
        Add(Shapes(before, after, 3, 3));
        Add(Shapes(before, after, 4, 2));
        Add(Shapes(before, after, 2, 4));
        Add(Hash(Seed, left.Contains("://", StringComparison.Ordinal) ? 1u : 2u));
        Own(before, after, left, right, lengths, lefts[2]);
        return _features;
    }

    /// <summary>What the report does itself.</summary>
    private void Own(ReadOnlySpan<char> before, ReadOnlySpan<char> after, ReadOnlySpan<char> left, ReadOnlySpan<char> right, uint lengths, uint lastTwo)
    {
        Add(Hash(Seed, evidence.Density));
        Add(Hash(Hash(Seed, evidence.Density), lengths));
        Add(Hash(Hash(Seed, evidence.Density), Shape(before[^1]) * 16 + Shape(after[0])));
        uint longest = 0;
        Span<uint> steps = stackalloc uint[SpacingEvidence.Contexts.Length];
        Span<(int Joined, int Spaced)> around = stackalloc (int, int)[SpacingEvidence.Contexts.Length];
        evidence.Around(before, after, around);
        for (var c = 0; c < around.Length; c++)
        {
            var (joined, spaced) = around[c];
            var seen = Step(joined) * 8 + Step(spaced);
            steps[c] = seen;
            Add(Hash(Seed, seen));
            longest = seen > 0 ? (uint)c * 64 + seen : longest;
        }

        Add(Hash(Seed, longest));
        Add(Hash(Hash(Seed, evidence.Density), Window(lastTwo, after, 0)));
        Add(Hash(Hash(Seed, evidence.Density), Window(Seed, after, 2)));
        foreach (var (a, b, c) in Together)
        {
            Add(Hash(Hash(Hash(Seed, steps[a]), steps[b]), steps[c]));
        }

        Add(Hash(Hash(Hash(Seed, steps[16]), steps[11]), evidence.Density));
        Add(Hash(Hash(Hash(Seed, steps[5]), steps[4]), lengths));
        Add(Hash(Hash(Hash(Seed, steps[6]), steps[7]), lengths));
        var word = Step(evidence.Whole(left));
        var follower = Step(evidence.Whole(right));
        var head1 = Step(evidence.Beginning(right[..1]));
        var head2 = right.Length > 1 ? Step(evidence.Beginning(right[..2])) : 7;
        var head3 = right.Length > 2 ? Step(evidence.Beginning(right[..3])) : 7;
        Add(Hash(Seed, word));
        Add(Hash(Seed, follower));
        Add(Hash(Seed, head1));
        Add(Hash(Seed, head2));
        Add(Hash(Seed, head3));
        Add(Hash(Seed, word * 64 + head2));
        Add(Hash(Seed, word * 64 + follower));
        Add(Hash(Hash(Seed, lengths), word * 64 + head2));
        Span<char> whole = stackalloc char[4];
        if (left.Length is > 0 and < 4)
        {
            left.CopyTo(whole);
            whole[left.Length] = right[0];
            Add(Hash(Seed, (uint)left.Length * 8 + Step(evidence.Beginning(whole[..(left.Length + 1)]))));
        }
        else
        {
            _template++;
        }
    }

    private void Add(uint hash)
    {
        hash = (hash ^ ++_template) * 0x9e3779b1u;
        hash ^= hash >> 15;
        hash *= 0x85ebca6bu;
        _features.Add(hash ^ hash >> 13);
    }

    private static uint Window(uint left, ReadOnlySpan<char> after, int right)
    {
        var hash = Hash(left, '|');
        for (var i = 0; i < right; i++)
        {
            hash = Hash(hash, i < after.Length ? Fold(after[i]) : 1u);
        }

        return hash;
    }

    private static uint Shapes(ReadOnlySpan<char> before, ReadOnlySpan<char> after, int left, int right)
    {
        var hash = Seed;
        for (var i = 1; i <= left; i++)
        {
            hash = Hash(hash, i <= before.Length ? Shape(before[^i]) : 99u);
        }

        for (var i = 0; i < right; i++)
        {
            hash = Hash(hash, i < after.Length ? Shape(after[i]) : 99u);
        }

        return hash;
    }

    private static uint Fold(char c) => char.IsAsciiDigit(c) ? '0' : c;

    private static uint Shape(char c) => c switch
    {
        ' ' => 1u,
        >= '가' and <= '힣' => 2u,
        >= '0' and <= '9' => 3u,
        >= 'a' and <= 'z' => 4u,
        >= 'A' and <= 'Z' => 5u,
        >= '一' and <= '龥' => 6u,
        '(' or '[' or '‘' or '“' or '「' or '『' or '<' or '《' or '〈' => 7u,
        ')' or ']' or '’' or '”' or '」' or '』' or '>' or '》' or '〉' => 8u,
        ',' or '.' or ';' or ':' or '?' or '!' => 9u,
        '·' or '/' or '-' or '~' or '∼' or '‧' or '・' => 10u,
        '\'' or '"' => 11u,
        '%' or '℃' or '$' or '€' or '￦' => 12u,
        _ => char.IsLetter(c) ? 13u : 14u,
    };

    private static uint Step(int count) => count switch { < 3 => (uint)count, < 5 => 3u, < 9 => 4u, < 20 => 5u, _ => 6u };

    private static uint Hash(uint hash, uint value) => (hash ^ value) * 16777619u ^ hash >> 15;

    private static uint Hash(uint hash, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            hash = Hash(hash, Fold(c));
        }

        return hash;
    }
}
