using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ReportMiner.Review.Events;

namespace ReportMiner.Review.Excel;

/// <summary>
/// What the key column says: the item, the extraction, and how the row stood when it was written. A row can so be sorted,
/// moved and mixed with those of other reports, and it shows what in it was changed. Ends in a check sum: filling down
/// counts the last digits up.
/// </summary>
/// <param name="Item">The item's key in the review.</param>
/// <param name="Report">The first digits of the extraction's SHA-256.</param>
/// <param name="Start">Where it stood, in code points.</param>
/// <param name="State">How it stood in the review.</param>
/// <param name="Type">Mark of the type's cell.</param>
/// <param name="Value">Mark of the value's cell.</param>
/// <param name="Text">Mark of the text's cell.</param>
internal sealed record RowKey(string Item, string Report, ItemKind Kind, int Start, Decision State, string Type, string Value, string Text)
{
    private const int ReportLength = 12;

    /// <summary>The key of an item as it stands, whose row has these texts.</summary>
    public static RowKey Of(ReviewedReport reviewed, ItemState item, ReviewRow row) => new(
        item.Key, reviewed.ExtractionSha256[..ReportLength], item.Kind, item.Start, item.Decision, Mark(row[ReviewColumn.Type]), Mark(row[ReviewColumn.Value]), Mark(row[ReviewColumn.Text]));

    /// <summary>Short for a text: the same if programs have only respaced it.</summary>
    public static string Mark(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CellText.Folded(text))).AsSpan(0, 4));

    /// <summary>The key a cell has; null where it is none, or damaged.</summary>
    public static RowKey? Parse(string text)
    {
        var parts = text.Trim().Split('.');
        if (parts.Length < 7 || Mark(string.Join('.', parts[..^1])) != parts[^1] || parts[^5] is not [var kind, var state]
            || !int.TryParse(parts[^6], NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            || !Enum.IsDefined((ItemKind)(kind - '0')) || !Enum.IsDefined((Decision)(state - '0')))
        {
            return null;
        }

        return new RowKey(string.Join('.', parts[..^7]), parts[^7], (ItemKind)(kind - '0'), start, (Decision)(state - '0'), parts[^4], parts[^3], parts[^2]);
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = $"{Item}.{Report}.{Start}.{(int)Kind}{(int)State}.{Type}.{Value}.{Text}";
        return $"{text}.{Mark(text)}";
    }

    /// <summary>Whether it is of a report of this SHA-256.</summary>
    public bool IsOf(string sha256) => sha256.StartsWith(Report, StringComparison.Ordinal) && Report.Length == ReportLength;
}
