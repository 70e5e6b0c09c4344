using ReportMiner.Classify;
using ReportMiner.Documents;

namespace ReportMiner.Tag.Recommendations;

/// <summary>Tells by learned classifiers whether a statement is a recommendation, of which kind and which category.</summary>
internal sealed class StatementModel
{
    public const string StatementFile = "taggers/statements.bin";
    public const string KindFile = "taggers/kinds.bin";
    public const string CategoryFile = "taggers/categories.bin";
    public const string Source = "model:statements";
    public const string None = "none";
    public const string Recommendation = "recommendation";
    public const string Plan = "plan";
    public const string Proposal = "proposal";

    private readonly IClassifier _statements;
    private readonly IClassifier _kinds;
    private readonly IClassifier _categories;
    private readonly int _recommendation;
    private readonly int _plan;

    /// <param name="statements">Knows the classes none and recommendation.</param>
    /// <param name="kinds">Knows the classes plan and proposal.</param>
    /// <param name="categories">Knows the categories of the annotation guide.</param>
    public StatementModel(IClassifier statements, IClassifier kinds, IClassifier categories)
    {
        _statements = statements;
        _kinds = kinds;
        _categories = categories;
        _recommendation = statements.Classes.IndexOf(Recommendation);
        _plan = kinds.Classes.IndexOf(Plan);
    }

    /// <summary>The probability that a statement is a recommendation.</summary>
    public double Probability(ReadOnlySpan<Feature> features)
    {
        Span<double> probabilities = stackalloc double[_statements.Classes.Length];
        _statements.Classify(features, probabilities);
        return probabilities[_recommendation];
    }

    public RecommendationKind Kind(ReadOnlySpan<Feature> features)
    {
        Span<double> probabilities = stackalloc double[_kinds.Classes.Length];
        _kinds.Classify(features, probabilities);
        return probabilities[_plan] >= 0.5 ? RecommendationKind.Plan : RecommendationKind.Proposal;
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
