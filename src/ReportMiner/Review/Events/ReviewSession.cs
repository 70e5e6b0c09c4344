using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Review.Events;

/// <summary>Applies events to an extraction. The same extraction and events give the same report; the order is that of the file.</summary>
public static class ReviewSession
{
    /// <summary>The reviewed report. Events that do not fit are conflicts, never exceptions.</summary>
    /// <param name="extraction">What the pipeline extracted.</param>
    /// <param name="extractionSha256">SHA-256 of its JSON bytes, lower-case hexadecimal.</param>
    /// <param name="events">The events in the order they were made.</param>
    public static ReviewedReport Apply(Report extraction, string extractionSha256, ImmutableArray<ReviewEvent> events)
    {
        ArgumentNullException.ThrowIfNull(extraction);
        var draft = new ReviewDraft(extraction);
        var applier = new EventApplier(draft, extractionSha256);
        var holds = UndoneEvents.Holding(events);
        for (var i = 0; i < events.Length; i++)
        {
            applier.Take(events[i], holds[i]);
        }

        var report = ReviewedComposer.Compose(draft, out var ids);
        ImmutableArray<ItemState> items =
        [
            .. draft.Items
                .Select(d => new ItemState(d.Key, d.Kind, ids.GetValueOrDefault(d.Key), d.Decision, d.Item.Start, d.Item.End, d.LastReviewer, [.. d.Comments], [.. d.Events]))
                .OrderBy(s => s.Start).ThenByDescending(s => s.End).ThenBy(s => s.Kind),
        ];
        return new ReviewedReport(draft, extractionSha256, report, items, [.. applier.Comments], applier.Conflicts());
    }
}
