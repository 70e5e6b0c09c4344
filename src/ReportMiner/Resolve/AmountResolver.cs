using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Resolve;

internal static class AmountResolver
{
    public static ImmutableArray<Amount> Resolve(SegmentedReport report, ImmutableArray<AmountExpression> expressions) =>
        report.Text.Length == 0 || expressions.IsEmpty ? [] : [];
}
