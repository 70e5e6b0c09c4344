using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Resolve;

internal static class DateResolver
{
    public static ImmutableArray<DateItem> Resolve(SegmentedReport report, ImmutableArray<DateExpression> expressions, string? published) =>
        report.Text.Length == 0 || expressions.IsEmpty || published is null ? [] : [];
}
