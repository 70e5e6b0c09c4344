using System.Collections.Immutable;

namespace ReportMiner.Review.Excel;

/// <summary>A row of a table that came back.</summary>
/// <param name="Number">Its number in the file.</param>
/// <param name="Texts">What its cells say.</param>
/// <param name="Key">Its key; null for a new row, and for one whose key is damaged.</param>
/// <param name="Changed">Which of type, text and value are not as they were exported.</param>
/// <param name="Flaws">The cells that cannot be relied on.</param>
/// <param name="Doubled">Whether there are other rows with its key.</param>
internal sealed record ReturnedRow(
    int Number, ReviewRow Texts, RowKey? Key, ImmutableHashSet<ReviewColumn> Changed, ImmutableDictionary<ReviewColumn, CellFlaw> Flaws, bool Doubled = false)
{
    private static readonly ImmutableArray<ReviewColumn> Filled = [ReviewColumn.Decision, ReviewColumn.NewType, ReviewColumn.NewValue, ReviewColumn.Note];

    /// <summary>Whether the key's cell holds something that is no key.</summary>
    public bool IsKeyDamaged => Key is null && Texts[ReviewColumn.Key].Length > 0;

    /// <summary>Whether something may follow from the row.</summary>
    public bool SaysSomething =>
        Key is null ? Enum.GetValues<ReviewColumn>().Any(c => c is not (ReviewColumn.WhyKorean or ReviewColumn.WhyEnglish) && Texts[c].Length > 0)
        : !Changed.IsEmpty || !Flaws.IsEmpty || Filled.Any(c => Texts[c].Length > 0);

    /// <param name="inPlace">Whether changes of what was exported count.</param>
    /// <param name="ignored">Whether there are such changes that do not.</param>
    public static ReturnedRow Of(SheetRow row, Dictionary<ReviewColumn, int> columns, bool inPlace, out bool ignored)
    {
        SheetCell Cell(ReviewColumn column) => columns.TryGetValue(column, out var at) && row.Cells.TryGetValue(at, out var cell) ? cell : new SheetCell("");
        var texts = new ReviewRow(columns.Keys.Select(c => (c, (string?)Cell(c).Text.Trim())));
        var key = RowKey.Parse(texts[ReviewColumn.Key]);
        ImmutableHashSet<ReviewColumn> changed = key is null ? [] : [.. new[]
        {
            (Column: ReviewColumn.Type, Mark: key.Type),
            (Column: ReviewColumn.Text, Mark: key.Text),
            (Column: ReviewColumn.Value, Mark: key.Value),
        }.Where(c => columns.ContainsKey(c.Column) && RowKey.Mark(texts[c.Column]) != c.Mark).Select(c => c.Column)];
        ignored = !inPlace && !changed.IsEmpty;
        changed = ignored ? [] : changed;

        // A new row's own words count; of another's cells those that are to be filled in or were changed.
        var flaws = columns.Keys
            .Where(c => Filled.Contains(c) || changed.Contains(c) || (key is null && c is ReviewColumn.Report or ReviewColumn.Type or ReviewColumn.Text or ReviewColumn.Value))
            .Select(c => (Column: c, Cell(c).Flaw)).Where(c => c.Flaw != CellFlaw.None).ToImmutableDictionary(c => c.Column, c => c.Flaw);
        return new ReturnedRow(row.Number, texts, key, changed, flaws);
    }
}
