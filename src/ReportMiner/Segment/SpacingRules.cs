using System.Text.Json.Serialization;

namespace ReportMiner.Segment;

/// <summary>Words of <c>rules/spacing.json</c> that tell a space from a broken word.</summary>
internal sealed class SpacingRules
{
    public const string FileName = "rules/spacing.json";

    private readonly HashSet<string> _particles;
    private readonly string[] _wordEnds;
    private readonly HashSet<string> _lone;
    private readonly HashSet<string> _bound;

    [JsonConstructor]
    public SpacingRules(string[] particles, string[] wordEnds, string[] lone, string[] bound)
    {
        (Particles, WordEnds, Lone, Bound) = (particles, wordEnds, lone, bound);
        _particles = [.. particles];
        _wordEnds = wordEnds;
        _lone = [.. lone];
        _bound = [.. bound];
    }

    public string[] Particles { get; }

    public string[] WordEnds { get; }

    public string[] Lone { get; }

    public string[] Bound { get; }

    /// <summary>A particle or ending that clings to the word before it.</summary>
    public bool IsParticle(string word) => _particles.Contains(word);

    /// <summary>A word whose last syllables close it.</summary>
    public bool EndsWord(string word) => Array.Exists(_wordEnds, e => word.Length > e.Length && word.EndsWith(e, StringComparison.Ordinal));

    /// <summary>A one-syllable word that stands alone before others.</summary>
    public bool IsLone(string word) => _lone.Contains(word);

    /// <summary>A word that follows others after a space.</summary>
    public bool IsBound(string word) => _bound.Contains(word);
}
