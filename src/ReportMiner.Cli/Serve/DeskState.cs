using System.Collections.Frozen;
using System.Collections.Immutable;
using ReportMiner.Cli.Serve.Views;
using ReportMiner.Documents;
using ReportMiner.Review.Events;

namespace ReportMiner.Cli.Serve;

/// <summary>A report and its review as they were read at one moment.</summary>
/// <param name="Epoch">Which reading it is; revisions count inside one.</param>
/// <param name="Output">The output's size and time of writing.</param>
/// <param name="EventBytes">Size of the review file.</param>
/// <param name="Damage">What is wrong with lines of the review file.</param>
/// <param name="Items">All items in reading order.</param>
/// <param name="ChangedAt">The revision at which an item last became another; those that never did are not in it.</param>
/// <param name="GoneAt">The revision at which an added item was taken back.</param>
internal sealed record DeskState(
    string Epoch,
    (long Bytes, DateTime Written) Output,
    long EventBytes,
    ReviewedReport Reviewed,
    ImmutableArray<ReviewEvent> Events,
    ImmutableArray<Diagnostic> Damage,
    ItemChecks Checks,
    ImmutableArray<ItemView> Items,
    FrozenDictionary<string, int> ChangedAt,
    FrozenDictionary<string, int> GoneAt)
{
    public static DeskState First(string epoch, (long Bytes, DateTime Written) output, long eventBytes, ReviewedReport reviewed, ImmutableArray<ReviewEvent> events, ImmutableArray<Diagnostic> damage)
    {
        var checks = new ItemChecks(reviewed.Extraction);
        return new DeskState(
            epoch, output, eventBytes, reviewed, events, damage, checks, [.. reviewed.Items.Select(s => ItemView.Of(reviewed, s, checks))],
            FrozenDictionary<string, int>.Empty, FrozenDictionary<string, int>.Empty);
    }

    /// <summary>The state after more events; views of items that stay the same are kept.</summary>
    public DeskState Next(long eventBytes, ReviewedReport reviewed, ImmutableArray<ReviewEvent> events, ImmutableArray<Diagnostic> damage)
    {
        var known = Items.ToDictionary(i => i.Key, StringComparer.Ordinal);
        var changed = ChangedAt.ToDictionary(StringComparer.Ordinal);
        var gone = GoneAt.ToDictionary(StringComparer.Ordinal);
        var items = ImmutableArray.CreateBuilder<ItemView>(reviewed.Items.Length);
        foreach (var state in reviewed.Items)
        {
            if (known.Remove(state.Key, out var view) && view.Shows(state, reviewed.ItemOf(state.Key)))
            {
                items.Add(view);
                continue;
            }

            items.Add(ItemView.Of(reviewed, state, Checks));
            gone.Remove(state.Key);
            if (view is null || !SameAs(view, items[^1]))
            {
                changed[state.Key] = events.Length;
            }
        }

        foreach (var key in known.Keys)
        {
            changed.Remove(key);
            gone[key] = events.Length;
        }

        return this with
        {
            EventBytes = eventBytes,
            Reviewed = reviewed,
            Events = events,
            Damage = damage,
            Items = items.ToImmutable(),
            ChangedAt = changed.ToFrozenDictionary(StringComparer.Ordinal),
            GoneAt = gone.ToFrozenDictionary(StringComparer.Ordinal),
        };
    }

    private static bool SameAs(ItemView a, ItemView b) =>
        a.Fields.Equals(b.Fields) && (a.Decision, a.Last, a.By, a.Confidence, a.Comments.Length, a.Start, a.End) == (b.Decision, b.Last, b.By, b.Confidence, b.Comments.Length, b.Start, b.End);
}
