using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Review.Events;

namespace ReportMiner.Cli.Serve.Views;

/// <summary>An item as the page needs it. Offsets are code points, as in the contract.</summary>
/// <param name="Boxes">Page, left, top, right and bottom of each line it covers.</param>
/// <param name="Checks">What about it asks for a look.</param>
/// <param name="By">Who decided last, or null.</param>
/// <param name="Last">Id of the last event that holds for it, or empty: what a decision was made on.</param>
/// <param name="Fields">All its fields.</param>
internal sealed record ItemView(
    string Key,
    ItemKind Kind,
    int Start,
    int End,
    int? Page,
    double[][] Boxes,
    double Confidence,
    string Source,
    ImmutableArray<string> Checks,
    Decision Decision,
    string? By,
    string Last,
    ImmutableArray<CommentView> Comments,
    ItemFields Fields)
{
    /// <summary>The state it was made of.</summary>
    internal required ItemState State { get; init; }

    /// <summary>The item it was made of.</summary>
    internal required ExtractedItem Item { get; init; }

    /// <summary>Whether it shows a state and an item as they are now, if no item it refers to moved.</summary>
    public bool Shows(ItemState state, ExtractedItem item) =>
        item.Equals(Item)
        && (state.Decision, state.Start, state.End, state.LastReviewer) == (State.Decision, State.Start, State.End, State.LastReviewer)
        && state.Events.SequenceEqual(State.Events, StringComparer.Ordinal)
        && state.Comments.Length == State.Comments.Length;

    public static ItemView Of(ReviewedReport reviewed, ItemState state, ItemChecks checks)
    {
        var item = reviewed.ItemOf(state.Key);
        return new ItemView(
            state.Key,
            state.Kind,
            state.Start,
            state.End,
            item.Page,
            [.. item.Boxes.Select(b => new double[] { b.Page, b.X0, b.Y0, b.X1, b.Y1 })],
            item.Confidence,
            item.Source,
            checks.Of(state, item),
            state.Decision,
            state.LastReviewer,
            state.Events.LastOrDefault() ?? "",
            [.. state.Comments.Select(CommentView.Of)],
            reviewed.FieldsOf(state.Key))
        {
            State = state,
            Item = item,
        };
    }
}

/// <summary>A remark.</summary>
internal sealed record CommentView(string Id, string Who, DateTimeOffset When, string? Text)
{
    public static CommentView Of(ReviewEvent made) => new(made.Id, made.Who, made.When, made.Reason);
}
