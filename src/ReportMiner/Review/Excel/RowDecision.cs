using ReportMiner.Review.Events;

namespace ReportMiner.Review.Excel;

/// <summary>What a row asks for, read from its cells alone.</summary>
/// <param name="Action">Accept, reject, edit or add; null for a mere note.</param>
/// <param name="Type">The type it is to have, or null.</param>
/// <param name="Value">The value it is to have, or null.</param>
/// <param name="Words">The words it is to stand on, or null.</param>
/// <param name="Note">The remark, or null.</param>
internal sealed record RowDecision(ReviewAction? Action, string? Type, string? Value, string? Words, string? Note)
{
    /// <exception cref="RowRefusedException">The cells cannot be relied on or contradict each other.</exception>
    public static RowDecision Of(ReturnedRow row)
    {
        if (row.Flaws.OrderBy(f => f.Key).FirstOrDefault() is { Value: not CellFlaw.None } flaw)
        {
            throw RowNotes.Flawed(flaw.Key, flaw.Value);
        }

        string? Text(ReviewColumn column) => row.Texts[column] is { Length: > 0 } text ? text : null;
        var decision = Text(ReviewColumn.Decision) is { } said ? SheetWords.DecisionOf(said) ?? throw RowNotes.NoDecision(said) : (ReviewAction?)null;
        var read = row.Key is null ? OfNew(Text) : OfKnown(row, Text);
        if (row.Key is null)
        {
            return decision is null or ReviewAction.Add ? read : throw RowNotes.NewRowDecides(SheetWords.Of(decision.Value));
        }

        var corrected = read.Type is not null || read.Value is not null || read.Words is not null;
        return decision switch
        {
            ReviewAction.Accept or ReviewAction.Reject or ReviewAction.Comment when corrected => throw RowNotes.BothWays(decision.Value),
            ReviewAction.Accept or ReviewAction.Reject => read with { Action = decision },
            ReviewAction.Edit => corrected ? read with { Action = decision } : throw RowNotes.NothingGiven(ReviewAction.Edit),
            ReviewAction.Add => throw RowNotes.AddsKnown,
            ReviewAction.Comment when read.Note is null => throw RowNotes.NothingGiven(ReviewAction.Comment),
            _ => corrected ? read with { Action = ReviewAction.Edit } : read,
        };
    }

    private static RowDecision OfNew(Func<ReviewColumn, string?> text) => new(
        ReviewAction.Add,
        text(ReviewColumn.NewType) ?? text(ReviewColumn.Type) ?? throw RowNotes.Lacks(ReviewColumn.Type),
        text(ReviewColumn.NewValue) ?? text(ReviewColumn.Value),
        text(ReviewColumn.Text) ?? throw RowNotes.Lacks(ReviewColumn.Text),
        text(ReviewColumn.Note));

    /// <summary>What was changed where it stands counts like what is written in the columns for it.</summary>
    private static RowDecision OfKnown(ReturnedRow row, Func<ReviewColumn, string?> text)
    {
        // Another row of this key stands on the old words: this one was copied to make a new item.
        if (row.Doubled && row.Changed.Contains(ReviewColumn.Text))
        {
            throw RowNotes.Doubled;
        }

        string? Changed(ReviewColumn column) => row.Changed.Contains(column) ? text(column) ?? throw RowNotes.Emptied(column) : null;
        return new RowDecision(
            null,
            text(ReviewColumn.NewType) ?? Changed(ReviewColumn.Type),
            text(ReviewColumn.NewValue) ?? Changed(ReviewColumn.Value),
            Changed(ReviewColumn.Text),
            text(ReviewColumn.Note));
    }
}
