using System.Collections.Frozen;

namespace ReportMiner.Tag.Entities;

/// <summary>Parts a text into words and takes off their particles.</summary>
internal sealed class WordReader(NameRules rules)
{
    private const int ShapeLength = 7;

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _particles =
        rules.Particles.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly int _longestParticle = rules.Particles.Max(p => p.Length);

    public List<TextWord> Read(string text) =>
    [
        .. LetterRuns.Of(text).Select(w => new TextWord(
            w.Start,
            StemEnd(text, w.Start, w.End),
            w.End,
            Shape(text.AsSpan(w.Start, w.End - w.Start)),
            text[Math.Max(0, w.Start - 1)..w.Start],
            text[w.End..Math.Min(text.Length, w.End + 2)])),
    ];

    /// <summary>Where the longest particle at a word's end begins; at least two Hangul syllables, or the other letters, stay before it.</summary>
    private int StemEnd(string text, int start, int end)
    {
        if (!NameBoundary.IsHangul(text[end - 1]))
        {
            return end;
        }

        for (var length = Math.Min(_longestParticle, end - start - 1); length > 0; length--)
        {
            var stem = end - length;
            if ((stem - start >= 2 || !NameBoundary.IsHangul(text[stem - 1])) && _particles.Contains(text.AsSpan(stem, length)))
            {
                return stem;
            }
        }

        return end;
    }

    /// <summary>The kinds of a word's characters, runs folded: 3 for 갯벌, 34 for 갯벌2.</summary>
    private static uint Shape(ReadOnlySpan<char> word)
    {
        uint shape = 0, last = 0;
        foreach (var c in word)
        {
            var kind = SyllableFeatures.Kind(c);
            shape = kind == last ? shape : (shape * 16) + kind;
            last = kind;
        }

        return (shape * 8) + (uint)Math.Min(ShapeLength, word.Length);
    }
}
