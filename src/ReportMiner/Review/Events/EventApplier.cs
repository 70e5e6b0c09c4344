using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Review.Events;

/// <summary>
/// Applies events one after the other and keeps those that do not fit. On the extraction they were made on the later wins.
/// On another one what a decision is about must be extracted as it was then, or as it is asked for, or be set by a reviewer since.
/// </summary>
internal sealed class EventApplier(ReviewDraft draft, string extractionSha256)
{
    private readonly ItemEditor _editor = new(draft);
    private readonly EventTarget _target = new(draft, extractionSha256);
    private readonly List<Conflict> _conflicts = [];
    private readonly Dictionary<string, ReviewEvent> _made = new(StringComparer.Ordinal);
    private readonly HashSet<string> _groups = new(StringComparer.Ordinal);
    private readonly HashSet<string> _undoneAdditions = new(StringComparer.Ordinal);

    // The item of the event in hand, as soon as it is found.
    private ItemDraft? _item;

    /// <summary>Comments on the whole report.</summary>
    public List<ReviewEvent> Comments { get; } = [];

    /// <summary>The events that do not fit, but those on whose item somebody decided later.</summary>
    public ImmutableArray<Conflict> Conflicts() => [.. _conflicts];

    /// <summary>Takes the next event.</summary>
    /// <param name="made">The event.</param>
    /// <param name="holds">Whether it was not undone, and is no repetition.</param>
    public void Take(ReviewEvent made, bool holds)
    {
        _item = null;
        if (_made.TryGetValue(made.Id, out var earlier))
        {
            if (earlier != made)
            {
                Refuse(made, EventRefusedException.Invalid("같은 번호의 다른 기록이 앞에 있습니다", "an earlier event of another content has the same id"));
            }

            return;
        }

        if (holds && !(made.Item is { } key && _undoneAdditions.Contains(key)))
        {
            try
            {
                Apply(made);
                _conflicts.RemoveAll(c => _item is not null && c.Item == _item.Key && Settles(made, c.Event));
            }
            catch (EventRefusedException refused)
            {
                Refuse(made, refused);
            }
        }

        _made.Add(made.Id, made);
        if (made.Group is { } group)
        {
            _groups.Add(group);
        }

        if (!holds && made.Action == ReviewAction.Add)
        {
            _undoneAdditions.Add("+" + made.Id);
        }
    }

    private void Refuse(ReviewEvent made, EventRefusedException refused) =>
        _conflicts.Add(new Conflict(made, refused.Reason, _item?.Key, refused.Korean, refused.English));

    /// <summary>Whether a decision answers what an earlier event left open: any but an edit of other fields.</summary>
    private static bool Settles(ReviewEvent made, ReviewEvent open) => made.Action switch
    {
        ReviewAction.Accept or ReviewAction.Reject or ReviewAction.Merge => true,
        ReviewAction.Edit => open.Action != ReviewAction.Edit || open.New is null || open.New.Names.Any(made.New!.Has),
        _ => false,
    };

    private void Apply(ReviewEvent made)
    {
        switch (made)
        {
            case { Action: ReviewAction.Undo, Undoes: { } undone } when _made.ContainsKey(undone) || _groups.Contains(undone):
                break;
            case { Action: ReviewAction.Comment, Item: null }:
                Comments.Add(made);
                break;
            case { Action: ReviewAction.Add, Base: { } seen, New: { } fields }:
                Add(made, seen, fields);
                break;
            case { Action: not (ReviewAction.Undo or ReviewAction.Add), Item: { } key, Base: { } seen }:
                if (_target.Find(key, made, seen, out var moved) is { } item)
                {
                    _item = item;
                    Decide(made, seen, item, moved);
                }
                else
                {
                    Miss(made, seen);
                }

                break;
            default:
                throw Lacking();
        }
    }

    private void Decide(ReviewEvent made, EventBase seen, ItemDraft item, int moved)
    {
        switch (made)
        {
            case { Action: ReviewAction.Accept }:
                Check(item, seen, seen.Content);
                item.Accept(made);
                break;
            case { Action: ReviewAction.Reject }:
                Check(item, seen, seen.Content);
                item.Reject(made);
                break;
            case { Action: ReviewAction.Edit, New: { IsEmpty: false } fields }:
                Check(item, seen, fields);
                draft.Change(item, Set(item.Kind, item.Item, fields, seen, moved), fields.Names, made);
                break;
            case { Action: ReviewAction.Merge, Into: { Kind: ItemKind.Mention } into }:
                Check(item, seen, into.Content);
                Merge(made, into, item);
                break;
            case { Action: ReviewAction.Comment }:
                item.Comments.Add(made);
                break;
            default:
                throw Lacking();
        }
    }

    /// <summary>An item that is no more needs no rejection; every other decision on it stays open.</summary>
    private void Miss(ReviewEvent made, EventBase seen)
    {
        if (made.Item!.StartsWith('+') && !_made.ContainsKey(made.Item[1..]))
        {
            throw EventRefusedException.Invalid($"{made.Item} 항목이 없습니다", $"there is no item {made.Item}");
        }

        _item = _target.Overlapping(seen);
        if (_item is not null)
        {
            throw Changed();
        }

        if (made.Action != ReviewAction.Reject)
        {
            throw new EventRefusedException(ConflictReason.ItemGone, $"“{seen.Quote}” 항목이 이제 없습니다", $"there is no item “{seen.Quote}” now");
        }
    }

    /// <summary>Adds an item; one of the kind that is at the place by now is set to what was to be added.</summary>
    private void Add(ReviewEvent made, EventBase seen, ItemFields fields)
    {
        if (ItemField.Of(seen.Kind).Any(n => !fields.Has(n)) || fields.Number(ItemField.Start) != seen.Start || fields.Number(ItemField.End) != seen.End)
        {
            throw Lacking();
        }

        var key = "+" + made.Id;
        var moved = _target.FindPlace(seen);
        var (start, end) = (seen.Start + moved, seen.End + moved);
        _item = draft.At(start, end, seen.Kind).Concat(draft.FirstAt(seen.Kind, start, end)).FirstOrDefault(i => seen.Kind != ItemKind.Fact || draft.FieldsOf(i).Content().Equals(fields.Content()));
        if (_item is not null)
        {
            draft.Change(_item, Set(_item.Kind, _item.Item, fields, seen, moved), fields.Names, made);
            draft.Alias(key, _item);
            return;
        }

        _item = new ItemDraft(key, seen.Kind, Set(seen.Kind, ItemEditor.Blank(seen.Kind, key), fields, seen, moved), added: true);
        draft.Add(_item);
        draft.Change(_item, _item.Item, fields.Names, made);
    }

    private void Merge(ReviewEvent made, EventBase into, ItemDraft item)
    {
        if (_target.Find(null, made, into, out _) is not { Rejected: false, Item: Mention { Entity: { } to } name } other || item.Item is not Mention { Entity: { } from } mention)
        {
            throw new EventRefusedException(ConflictReason.ItemGone, $"합칠 이름 “{into.Quote}”이(가) 이제 없습니다", $"the name “{into.Quote}” to merge with is not there now");
        }

        Check(other, into, into.Content);
        foreach (var same in draft.Items.Where(i => i != item && i.Item is Mention m && m.Entity == from).ToList())
        {
            same.Join(name.Type, to);
        }

        draft.Change(item, mention with { Entity = to, Type = name.Type }, [ItemField.Name, ItemField.Type], made);
    }

    private ExtractedItem Set(ItemKind kind, ExtractedItem item, ItemFields fields, EventBase seen, int moved) =>
        _editor.Set(kind, item, seen.Report == extractionSha256 ? fields : new FieldMover(draft, moved).Move(fields));

    /// <summary>Refuses where the extraction says neither what the reviewer saw in the earlier one nor what is asked for, and no reviewer has set the field since.</summary>
    private void Check(ItemDraft item, EventBase seen, ItemFields? asked)
    {
        if (seen.Report == extractionSha256 || item.Added)
        {
            return;
        }

        var (now, then, next) = (draft.FirstContentOf(item), seen.Content ?? ItemFields.Empty, asked?.Content() ?? ItemFields.Empty);
        if (next.Names.Any(n => !item.Touched(n) && !now.Same(n, then) && !now.Same(n, next)))
        {
            throw Changed();
        }
    }

    private static EventRefusedException Changed() =>
        new(ConflictReason.ValueChanged, "결정할 때와 값이 달라졌습니다", "it says something else than when it was decided");

    private static EventRefusedException Lacking() =>
        EventRefusedException.Invalid("기록에 빠진 것이 있거나 되돌릴 기록이 앞에 없습니다", "the event lacks what its action needs, or there is no earlier event to undo");
}
