using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace ReportMiner.Link.Facts;

/// <summary>Endings of words, looked up by their last letter: most words end in none.</summary>
internal sealed class WordEndings
{
    private readonly Dictionary<char, string[]> _byLast;

    /// <param name="endings">Of two that end alike the one that counts first.</param>
    public WordEndings(ImmutableArray<string> endings) => _byLast = endings.GroupBy(e => e[^1]).ToDictionary(g => g.Key, g => g.ToArray());

    /// <summary>The length of the ending a word has that leaves at least <paramref name="rest"/> of it; 0 if none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Of(ReadOnlySpan<char> word, int rest)
    {
        if (word.IsEmpty || !_byLast.TryGetValue(word[^1], out var endings))
        {
            return 0;
        }

        foreach (var ending in endings)
        {
            if (word.Length >= ending.Length + rest && word.EndsWith(ending))
            {
                return ending.Length;
            }
        }

        return 0;
    }
}
