using System.Globalization;
using System.Text;
using ReportMiner.Review.Events;

namespace ReportMiner.Review.Excel;

/// <summary>The rows of a report's items as they stand.</summary>
public static class ItemRows
{
    /// <summary>Marks the item in its context.</summary>
    internal const char Open = '【';

    /// <summary>Ends the mark.</summary>
    internal const char Close = '】';

    /// <summary>Stands for the end of a line in a context.</summary>
    internal const char LineEnd = '↵';

    private const int MarkedLength = 40;

    /// <summary>The heads of all columns.</summary>
    public static ReviewRow Heads { get; } = new(Enum.GetValues<ReviewColumn>().Select(c => (c, (string?)$"{SheetWords.Head(c).Ko} {SheetWords.Head(c).En}")));

    /// <summary>One row an item, in reading order, the rejected ones too.</summary>
    /// <param name="name">The output's path in its folder.</param>
    public static IEnumerable<ReviewRow> Of(string name, ReviewedReport reviewed)
    {
        ArgumentNullException.ThrowIfNull(reviewed);
        return reviewed.Items.Select(i => Of(name, reviewed, i));
    }

    /// <summary>The row of one item.</summary>
    internal static ReviewRow Of(string name, ReviewedReport reviewed, ItemState state)
    {
        var (item, fields) = (reviewed.ItemOf(state.Key), reviewed.FieldsOf(state.Key));
        var quote = reviewed.Quote(state.Start, state.End);
        var (before, after) = (reviewed.Quote(state.Start - EventBase.ContextLength, state.Start), reviewed.Quote(state.End, state.End + EventBase.ContextLength));
        var row = new ReviewRow(
            (ReviewColumn.Report, name.Replace('\\', '/')),
            (ReviewColumn.Type, TypeOf(state.Kind, fields)),
            (ReviewColumn.Text, CellText.Cut(quote)),
            (ReviewColumn.Value, CellText.Cut(ValueOf(state.Kind, fields))),
            (ReviewColumn.Context, $"{before}{Open}{Shortened(quote)}{Close}{after}".Replace('\n', LineEnd)),
            (ReviewColumn.Page, item.Page?.ToString(CultureInfo.InvariantCulture)),
            (ReviewColumn.Confidence, item.Confidence.ToString("0.00", CultureInfo.InvariantCulture)),
            (ReviewColumn.Check, SheetWords.OfChecks(reviewed.Checks.Of(state, item))),
            (ReviewColumn.State, SheetWords.Of(state.Decision)),
            (ReviewColumn.History, CellText.Cut(string.Join('\n', new[] { state.LastReviewer }.OfType<string>().Concat(state.Comments.Select(c => $"{c.Who}: {c.Reason}"))))));
        return row.With((ReviewColumn.Key, RowKey.Of(reviewed, state, row).ToString()));
    }

    /// <summary>The cell of an item's type.</summary>
    internal static string TypeOf(ItemKind kind, ItemFields fields) => SheetWords.OfType(kind, ItemValue.Type(kind, fields));

    /// <summary>The cell of an item's value.</summary>
    internal static string ValueOf(ItemKind kind, ItemFields fields) =>
        kind == ItemKind.Recommendation ? SheetWords.OfCategory(ItemValue.Text(kind, fields)) : ItemValue.Text(kind, fields);

    /// <summary>What a context's cell has before and after its item; nulls where nothing in it is marked.</summary>
    internal static (string? Before, string? After) SidesOf(string context)
    {
        var text = context.Replace(LineEnd, '\n');
        var (open, close) = (text.IndexOf(Open, StringComparison.Ordinal), text.LastIndexOf(Close));
        return open >= 0 && close > open ? (text[..open], text[(close + 1)..]) : (null, null);
    }

    private static string Shortened(string quote)
    {
        var runes = quote.EnumerateRunes().ToList();
        if (runes.Count <= 2 * MarkedLength)
        {
            return quote;
        }

        var text = new StringBuilder();
        runes[..MarkedLength].ForEach(r => text.Append(r.ToString()));
        text.Append(" … ");
        runes[^MarkedLength..].ForEach(r => text.Append(r.ToString()));
        return text.ToString();
    }
}
