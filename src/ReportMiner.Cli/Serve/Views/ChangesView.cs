using System.Collections.Immutable;

namespace ReportMiner.Cli.Serve.Views;

/// <summary>What is new since a revision.</summary>
/// <param name="Epoch">Which reading of the files the revision counts in: of another one everything is new.</param>
/// <param name="Revision">Number of events.</param>
/// <param name="Full">Whether these are all items.</param>
/// <param name="Items">The changed ones, in reading order.</param>
/// <param name="Gone">Keys of added items whose addition was undone.</param>
/// <param name="Refused">Decisions that were not taken.</param>
internal sealed record ChangesView(
    string Epoch, string Sha, int Revision, bool Full, ImmutableArray<ItemView> Items, ImmutableArray<string> Gone,
    ImmutableArray<ConflictView> Conflicts, ImmutableArray<CommentView> Comments, ImmutableArray<StrokeView> Strokes, ImmutableArray<Refusal> Refused)
{
    public static ChangesView All(DeskState state) => Of(state, full: true, state.Items, [], []);

    public static ChangesView Since(DeskState state, string? epoch, int revision, ImmutableArray<Refusal> refused) =>
        epoch == state.Epoch
            ? Of(state, full: false, [.. state.Items.Where(i => state.ChangedAt.GetValueOrDefault(i.Key) > revision)], [.. state.GoneAt.Where(g => g.Value > revision).Select(g => g.Key)], refused)
            : Of(state, full: true, state.Items, [], refused);

    private static ChangesView Of(DeskState state, bool full, ImmutableArray<ItemView> items, ImmutableArray<string> gone, ImmutableArray<Refusal> refused) => new(
        state.Epoch, state.Reviewed.ExtractionSha256, state.Events.Length, full, items, gone,
        [.. state.Reviewed.Conflicts.Select(ConflictView.Of)], [.. state.Reviewed.Comments.Select(CommentView.Of)], StrokeView.Last(state.Events), refused);
}
