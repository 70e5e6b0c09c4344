using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Review.Events;

/// <summary>Makes the events of decisions on a reviewed report. All channels make their events here.</summary>
public sealed class EventMaker(ReviewedReport reviewed)
{
    /// <summary>The item is right.</summary>
    public ReviewEvent Accept(string key, EventStamp stamp) => On(ReviewAction.Accept, key, stamp);

    /// <summary>The item is none.</summary>
    public ReviewEvent Reject(string key, EventStamp stamp) => On(ReviewAction.Reject, key, stamp);

    /// <summary>A remark on an item, or with null on the whole report; the remark is the stamp's reason.</summary>
    public ReviewEvent Comment(string? key, EventStamp stamp) => key is null ? Stamped(ReviewAction.Comment, stamp) : On(ReviewAction.Comment, key, stamp);

    /// <summary>Takes an event, or all of a group, back.</summary>
    /// <param name="undoes">Id of the event or of the group.</param>
    public static ReviewEvent Undo(string undoes, EventStamp stamp) => Stamped(ReviewAction.Undo, stamp) with { Undoes = undoes };

    /// <summary>Sets fields of an item; null where they are all as given already.</summary>
    /// <param name="fields">Some or all fields; those that are no others than now are left out. A new place needs start and end, the quote follows.</param>
    public ReviewEvent? Edit(string key, ItemFields fields, EventStamp stamp)
    {
        var present = reviewed.FieldsOf(key);
        var changed = WithQuote(fields).ChangedFrom(present);
        return changed.IsEmpty ? null : On(ReviewAction.Edit, key, stamp) with { Old = present.Only(changed.Has), New = changed };
    }

    /// <summary>Adds an item.</summary>
    /// <param name="fields">Its fields with start and end. Those left out are null or empty, the name of a mention and the text of a recommendation the quoted words.</param>
    public ReviewEvent Add(ItemKind kind, ItemFields fields, EventStamp stamp)
    {
        var all = WithQuote(fields);
        all = Defaults(kind, all.Text(ItemField.Quote) ?? "").With(all);
        var (start, end) = (all.Number(ItemField.Start) ?? 0, all.Number(ItemField.End) ?? 0);
        return Stamped(ReviewAction.Add, stamp) with { Base = reviewed.BaseAt(kind, start, end, null), New = all };
    }

    /// <summary>Says that a mention's entity is that of another mention; the name is the other's.</summary>
    public ReviewEvent Merge(string key, string into, EventStamp stamp) => On(ReviewAction.Merge, key, stamp) with { Into = reviewed.BaseOf(into) };

    private static ItemFields Defaults(ItemKind kind, string quote) => kind switch
    {
        ItemKind.Mention => ItemFields.Empty.With(ItemField.Name, quote),
        ItemKind.Date => ItemFields.Empty.With(ItemField.Edtf, (string?)null),
        ItemKind.Amount => ItemFields.Empty.With(ItemField.Low, (string?)null).With(ItemField.High, (string?)null).With(ItemField.Unit, (string?)null)
            .With(ItemField.Modifier, (string?)null).With(ItemField.Vague, false),
        ItemKind.Recommendation => ItemFields.Empty.With(ItemField.Text, WhiteSpace.Fold(quote))
            .With(ItemField.Status, (string?)null).With(ItemField.Period, (string?)null)
            .With(ItemField.Actors, ImmutableArray<TextPlace>.Empty).With(ItemField.Amounts, ImmutableArray<TextPlace>.Empty),
        _ => ItemFields.Empty,
    };

    private ItemFields WithQuote(ItemFields fields) =>
        fields.Number(ItemField.Start) is { } start && fields.Number(ItemField.End) is { } end
            ? fields.With(ItemField.Quote, reviewed.Quote(start, end))
            : fields;

    private ReviewEvent On(ReviewAction action, string key, EventStamp stamp) => Stamped(action, stamp) with { Item = key, Base = reviewed.BaseOf(key) };

    private static ReviewEvent Stamped(ReviewAction action, EventStamp stamp) => new()
    {
        Id = stamp.Id,
        Action = action,
        Item = null,
        Base = null,
        Old = null,
        New = null,
        Into = null,
        Undoes = null,
        Group = stamp.Group,
        Who = stamp.Who,
        When = stamp.When,
        Channel = stamp.Channel,
        Reason = stamp.Reason,
    };
}
