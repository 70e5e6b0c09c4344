namespace ReportMiner.Learn;

/// <summary>Compares annotated surfaces with found ones by the pairs of characters they share, as the scorer has it.</summary>
internal static class CharacterPairs
{
    /// <summary>A text without white space.</summary>
    public static string Fold(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    public static HashSet<(char, char)> Of(string folded) => [.. folded.Zip(folded.Skip(1))];

    /// <summary>The share of all pairs that both have, 0 to 1.</summary>
    public static double Likeness(HashSet<(char, char)> a, HashSet<(char, char)> b)
    {
        var shared = a.Count < b.Count ? a.Count(b.Contains) : b.Count(a.Contains);
        return (double)shared / Math.Max(1, a.Count + b.Count - shared);
    }
}
