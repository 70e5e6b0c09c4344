using System.Collections.Immutable;

namespace ReportMiner.Corpus;

/// <summary>What many reports say, joined. Facts, recommendations and timeline are read from the builder's stream whenever they are enumerated.</summary>
public sealed record ReportCorpus
{
    /// <summary>The reports in the order they were taken in.</summary>
    public required ImmutableArray<ReportRow> Reports { get; init; }

    /// <summary>What they name, in most reports first.</summary>
    public required ImmutableArray<EntityRow> Entities { get; init; }

    /// <summary>Counts and sums.</summary>
    public required ImmutableArray<TotalRow> Totals { get; init; }

    /// <summary>Where figures of different reports contradict each other.</summary>
    public required ImmutableArray<ContradictionRow> Contradictions { get; init; }

    /// <summary>All facts, by report and reading order.</summary>
    public required IEnumerable<FactRow> Facts { get; init; }

    /// <summary>All recommendations, by report and reading order.</summary>
    public required IEnumerable<RecommendationRow> Recommendations { get; init; }

    /// <summary>All dates, the earliest first.</summary>
    public required IEnumerable<DateRow> Timeline { get; init; }
}
