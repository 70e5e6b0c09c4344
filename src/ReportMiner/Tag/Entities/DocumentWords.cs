namespace ReportMiner.Tag.Entities;

/// <summary>How often a document has its words, and whether it sets them in quotation marks or explains them in brackets.</summary>
internal sealed class DocumentWords
{
    private const int Longest = 14;

    private readonly Dictionary<string, (int Count, bool Quoted, bool Explained)>.AlternateLookup<ReadOnlySpan<char>> _words;

    public DocumentWords(IEnumerable<Stretch> stretches)
    {
        var words = new Dictionary<string, (int Count, bool Quoted, bool Explained)>(StringComparer.Ordinal);
        _words = words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var text in stretches.Select(s => s.Text))
        {
            for (var at = 0; at < text.Length; at++)
            {
                if (!char.IsLetterOrDigit(text[at]) || (at > 0 && char.IsLetterOrDigit(text[at - 1])))
                {
                    continue;
                }

                // Every beginning of a word: where its particle begins is not known.
                for (var end = at + 2; end <= text.Length && end - at <= Longest && char.IsLetterOrDigit(text[end - 1]); end++)
                {
                    ref var seen = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_words, text.AsSpan(at, end - at), out _);
                    seen.Count++;
                    seen.Quoted |= at > 0 && end < text.Length && text[at - 1] is '‘' or '“' or '「' or '\'' && text[end] is '’' or '”' or '」' or '\'';
                    seen.Explained |= end + 1 < text.Length && text[end] == '(' && char.IsLetter(text[end + 1]);
                }
            }
        }
    }

    /// <summary>A word in a number: how often (in steps), whether quoted, whether explained.</summary>
    public uint Seen(ReadOnlySpan<char> word)
    {
        if (!_words.TryGetValue(word, out var seen))
        {
            return 0;
        }

        var often = seen.Count switch { <= 1 => 0u, 2 => 1u, <= 4 => 2u, <= 9 => 3u, _ => 4u };
        return often + (seen.Quoted ? 8u : 0) + (seen.Explained ? 16u : 0);
    }
}
