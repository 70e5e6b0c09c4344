using System.Collections.Immutable;

namespace ReportMiner.Review.Events;

/// <summary>
/// Finds the item an event is about. On the extraction it was made on that is the item of the id; on another one the item
/// of the same kind at the place of the quoted words (<see cref="PlaceFinder"/>). Of several facts of one statement it is
/// the one with the same figure, then the one that says the same.
/// </summary>
internal sealed class EventTarget(ReviewDraft draft, string extractionSha256)
{
    private readonly PlaceFinder _places = new(draft.Text);

    /// <summary>The item, or null where it is no more.</summary>
    /// <param name="key">The item's key as the event has it; null for the mention a merge goes into.</param>
    /// <param name="made">The event.</param>
    /// <param name="seen">What the event says of the item.</param>
    /// <param name="moved">How far the item has moved since.</param>
    /// <exception cref="EventRefusedException">It cannot be told, or there never was one.</exception>
    public ItemDraft? Find(string? key, ReviewEvent made, EventBase seen, out int moved)
    {
        moved = 0;
        if (key?.StartsWith('+') == true)
        {
            var added = draft.Find(key);
            moved = added is null ? 0 : added.First.Start - seen.Start;
            return added;
        }

        if (seen.Report == extractionSha256)
        {
            var item = key is null ? draft.FirstAt(seen.Kind, seen.Start, seen.End).FirstOrDefault() : draft.Find(key);
            return item is not null && item.Kind == seen.Kind && item.First.Start == seen.Start && item.First.End == seen.End ? item
                : throw EventRefusedException.Invalid($"{key} 항목이 없거나 그 자리가 아닙니다", $"there is no item {key} at that place");
        }

        if (_places.Find(seen) is not { } start)
        {
            return null;
        }

        moved = start - seen.Start;
        var found = draft.FirstAt(seen.Kind, start, start + seen.End - seen.Start).Where(i => IsSame(i, seen)).ToList();
        return found.Count < 2 ? found.FirstOrDefault() ?? AtNewPlace(made, seen, moved) : Alike(found, made, seen);
    }

    /// <summary>Where the words of an addition stand now.</summary>
    /// <returns>How far they have moved.</returns>
    public int FindPlace(EventBase seen) =>
        seen.Report == extractionSha256 ? 0
        : _places.Find(seen) - seen.Start ?? throw new EventRefusedException(ConflictReason.PlaceGone, $"“{seen.Quote}”이(가) 이제 본문에 없습니다", $"“{seen.Quote}” is not in the text now");

    /// <summary>An item of the kind that now overlaps the place an event is about, or null.</summary>
    public ItemDraft? Overlapping(EventBase seen)
    {
        if (_places.Find(seen) is not { } start)
        {
            return null;
        }

        var end = start + seen.End - seen.Start;
        return draft.Items.FirstOrDefault(i => i.Kind == seen.Kind && i.Item.Start < end && start < i.Item.End && IsSame(i, seen));
    }

    /// <summary>The pipeline may by now find the item at the very place an edit gives it.</summary>
    private ItemDraft? AtNewPlace(ReviewEvent made, EventBase seen, int moved) =>
        made is { Action: ReviewAction.Edit, New: { } fields } && fields.Number(ItemField.Start) + moved is { } start && fields.Number(ItemField.End) + moved is { } end
            ? draft.FirstAt(seen.Kind, start, end).FirstOrDefault(i => IsSame(i, seen))
            : null;

    private ItemDraft Alike(List<ItemDraft> found, ReviewEvent made, EventBase seen)
    {
        bool Says(ItemDraft item, ItemFields? fields) => fields is not null && fields.Content() is var content && draft.FirstContentOf(item) is var present && content.Names.All(n => content.Same(n, present));
        return found.Find(i => Says(i, seen.Content))
            ?? (found.FindAll(i => Says(i, made.Old) || Says(i, made.New)) is [var only] ? only : null)
            ?? throw new EventRefusedException(ConflictReason.Ambiguous, "그 자리에 비슷한 항목이 여럿입니다", "there are several such items at the place");
    }

    private bool IsSame(ItemDraft item, EventBase seen)
    {
        if (item.Kind != ItemKind.Fact || seen.Content is not { } content)
        {
            return true;
        }

        var present = draft.FirstContentOf(item);
        ImmutableArray<string> Figures(ItemFields fields) => [.. fields.Roles(ItemField.Arguments).GetValueOrDefault("amount", []).Select(p => p.Text)];
        return Figures(present).SequenceEqual(Figures(content)) && (Figures(content).Length > 0 || present.Text(ItemField.Type) == content.Text(ItemField.Type));
    }
}
