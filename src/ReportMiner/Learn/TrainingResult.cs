using System.Collections.Immutable;

namespace ReportMiner.Learn;

/// <summary>What training gives.</summary>
/// <param name="Files">The models, by their names in the models folder; none of what no excerpt annotates.</param>
/// <param name="Excerpts">How many excerpts were learned from.</param>
/// <param name="Marks">How many marked names they have.</param>
/// <param name="Sentences">How many sentences that mark some kinds of names only.</param>
/// <param name="Folds">Into how many parts the excerpts were parted for the figures.</param>
/// <param name="Evaluations">What rules alone, the models alone and both find in excerpts that the models were not trained on, by <c>rules</c>, <c>model</c>, <c>both</c>.</param>
public sealed record TrainingResult(
    ImmutableSortedDictionary<string, byte[]> Files,
    int Excerpts,
    int Marks,
    int Sentences,
    int Folds,
    ImmutableSortedDictionary<string, Evaluation> Evaluations);
