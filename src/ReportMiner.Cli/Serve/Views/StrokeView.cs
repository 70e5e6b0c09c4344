using System.Collections.Immutable;
using ReportMiner.Review.Events;

namespace ReportMiner.Cli.Serve.Views;

/// <summary>What a reviewer did at one stroke: an event, or all of a group.</summary>
/// <param name="Id">What an undo of it names.</param>
/// <param name="Count">How many events it is.</param>
/// <param name="Holds">Whether it was not undone.</param>
internal sealed record StrokeView(
    string Id, int Count, ReviewAction Action, string? Item, string? Quote, ItemFields? Old, ItemFields? New, string? Undoes, string Who, DateTimeOffset When, ReviewChannel Channel, string? Reason, bool Holds)
{
    private const int Shown = 200;

    /// <summary>The last strokes, the latest first.</summary>
    public static ImmutableArray<StrokeView> Last(ImmutableArray<ReviewEvent> events)
    {
        var holds = UndoneEvents.Holding(events);
        var strokes = new Dictionary<string, StrokeView>(StringComparer.Ordinal);
        var order = new List<string>();
        for (var i = events.Length - 1; i >= 0; i--)
        {
            var made = events[i];
            var id = made.Group ?? made.Id;
            if (strokes.TryGetValue(id, out var group))
            {
                strokes[id] = group with { Count = group.Count + 1, Holds = group.Holds || holds[i] };
            }
            else if (order.Count == Shown)
            {
                break;
            }
            else
            {
                order.Add(id);
                strokes.Add(id, new StrokeView(
                    id, 1, made.Action, made.Action == ReviewAction.Add ? "+" + made.Id : made.Item, made.Base?.Quote, made.Old, made.New, made.Undoes, made.Who, made.When, made.Channel, made.Reason, holds[i]));
            }
        }

        return [.. order.Select(o => strokes[o])];
    }
}
