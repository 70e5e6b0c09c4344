using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportMiner.Resources;

namespace ReportMiner.Link.Facts;

/// <summary>The content of <c>rules/facts.json</c>: what the finder of facts goes by.</summary>
/// <param name="Particles">What may follow a noun phrase, the longer of two that end alike first.</param>
/// <param name="ClauseEnds">How words end that part clauses.</param>
/// <param name="ModifierEnds">How words end that lead up to a noun.</param>
/// <param name="ExcludedUnits">Units of figures that are no measure of anything: pages, ranks.</param>
/// <param name="FigureLeads">Words before a figure that say how it is counted, not whose it is.</param>
internal sealed record FactRules(
    ImmutableArray<FactCue> Cues,
    ImmutableArray<string> Particles,
    ImmutableArray<string> ClauseEnds,
    ImmutableArray<string> ModifierEnds,
    ImmutableArray<string> ExcludedUnits,
    ImmutableArray<string> FigureLeads)
{
    public const string ResourceName = "rules/facts.json";

    public static FactRules Load(ResourceDirectory resources) => resources.ReadJson<FactRules>(ResourceName);

    private readonly WordEndings _particles = new(Particles);
    private readonly WordEndings _clauseEnds = new(ClauseEnds);
    private readonly WordEndings _modifierEnds = new(ModifierEnds);
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _figureLeads = FigureLeads.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The length of the particle a word ends in; 0 if none, or if nothing would be left.</summary>
    public int ParticleOf(ReadOnlySpan<char> word) => _particles.Of(word, 1);

    public bool IsParticle(ReadOnlySpan<char> word) => _particles.Of(word, 0) == word.Length;

    public bool EndsClause(ReadOnlySpan<char> word) => _clauseEnds.Of(word, 0) > 0;

    public bool IsModifier(ReadOnlySpan<char> word) => _modifierEnds.Of(word, 0) > 0;

    public bool IsFigureLead(ReadOnlySpan<char> word) => _figureLeads.Contains(word);
}

/// <summary>Words that tell what is said.</summary>
/// <param name="Types">Types of facts, <c>source</c>, or <c>rule</c>, whose figures are set, not measured.</param>
/// <param name="Pattern">A regular expression.</param>
/// <param name="Examples">Texts it is found in.</param>
/// <param name="CounterExamples">Texts it is not found in.</param>
internal sealed record FactCue(string Id, ImmutableArray<string> Types, string Pattern, ImmutableArray<string> Examples, ImmutableArray<string> CounterExamples)
{
    private readonly Lazy<Regex> _regex = new(() => new Regex(Pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture));

    public bool IsIn(ReadOnlySpan<char> text) => _regex.Value.IsMatch(text);

    public IEnumerable<(int Start, int End)> Find(string text) => _regex.Value.Matches(text).Select(m => (m.Index, m.Index + m.Length));
}
