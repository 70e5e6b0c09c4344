using ReportMiner.Review.Events;

namespace ReportMiner.Cli.Serve.Views;

/// <summary>A decision that was not applied, with what is needed to make it anew or to let it go.</summary>
internal sealed record ConflictView(
    string Id, ReviewAction Action, ConflictReason Reason, string? Item, ItemKind? Kind, string? Quote, string? Before, string? After, ItemFields? Old, ItemFields? New, string Who, DateTimeOffset When, string Korean, string English)
{
    public static ConflictView Of(Conflict conflict)
    {
        var made = conflict.Event;
        return new ConflictView(
            made.Id, made.Action, conflict.Reason, conflict.Item, made.Base?.Kind, made.Base?.Quote, made.Base?.Before, made.Base?.After, made.Old, made.New, made.Who, made.When, conflict.Korean, conflict.English);
    }
}
