using System.Collections.Immutable;
using ReportMiner.Review.Events;

namespace ReportMiner.Review.Excel;

/// <summary>Finds the item that a row is about: by its key, and where the extraction is another one by its words and their context.</summary>
internal sealed class RowItems(ReviewedReport reviewed)
{
    private readonly Lazy<PlaceFinder> _finder = new(() => new PlaceFinder(new PointText(reviewed.Extraction.Text)));
    private readonly Lazy<ILookup<(ItemKind, int), ItemState>> _byStart = new(() => reviewed.Items.ToLookup(i => (i.Kind, i.Start)));

    /// <summary>The item of a row with a key; null where it is no more.</summary>
    /// <exception cref="RowRefusedException">It cannot be told which it is.</exception>
    public ItemState? Of(ReturnedRow row, RowKey key)
    {
        if (key.IsOf(reviewed.ExtractionSha256) || key.Item.StartsWith('+'))
        {
            return reviewed.Find(key.Item) is { } item && item.Kind == key.Kind ? item : null;
        }

        var quote = row.Texts[ReviewColumn.Text].Replace(ItemRows.LineEnd, '\n');
        var (before, after) = ItemRows.SidesOf(row.Texts[ReviewColumn.Context]);
        var seen = new EventBase("", key.Kind, key.Start, key.Start, quote, before ?? "", after ?? "", 0, 0, null);
        try
        {
            var found = _finder.Value.Find(seen) is { } start ? At(key.Kind, start, quote) : [];
            var same = found.RemoveAll(i => i.Kind == ItemKind.Fact && found.Length > 1 && ItemRows.Of("", reviewed, i) is var now
                && (RowKey.Mark(now[ReviewColumn.Type]) != key.Type || RowKey.Mark(now[ReviewColumn.Value]) != key.Value));
            return same.Length < 2 ? same.FirstOrDefault() : throw RowNotes.ManyPlaces(same.Length);
        }
        catch (EventRefusedException refused)
        {
            throw RowNotes.Conflicting(refused.Korean, refused.English);
        }
    }

    /// <summary>The items of a kind that stand on words.</summary>
    public ImmutableArray<ItemState> At(ItemKind kind, int start, string quote) =>
        [.. _byStart.Value[(kind, start)].Where(i => i.End == start + quote.EnumerateRunes().Count())];
}
