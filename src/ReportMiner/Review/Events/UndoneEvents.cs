using System.Collections.Immutable;

namespace ReportMiner.Review.Events;

/// <summary>Tells which events hold: an undo takes earlier ones back, and an undo that is itself undone does not.</summary>
public static class UndoneEvents
{
    /// <summary>
    /// Whether each event holds. An event can only be undone by a later one, so the last is judged first. What has the id of
    /// an earlier one (a file that was copied together twice) does not hold.
    /// </summary>
    public static bool[] Holding(ImmutableArray<ReviewEvent> events)
    {
        var undone = new HashSet<string>(StringComparer.Ordinal);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        bool[] holds = [.. events.Select(e => ids.Add(e.Id))];
        for (var i = events.Length - 1; i >= 0; i--)
        {
            holds[i] = holds[i] && !undone.Contains(events[i].Id) && !(events[i].Group is { } group && undone.Contains(group));
            if (holds[i] && events[i] is { Action: ReviewAction.Undo, Undoes: { } target })
            {
                undone.Add(target);
            }
        }

        return holds;
    }
}
