using System.Collections.Immutable;
using System.Text;
using ReportMiner.Review.Events;

namespace ReportMiner.Review.Word;

/// <summary>Lists of words in one control, parted by semicolons (a <c>\</c> keeps a semicolon of the words), and the items the words stand for.</summary>
internal sealed class WordPlaces(ReviewedReport reviewed)
{
    private readonly Lazy<ILookup<(ItemKind Kind, string Words), TextPlace>> _items = new(() => Items(reviewed));

    public static string Join(ImmutableArray<TextPlace> places) =>
        string.Join("; ", places.Select(p => WordText.Fold(p.Text).Replace(@"\", @"\\", StringComparison.Ordinal).Replace(";", @"\;", StringComparison.Ordinal)));

    /// <summary>The fillers that a list names: those that were there keep their place, others are items of the statement, others phrases.</summary>
    public ImmutableArray<TextPlace> Fillers(ItemState statement, ImmutableArray<TextPlace> present, string list)
    {
        var left = present.ToList();
        return
        [
            .. Split(list).Select(words => Taken(left, words)
                ?? Near(statement, words, ItemKind.Amount, ItemKind.Date, ItemKind.Mention).FirstOrDefault(p => p.Start >= statement.Start && p.End <= statement.End)
                ?? new TextPlace(words)),
        ];
    }

    /// <summary>The items of a kind that a list names: those that were there, then the nearest of the words, then of the name.</summary>
    /// <param name="missing">Words that are no item, or null.</param>
    public ImmutableArray<TextPlace> Items(ItemState statement, ItemKind kind, ImmutableArray<TextPlace> present, string list, out string? missing)
    {
        var left = present.ToList();
        var found = ImmutableArray.CreateBuilder<TextPlace>();
        missing = null;
        foreach (var words in Split(list))
        {
            if ((Taken(left, words) ?? Near(statement, words, kind).FirstOrDefault()) is not { } place)
            {
                missing = words;
            }
            else if (!found.Contains(place))
            {
                found.Add(place);
            }
        }

        return found.ToImmutable();
    }

    private IEnumerable<TextPlace> Near(ItemState statement, string words, params ImmutableArray<ItemKind> kinds) =>
        kinds.SelectMany(k => _items.Value[(k, words)]).OrderBy(p => WordText.Fold(p.Text) != words).ThenBy(p => Math.Max(0, Math.Max(statement.Start - p.Start!.Value, p.End!.Value - statement.End))).ThenBy(p => p.Start);

    private static ILookup<(ItemKind Kind, string Words), TextPlace> Items(ReviewedReport reviewed) => reviewed.Items
        .Where(i => i.Decision != Decision.Rejected && i.Kind is ItemKind.Mention or ItemKind.Amount or ItemKind.Date)
        .SelectMany(i =>
        {
            var fields = reviewed.FieldsOf(i.Key);
            var quote = fields.Text(ItemField.Quote) ?? "";
            var place = new TextPlace(quote, i.Start, i.End);
            return new[] { quote, fields.Text(ItemField.Name) ?? quote }.Select(WordText.Fold).Distinct(StringComparer.Ordinal).Select(w => (Key: (i.Kind, w), place));
        })
        .ToLookup(i => i.Key, i => i.place);

    private static TextPlace? Taken(List<TextPlace> left, string words)
    {
        var at = left.FindIndex(p => WordText.Fold(p.Text) == words);
        var place = at < 0 ? null : left[at];
        if (at >= 0)
        {
            left.RemoveAt(at);
        }

        return place;
    }

    private static IEnumerable<string> Split(string list)
    {
        var words = new StringBuilder();
        for (var i = 0; i <= list.Length; i++)
        {
            if (i == list.Length || list[i] == ';')
            {
                if (words.ToString().Trim() is { Length: > 0 } one)
                {
                    yield return one;
                }

                words.Clear();
            }
            else
            {
                i += list[i] == '\\' && i + 1 < list.Length ? 1 : 0;
                words.Append(list[i]);
            }
        }
    }
}
