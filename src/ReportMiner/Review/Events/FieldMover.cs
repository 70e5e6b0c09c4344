using System.Collections.Immutable;

namespace ReportMiner.Review.Events;

/// <summary>Moves the places in an event's fields to where they are in this text.</summary>
/// <param name="draft">The report.</param>
/// <param name="moved">How far the event's item has moved.</param>
internal sealed class FieldMover(ReviewDraft draft, int moved)
{
    public ItemFields Move(ItemFields fields)
    {
        foreach (var name in (string[])[ItemField.Start, ItemField.End])
        {
            fields = fields.Number(name) is { } offset ? fields.With(name, (int)Math.Clamp((long)offset + moved, -1, int.MaxValue)) : fields;
        }

        foreach (var name in ((string[])[ItemField.Actors, ItemField.Amounts]).Where(fields.Has))
        {
            fields = fields.With(name, Move(fields.Places(name)));
        }

        return fields.Has(ItemField.Arguments)
            ? fields.With(ItemField.Arguments, fields.Roles(ItemField.Arguments).ToImmutableSortedDictionary(r => r.Key, r => Move(r.Value), StringComparer.Ordinal))
            : fields;
    }

    private ImmutableArray<TextPlace> Move(ImmutableArray<TextPlace> places) => [.. places.Select(Move)];

    /// <summary>
    /// The item of the same words nearest to where they would be: what stands far from the event's item (a title, a head
    /// cell) moves by itself. One that was rejected since stays what is meant.
    /// </summary>
    private TextPlace Move(TextPlace place)
    {
        if (place.Start is not { } start)
        {
            return place;
        }

        var near = draft.WithWords(place.Text).MinBy(i => (Math.Abs((long)i.Item.Start - start - moved), i.Item.Start));
        return near is null ? new TextPlace(place.Text) : place with { Start = near.Item.Start, End = near.Item.End };
    }
}
