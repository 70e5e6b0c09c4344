using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Resources;

namespace ReportMiner.Tag.Entities;

internal sealed class EntityTagger(ResourceDirectory resources)
{
    private readonly ResourceDirectory _resources = resources;

    public ImmutableArray<Mention> Tag(SegmentedReport report) => _resources.Files.IsEmpty || report.Text.Length == 0 ? [] : [];
}
