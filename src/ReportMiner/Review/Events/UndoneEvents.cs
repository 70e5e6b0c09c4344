using System.Collections.Immutable;

namespace ReportMiner.Review.Events;

/// <summary>Tells which events hold: an undo takes earlier ones back, and an undo that is itself undone does not.</summary>
public static class UndoneEvents
{
    /// <summary>Whether each event holds. An event can only be undone by a later one, so the last is judged first.</summary>
    public static bool[] Holding(ImmutableArray<ReviewEvent> events)
    {
        var undone = new HashSet<string>(StringComparer.Ordinal);
        var holds = new bool[events.Length];
        for (var i = events.Length - 1; i >= 0; i--)
        {
            holds[i] = !undone.Contains(events[i].Id) && !(events[i].Group is { } group && undone.Contains(group));
            if (holds[i] && events[i] is { Action: ReviewAction.Undo, Undoes: { } target })
            {
                undone.Add(target);
            }
        }

        return holds;
    }
}
