using System.Collections.Immutable;

namespace ReportMiner.Learn;

/// <summary>What learning from reviews gives.</summary>
/// <param name="Files">The files to be promoted, by their names in the models folder; none where nothing is new or all of it was worse.</param>
/// <param name="Lexicon">The reviewed gazetteer as it would be.</param>
/// <param name="LearnedFrom">The reports that were learned from.</param>
/// <param name="HeldOut">The reports that were only measured.</param>
/// <param name="Trials">The figures of what was tried, the last is what counts: first all that was learned, then without what was worse.</param>
public sealed record LearningResult(
    ImmutableSortedDictionary<string, byte[]> Files, ReviewedLexicon Lexicon, ImmutableArray<string> LearnedFrom, ImmutableArray<string> HeldOut, ImmutableArray<LearningTrial> Trials)
{
    /// <summary>Whether there was something to learn and it made some item kind worse, whatever was left out.</summary>
    public bool Failed => Trials is [.., { Passes: false }];
}

/// <summary>New models of some kinds, the rest as they are, compared with the present ones.</summary>
/// <param name="Parts">What was learned anew.</param>
public sealed record LearningTrial(ImmutableSortedSet<LearnedPart> Parts, ImmutableArray<ModelComparison> Comparisons)
{
    /// <summary>Whether none of the item kinds is worse anywhere.</summary>
    public bool Passes => Comparisons.All(c => c.Changes.All(r => !r.IsWorse));
}
