using System.Runtime.InteropServices;

namespace ReportMiner.Tag.Entities;

/// <summary>The words of a document, how often it has each without its particle, and whether it sets it in quotation marks or explains it in brackets.</summary>
internal sealed class DocumentWords
{
    private readonly Dictionary<Stretch, (List<TextWord> Words, uint[] Seen)> _stretches = new(ReferenceEqualityComparer.Instance);

    public DocumentWords(IReadOnlyList<Stretch> stretches, WordReader reader)
    {
        var words = stretches.AsParallel().AsOrdered().Select(s => reader.Read(s.Text)).ToList();
        var counts = new Dictionary<string, (int Count, bool Quoted, bool Explained)>(StringComparer.Ordinal);
        var seen = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var s = 0; s < stretches.Count; s++)
        {
            var text = stretches[s].Text;
            foreach (var word in words[s])
            {
                ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, text.AsSpan(word.Start, word.Stem - word.Start), out _);
                entry.Count++;
                entry.Quoted |= word.Before is "‘" or "“" or "「" or "'" && word.Stem < text.Length && text[word.Stem] is '’' or '”' or '」' or '\'';
                entry.Explained |= word.Stem + 1 < text.Length && text[word.Stem] == '(' && char.IsLetter(text[word.Stem + 1]);
            }
        }

        for (var s = 0; s < stretches.Count; s++)
        {
            var text = stretches[s].Text;
            _stretches.Add(stretches[s], (words[s], [.. words[s].Select(w => Number(seen[text.AsSpan(w.Start, w.Stem - w.Start)]))]));
        }
    }

    /// <summary>The words of a stretch, and of each how often the document has it (in steps), whether quoted, whether explained, in one number.</summary>
    public (List<TextWord> Words, uint[] Seen) this[Stretch stretch] => _stretches[stretch];

    private static uint Number((int Count, bool Quoted, bool Explained) seen)
    {
        var often = seen.Count switch { <= 1 => 0u, 2 => 1u, <= 4 => 2u, <= 9 => 3u, _ => 4u };
        return often + (seen.Quoted ? 8u : 0) + (seen.Explained ? 16u : 0);
    }
}
