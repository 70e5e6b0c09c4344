using ReportMiner.Classify;
using ReportMiner.Documents;

namespace ReportMiner.Tag.Recommendations;

/// <summary>Tells by learned classifiers whether a statement is a recommendation, of which kind and which category.</summary>
internal sealed class StatementModel
{
    public const string KindFile = "taggers/statements.bin";
    public const string CategoryFile = "taggers/categories.bin";
    public const string Source = "model:statements";
    public const string None = "none";
    public const string Plan = "plan";
    public const string Proposal = "proposal";

    private readonly IClassifier _kinds;
    private readonly IClassifier _categories;
    private readonly int _plan;
    private readonly int _proposal;

    /// <param name="kinds">Knows the classes none, plan and proposal.</param>
    /// <param name="categories">Knows the categories of the annotation guide.</param>
    public StatementModel(IClassifier kinds, IClassifier categories)
    {
        _kinds = kinds;
        _categories = categories;
        _plan = kinds.Classes.IndexOf(Plan);
        _proposal = kinds.Classes.IndexOf(Proposal);
    }

    /// <summary>The probability that a statement is a recommendation, and the likelier kind.</summary>
    public (double Probability, RecommendationKind Kind) Kind(ReadOnlySpan<Feature> features)
    {
        Span<double> probabilities = stackalloc double[_kinds.Classes.Length];
        _kinds.Classify(features, probabilities);
        return (probabilities[_plan] + probabilities[_proposal], probabilities[_plan] >= probabilities[_proposal] ? RecommendationKind.Plan : RecommendationKind.Proposal);
    }

    public string Category(ReadOnlySpan<Feature> features)
    {
        Span<double> probabilities = stackalloc double[_categories.Classes.Length];
        _categories.Classify(features, probabilities);
        var best = 0;
        for (var c = 1; c < probabilities.Length; c++)
        {
            best = probabilities[c] > probabilities[best] ? c : best;
        }

        return _categories.Classes[best];
    }
}
