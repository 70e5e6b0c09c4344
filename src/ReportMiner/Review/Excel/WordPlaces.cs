using ReportMiner.Documents;
using ReportMiner.Review.Events;

namespace ReportMiner.Review.Excel;

/// <summary>Finds where the words that a reviewer wrote stand in a report.</summary>
internal sealed class WordPlaces(Report extraction)
{
    /// <summary>So many characters of a context that agree tell one place from another.</summary>
    private const int Enough = 4;

    private readonly PointText _text = new(extraction.Text);

    /// <summary>The place of a new item: the only one of the words, of those on the page, or the one that fits the context best.</summary>
    /// <exception cref="RowRefusedException">There is none, or it cannot be told which is meant.</exception>
    public (int Start, int End) Of(ReviewRow row)
    {
        var words = row[ReviewColumn.Text].Replace(ItemRows.LineEnd, '\n');
        var places = _text.Find(words).ToList();
        if (places.Count == 0)
        {
            throw RowNotes.NotThere(words);
        }

        if (places.Count > 1 && int.TryParse(row[ReviewColumn.Page], out var page) && places.Where(p => PageOf(p) == page).ToList() is { Count: > 0 } there)
        {
            places = there;
        }

        if (places.Count > 1 && row[ReviewColumn.Context] is { Length: > 0 } context)
        {
            var agreed = places.Select(p => Agreed(context, words, p)).ToList();
            places = agreed.Max() < Enough ? places : [.. places.Where((_, i) => agreed[i] == agreed.Max())];
        }

        return places.Count == 1 ? (places[0], places[0] + Points(words)) : throw RowNotes.ManyPlaces(places.Count);
    }

    /// <summary>The place of words that an item is to have instead of those it has: they overlap.</summary>
    /// <exception cref="RowRefusedException">There is none, or more than one.</exception>
    public (int Start, int End) Near(string text, int start, int end)
    {
        var words = text.Replace(ItemRows.LineEnd, '\n');
        var length = Points(words);
        var first = Math.Max(0, start - length + 1);
        var stretch = new PointText(_text.Slice(first, end + length));
        var places = stretch.Find(words).Select(p => p + first).Where(p => p < end && start < p + length).ToList();
        return places.Count == 1 ? (places[0], places[0] + length)
            : places.FindAll(p => p == start || p + length == end) is [var only] ? (only, only + length)
            : throw (places.Count == 0 ? RowNotes.NotThere(words) : RowNotes.ManyPlaces(places.Count));
    }

    private static int Points(string text) => text.EnumerateRunes().Count();

    private int? PageOf(int at) => extraction.Pages.LastOrDefault(p => p.Start <= at)?.Number;

    /// <summary>How many characters before and after a place are those of the context, white space left out.</summary>
    private int Agreed(string context, string words, int place)
    {
        var (before, after) = ItemRows.SidesOf(context);
        if (before is null || after is null)
        {
            var plain = context.Replace(ItemRows.LineEnd, '\n');
            var at = plain.IndexOf(words, StringComparison.Ordinal);
            (before, after) = at < 0 ? ("", "") : (plain[..at], plain[(at + words.Length)..]);
        }

        var (from, to) = (_text.Utf16At(place), _text.Utf16At(place + Points(words)));
        var reach = 2 * context.Length;
        return Common(Printed(_text.Text[Math.Max(0, from - reach)..from]).Reverse(), Printed(before).Reverse())
            + Common(Printed(_text.Text[to..Math.Min(_text.Text.Length, to + reach)]), Printed(after));
    }

    private static IEnumerable<char> Printed(string text) => text.Where(c => !char.IsWhiteSpace(c));

    private static int Common(IEnumerable<char> a, IEnumerable<char> b) => a.Zip(b).TakeWhile(p => p.First == p.Second).Count();
}
