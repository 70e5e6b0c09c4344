using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Review.Events;

namespace ReportMiner.Review.Excel;

/// <summary>
/// Makes the events of one row. A row tells what was exported by the marks of its key; where the item says something else by
/// now, and not what the row asks for, nothing is taken in.
/// </summary>
internal sealed class RowImport(ReviewedReport reviewed, ImmutableArray<ReviewEvent> events, Func<string?, EventStamp> stamp)
{
    private const int LongestName = 100;

    private readonly EventMaker _maker = new(reviewed);
    private readonly WordPlaces _places = new(reviewed.Extraction);
    private readonly RowItems _items = new(reviewed);

    /// <summary>The item a row with a key is about; null where it is no more.</summary>
    /// <exception cref="RowRefusedException">It cannot be told which it is.</exception>
    public ItemState? ItemOf(ReturnedRow row) => _items.Of(row, row.Key!);

    /// <summary>The place of a row without a key.</summary>
    /// <exception cref="RowRefusedException">There is none, or it cannot be told.</exception>
    public (int Start, int End) PlaceOf(ReturnedRow row) => _places.Of(row.Texts);

    /// <summary>The item that a row whose key is damaged seems to be about, or null.</summary>
    public ItemState? LikelyItemOf(ReturnedRow row)
    {
        try
        {
            return SheetWords.TypeOf(row.Texts[ReviewColumn.Type]) is { } type && _places.Of(row.Texts) is var place
                && _items.At(type.Kind, place.Start, reviewed.Quote(place.Start, place.End)) is [var only] ? only : null;
        }
        catch (RowRefusedException)
        {
            return null;
        }
    }

    /// <summary>What is to be done for a row on an item.</summary>
    /// <exception cref="RowRefusedException">Nothing can be done.</exception>
    public RowResult OnItem(ReturnedRow row, RowDecision asked, ItemState item)
    {
        var now = ItemRows.Of("", reviewed, item);
        var key = row.Key!;
        var made = asked.Action switch
        {
            ReviewAction.Accept when item.Decision == Decision.Accepted || (item.Decision is Decision.Edited or Decision.Added && SaysTheSame(now, key)) => null,
            ReviewAction.Reject when item.Decision == Decision.Rejected => null,
            ReviewAction.Accept => Unchanged(now, key, item) ? _maker.Accept(item.Key, Stamp(row)) : throw RowNotes.ChangedSince,
            ReviewAction.Reject => Unchanged(now, key, item) ? _maker.Reject(item.Key, Stamp(row)) : throw RowNotes.ChangedSince,
            ReviewAction.Edit => Edit(row, asked, item, now, key),
            _ => null,
        };
        var findings = ImmutableArray.CreateBuilder<ImportFinding>();
        if (made?.Action == ReviewAction.Edit)
        {
            findings.AddRange(made.New!.Names.Select(n => Found(ImportResult.Change, item.Key, n, Shown(made.Old!, n), Shown(made.New, n))));
        }
        else if (asked.Action is { } action)
        {
            findings.Add(Found(made is null ? ImportResult.Same : ImportResult.Change, item.Key, null, SheetWords.Of(item.Decision), SheetWords.Of(action)));
        }

        var remark = Remark(row, asked, item);
        if (asked.Note is { } note)
        {
            findings.Add(Found(remark is null ? ImportResult.Same : ImportResult.Change, item.Key, "note", null, note));
        }

        return new RowResult([.. new[] { made, remark }.OfType<ReviewEvent>()], findings.ToImmutable());
    }

    /// <summary>Adds the item of a row without a key.</summary>
    /// <exception cref="RowRefusedException">It cannot be added, or is there and says something else.</exception>
    public RowResult Add(ReturnedRow row, RowDecision asked, (int Start, int End) place)
    {
        var (kind, type) = SheetWords.TypeOf(asked.Type!) ?? throw RowNotes.NoType(asked.Type!, SheetWords.Types);
        if (asked.Value is null && kind is ItemKind.Amount or ItemKind.Recommendation or ItemKind.Fact)
        {
            throw RowNotes.Lacks(ReviewColumn.Value);
        }

        var fields = ItemFields.Empty.With(ItemField.Start, place.Start).With(ItemField.End, place.End).With(Parsed(ItemValue.ParseType(kind, type)));
        fields = asked.Value is null ? fields : fields.With(ValueOf(kind, asked.Value, ItemFields.Empty));
        var known = _items.At(kind, place.Start, reviewed.Quote(place.Start, place.End));
        var there = known.FirstOrDefault(i => Says(i, asked, kind, type)) ?? (kind == ItemKind.Fact ? null : known.FirstOrDefault());
        if (there is null)
        {
            var made = _maker.Add(kind, fields, Stamp(row, asked.Note));
            return new RowResult([made], [Found(ImportResult.Change, "+" + made.Id, null, null, $"{SheetWords.OfType(kind, type)}: {asked.Words}")]);
        }

        if (!Says(there, asked, kind, type) || there.Decision == Decision.Rejected)
        {
            throw RowNotes.ThereAlready(there);
        }

        var key = there.Key;
        var toldAlready = events.Any(e => "+" + e.Id == key && e.Reason == asked.Note);
        var remark = toldAlready ? null : Remark(row, asked, there);
        return new RowResult(remark is null ? [] : [remark], [Found(ImportResult.Same, key, null, null, asked.Words)]);
    }

    /// <summary>What a row on an item that is no more comes to: it need not be rejected any more.</summary>
    /// <exception cref="RowRefusedException">It is asked for something else.</exception>
    public static RowResult OnGone(ReturnedRow row, RowDecision asked) =>
        asked is { Action: ReviewAction.Reject, Note: null } ? new RowResult([], [Found(ImportResult.Same, row.Key!.Item, null, null, SheetWords.Of(ReviewAction.Reject))]) : throw RowNotes.Gone;

    private ReviewEvent? Edit(ReturnedRow row, RowDecision asked, ItemState item, ReviewRow now, RowKey key)
    {
        var (kind, present, fields) = (item.Kind, reviewed.FieldsOf(item.Key), ItemFields.Empty);
        void Take(ItemFields wanted, ReviewColumn column, string mark)
        {
            if (wanted.ChangedFrom(present).IsEmpty || TakenInAlready(item, wanted.Content()))
            {
                return;
            }

            fields = RowKey.Mark(now[column]) == mark ? fields.With(wanted) : throw RowNotes.ChangedSince;
        }

        if (asked.Type is { } said)
        {
            var type = SheetWords.TypeOf(said) is { } found && found.Kind == kind ? found.Type : throw RowNotes.NoType(said, ItemChoices.TypesOf(kind).Select(t => SheetWords.OfType(kind, t)));
            Take(Parsed(ItemValue.ParseType(kind, type)), ReviewColumn.Type, key.Type);
        }

        if (asked.Value is { } value)
        {
            Take(ValueOf(kind, value, present), ReviewColumn.Value, key.Value);
        }

        if (asked.Words is { } words)
        {
            Take(PlaceOf(words, item, present), ReviewColumn.Text, key.Text);
        }

        if (item.Decision == Decision.Rejected && key.State != Decision.Rejected)
        {
            throw RowNotes.ChangedSince;
        }

        return !fields.IsEmpty ? _maker.Edit(item.Key, fields, Stamp(row)) : item.Decision == Decision.Rejected ? _maker.Accept(item.Key, Stamp(row)) : null;
    }

    /// <summary>Whether the last that set these fields set them so: what they refer to may by now have other words, because its place was corrected.</summary>
    private bool TakenInAlready(ItemState item, ItemFields wanted) =>
        !wanted.IsEmpty && events.LastOrDefault(e => item.Events.Contains(e.Id) && e.New is { } set && wanted.Names.Any(set.Has))?.New?.Content() is { } set
        && wanted.Names.All(n => wanted.Same(n, set));

    private ItemFields PlaceOf(string words, ItemState item, ItemFields present)
    {
        var (start, end) = _places.Near(words, item.Start, item.End);
        var fields = ItemFields.Empty.With(ItemField.Start, start).With(ItemField.End, end);
        return item.Kind == ItemKind.Recommendation && CellText.Folded(present.Text(ItemField.Quote) ?? "") == CellText.Folded(present.Text(ItemField.Text) ?? "")
            ? fields.With(ItemField.Text, CellText.Folded(reviewed.Quote(start, end)))
            : fields;
    }

    private static ItemFields ValueOf(ItemKind kind, string text, ItemFields present) => Parsed(ItemValue.Parse(
        kind, kind == ItemKind.Recommendation ? SheetWords.CategoryOf(text) : kind == ItemKind.Date && SheetWords.SaysNone(text) ? "" : text, present));

    private static ItemFields Parsed(Outcome<ItemFields> outcome) =>
        outcome.Value ?? throw RowNotes.Rejected(outcome.Failure!.Korean, outcome.Failure.English);

    private ReviewEvent? Remark(ReturnedRow row, RowDecision asked, ItemState item) =>
        asked.Note is { } note && !item.Comments.Any(c => c.Reason == note) ? _maker.Comment(item.Key, Stamp(row, note)) : null;

    private bool Says(ItemState item, RowDecision asked, ItemKind kind, string type)
    {
        var fields = reviewed.FieldsOf(item.Key);
        return ItemValue.Type(kind, fields) == type
            && ValueOf(kind, asked.Value ?? (kind == ItemKind.Mention ? fields.Text(ItemField.Quote)! : ""), fields).ChangedFrom(fields).IsEmpty;
    }

    private static bool Unchanged(ReviewRow now, RowKey key, ItemState item) => item.Decision == key.State && SaysTheSame(now, key);

    private static bool SaysTheSame(ReviewRow now, RowKey key) =>
        RowKey.Mark(now[ReviewColumn.Type]) == key.Type && RowKey.Mark(now[ReviewColumn.Value]) == key.Value && RowKey.Mark(now[ReviewColumn.Text]) == key.Text;

    private EventStamp Stamp(ReturnedRow row, string? reason = null)
    {
        var who = CellText.Folded(row.Texts[ReviewColumn.Reviewer]);
        return who.Length is > 0 and <= LongestName ? stamp(reason) with { Who = who } : stamp(reason);
    }

    private static string? Shown(ItemFields fields, string name) => name switch
    {
        ItemField.Start or ItemField.End => fields.Number(name)?.ToString(),
        ItemField.Vague => fields.Flag(name)?.ToString(),
        ItemField.Arguments => ItemValue.Text(ItemKind.Fact, fields),
        _ => fields.Text(name),
    };

    private static ImportFinding Found(ImportResult result, string item, string? field, string? was, string? wanted) =>
        result == ImportResult.Same
            ? new(result, item, field, was, wanted, "이미 그렇게 되어 있습니다.", "It is so already.")
            : new(result, item, field, was, wanted, "받아들입니다.", "It is taken in.");
}
