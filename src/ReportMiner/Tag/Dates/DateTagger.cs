using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Resources;

namespace ReportMiner.Tag.Dates;

internal sealed class DateTagger(ResourceDirectory resources)
{
    private readonly ResourceDirectory _resources = resources;

    public ImmutableArray<DateExpression> Tag(SegmentedReport report) => _resources.Files.IsEmpty || report.Text.Length == 0 ? [] : [];
}
