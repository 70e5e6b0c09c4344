using System.Collections.Immutable;

namespace ReportMiner.Documents;

/// <summary>The facts of a report in reading order, the amounts that are in none, and where facts contradict each other.</summary>
internal sealed record FoundFacts(ImmutableArray<Fact> Facts, ImmutableArray<LeftFigure> Left, ImmutableArray<Diagnostic> Contradictions);
