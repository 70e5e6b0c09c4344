using System.Collections.Frozen;
using System.Collections.Immutable;
using ReportMiner.Cli.Review;
using ReportMiner.Cli.Serve.Views;
using ReportMiner.Review.Events;

namespace ReportMiner.Cli.Serve;

/// <summary>A report and its review as they were read at one moment.</summary>
/// <param name="Epoch">Which reading it is; revisions count inside one.</param>
/// <param name="Output">The output's size and time of writing.</param>
/// <param name="EventBytes">Size of the review file.</param>
/// <param name="File">The output as reviewed, and its events.</param>
/// <param name="Items">All items in reading order.</param>
/// <param name="ChangedAt">The revision at which an item last became another; those that never did are not in it.</param>
/// <param name="GoneAt">The revision at which an added item was taken back.</param>
internal sealed record DeskState(
    string Epoch,
    (long Bytes, DateTime Written) Output,
    long EventBytes,
    ReviewFile File,
    ItemChecks Checks,
    ImmutableArray<ItemView> Items,
    FrozenDictionary<string, int> ChangedAt,
    FrozenDictionary<string, int> GoneAt)
{
    /// <summary>The report with its events applied.</summary>
    public ReviewedReport Reviewed => File.Reviewed;

    /// <summary>The events.</summary>
    public ImmutableArray<ReviewEvent> Events => File.Events;

    public static DeskState First(string epoch, (long Bytes, DateTime Written) output, long eventBytes, ReviewFile file)
    {
        var checks = file.Reviewed.Checks;
        return new DeskState(
            epoch, output, eventBytes, file, checks, [.. file.Reviewed.Items.Select(s => ItemView.Of(file.Reviewed, s, checks))],
            FrozenDictionary<string, int>.Empty, FrozenDictionary<string, int>.Empty);
    }

    /// <summary>The state after more events; views of items that stay the same are kept.</summary>
    public DeskState Next(long eventBytes, ReviewFile file)
    {
        var (reviewed, revision) = (file.Reviewed, file.Events.Length);
        var known = Items.ToDictionary(i => i.Key, StringComparer.Ordinal);
        var changed = ChangedAt.ToDictionary(StringComparer.Ordinal);
        var gone = GoneAt.ToDictionary(StringComparer.Ordinal);
        var moved = reviewed.Items.Length != Items.Length || reviewed.Items.Any(s => !Refers(s.Kind) && !(known.TryGetValue(s.Key, out var v) && Place(v.State) == Place(s)));
        var items = ImmutableArray.CreateBuilder<ItemView>(reviewed.Items.Length);
        foreach (var state in reviewed.Items)
        {
            if (known.Remove(state.Key, out var view) && !(moved && Refers(state.Kind)) && view.Shows(state, reviewed.ItemOf(state.Key)))
            {
                items.Add(view);
                continue;
            }

            items.Add(ItemView.Of(reviewed, state, Checks));
            gone.Remove(state.Key);
            if (view is null || !SameAs(view, items[^1]))
            {
                changed[state.Key] = revision;
            }
        }

        foreach (var key in known.Keys)
        {
            changed.Remove(key);
            gone[key] = revision;
        }

        return this with
        {
            EventBytes = eventBytes,
            File = file,
            Items = items.ToImmutable(),
            ChangedAt = changed.ToFrozenDictionary(StringComparer.Ordinal),
            GoneAt = gone.ToFrozenDictionary(StringComparer.Ordinal),
        };
    }

    /// <summary>Whether the words of such an item come from others.</summary>
    private static bool Refers(ItemKind kind) => kind is ItemKind.Fact or ItemKind.Recommendation;

    private static (int Start, int End, bool Rejected) Place(ItemState state) => (state.Start, state.End, state.Decision == Decision.Rejected);

    private static bool SameAs(ItemView a, ItemView b) =>
        a.Fields.Equals(b.Fields) && (a.Decision, a.Last, a.By, a.Confidence, a.Comments.Length, a.Start, a.End) == (b.Decision, b.Last, b.By, b.Confidence, b.Comments.Length, b.Start, b.End);
}
