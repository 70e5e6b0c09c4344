using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Emit;

/// <summary>Leaves out items of low confidence, and the references to them.</summary>
internal static class ConfidenceFilter
{
    public static Report Apply(Report report, double minimum)
    {
        if (minimum <= 0)
        {
            return report;
        }

        ImmutableArray<T> Keep<T>(ImmutableArray<T> items)
            where T : ExtractedItem => [.. items.Where(i => i.Confidence >= minimum)];
        var mentions = Keep(report.Mentions);
        var amounts = Keep(report.Amounts);
        var named = mentions.Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
        var counted = amounts.Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        var dates = Keep(report.Dates);
        var kept = named.Concat(counted).Concat(dates.Select(d => d.Id)).ToHashSet(StringComparer.Ordinal);
        return report with
        {
            Mentions = mentions,
            Amounts = amounts,
            Dates = dates,
            // What fills a role stays as a phrase where the item itself falls out.
            Facts = [.. Keep(report.Facts).Select(f => f with
            {
                Arguments = f.Arguments.ToImmutableSortedDictionary(a => a.Key, a => a.Value.Select(v => v.Ref is { } id && !kept.Contains(id) ? v with { Ref = null } : v).ToImmutableArray(), StringComparer.Ordinal),
            })],
            LeftFigures = [.. report.LeftFigures.Where(l => counted.Contains(l.Amount))],
            Entities = [.. report.Entities
                .Select(e => e with { Mentions = e.Mentions.RemoveAll(m => !named.Contains(m)) })
                .Where(e => !e.Mentions.IsEmpty)],
            Recommendations = [.. Keep(report.Recommendations).Select(r => r with
            {
                Actors = r.Actors.RemoveAll(m => !named.Contains(m)),
                Amounts = r.Amounts.RemoveAll(a => !counted.Contains(a)),
            })],
        };
    }
}
