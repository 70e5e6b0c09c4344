namespace ReportMiner.Tag.Entities;

/// <summary>
/// Finds the longest of many names at a place. Names are kept without spaces; a text may leave out a space of the name,
/// and may put one of its own only into long names, where it cannot make a name of two other words.
/// </summary>
internal sealed class NameTrie<T>
    where T : class
{
    private const int LongEnough = 7;

    private readonly Node _root = new();

    public void Add(string name, T value)
    {
        var node = _root;
        var spaces = 0L;
        var depth = 0;
        foreach (var c in name)
        {
            if (c == ' ')
            {
                spaces |= 1L << Math.Min(depth, 63);
                continue;
            }

            node.Next ??= [];
            var key = Fold(c);
            if (!node.Next.TryGetValue(key, out var next))
            {
                node.Next.Add(key, next = new Node());
            }

            node = next;
            depth++;
        }

        node.Value ??= value;
        node.Spaces |= spaces;
    }

    /// <summary>Calls <paramref name="found"/> with every name that begins at <paramref name="start"/>, shortest first.</summary>
    public void Match(ReadOnlySpan<char> text, int start, List<(int End, T Value)> found)
    {
        found.Clear();
        var node = _root;
        var spaces = 0L;
        var depth = 0;
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (c == ' ' && depth > 0 && text[i - 1] != ' ')
            {
                spaces |= 1L << Math.Min(depth, 63);
                continue;
            }

            if (node.Next is null || !node.Next.TryGetValue(Fold(c), out var next))
            {
                return;
            }

            node = next;
            depth++;
            if (node.Value is { } value && ((spaces & ~node.Spaces) == 0 || depth >= LongEnough))
            {
                found.Add((i + 1, value));
            }
        }
    }

    private static char Fold(char c) => c switch
    {
        '‧' or 'ㆍ' or '・' or '∙' or '･' => '·',
        '‐' or '‑' or '–' => '-',
        '’' => '\'',
        _ => c,
    };

    private sealed class Node
    {
        public Dictionary<char, Node>? Next { get; set; }

        public T? Value { get; set; }

        public long Spaces { get; set; }
    }
}
