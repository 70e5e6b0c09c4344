using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ReportMiner.Documents;

namespace ReportMiner.Review.Events;

/// <summary>
/// The items that reviewers are asked to look at one by one although the pipeline is sure of them: chosen by chance, so
/// that how good sure items are is known and not believed. The choice hangs on the report's file and the items' places
/// alone: reviewers cannot change it, and a new run with the same finds keeps it.
/// </summary>
public static class AuditSample
{
    /// <summary>From which confidence items are taken over without a look.</summary>
    public const double Sure = 0.8;

    private const double Share = 0.1;
    private const int Fewest = 5;
    private const int Most = 30;

    /// <summary>Ids of the chosen items in reading order: a tenth of the sure ones, at least 5 where there are so many, at most 30.</summary>
    public static ImmutableArray<string> Of(Report extraction)
    {
        ArgumentNullException.ThrowIfNull(extraction);
        List<ExtractedItem> sure = [.. extraction.Mentions.AsEnumerable<ExtractedItem>().Concat(extraction.Dates).Concat(extraction.Amounts).Concat(extraction.Recommendations).Concat(extraction.Facts).Where(i => i.Confidence >= Sure)];
        var count = Math.Min(sure.Count, Math.Clamp((int)Math.Ceiling(sure.Count * Share), Fewest, Most));
        return
        [
            .. sure.OrderBy(i => Draw(extraction.Source.Sha256, i), StringComparer.Ordinal).ThenBy(i => i.Id, StringComparer.Ordinal).Take(count)
                .OrderBy(i => i.Start).ThenByDescending(i => i.End).ThenBy(i => i.Id, StringComparer.Ordinal).Select(i => i.Id),
        ];
    }

    /// <summary>
    /// How the sample of a report stands. Accepted by itself an item was right, edited or rejected it was wrong; one that
    /// was accepted together with others at one stroke was not looked at.
    /// </summary>
    /// <param name="events">The events the report was reviewed with.</param>
    public static AuditState StateOf(ReviewedReport reviewed, ImmutableArray<ReviewEvent> events)
    {
        ArgumentNullException.ThrowIfNull(reviewed);
        var together = events.Where(e => e is { Action: ReviewAction.Accept, Group: not null }).GroupBy(e => e.Group).Where(g => g.Skip(1).Any()).SelectMany(g => g).Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        var sample = Of(reviewed.Extraction);
        List<ItemState> seen = [.. sample.Select(id => reviewed.Find(id)!).Where(i => i.Decision != Decision.Open && i.Events.Any(e => !together.Contains(e)))];
        return new AuditState(sample.Length, seen.Count, seen.Count(i => i.Decision == Decision.Accepted), [.. sample.Except(seen.Select(i => i.Key), StringComparer.Ordinal)]);
    }

    private static string Draw(string report, ExtractedItem item) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{report} {item.GetType().Name} {item.Start} {item.End}")));
}
