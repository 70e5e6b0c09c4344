using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Review.Events;

/// <summary>Applies events one after the other and keeps those that do not fit.</summary>
internal sealed class EventApplier(ReviewDraft draft, string extractionSha256)
{
    private readonly ItemEditor _editor = new(draft);
    private readonly List<Conflict> _conflicts = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>Comments on the whole report.</summary>
    public List<ReviewEvent> Comments { get; } = [];

    /// <summary>The events that do not fit, but those on whose item somebody decided later.</summary>
    public ImmutableArray<Conflict> Conflicts() => [.. _conflicts];

    /// <summary>Takes the next event.</summary>
    /// <param name="holds">Whether it was not undone.</param>
    public void Take(ReviewEvent made, bool holds)
    {
        ItemDraft? item = null;
        try
        {
            if (!_known.Add(made.Id))
            {
                throw EventRefusedException.Invalid("같은 번호의 기록이 앞에 있습니다", "an earlier event has the same id");
            }

            if (made.Group is { } group)
            {
                _known.Add(group);
            }

            if (holds)
            {
                item = Target(made);
                Apply(made, item);
            }
        }
        catch (EventRefusedException refused)
        {
            _conflicts.Add(new Conflict(made, refused.Reason, item?.Key, refused.Korean, refused.English));
        }
    }

    private ItemDraft? Target(ReviewEvent made)
    {
        if (made.Item is null)
        {
            return made.Action is ReviewAction.Add or ReviewAction.Undo or ReviewAction.Comment ? null
                : throw EventRefusedException.Invalid("어느 항목인지 적혀 있지 않습니다", "it does not say which item");
        }

        var item = draft.Find(made.Item) ?? throw EventRefusedException.Invalid($"{made.Item} 항목이 없습니다", $"there is no item {made.Item}");
        if (made.Base is not { } seen || seen.Kind != item.Kind)
        {
            throw EventRefusedException.Invalid("항목의 종류가 다릅니다", "the item is of another kind");
        }

        if (!item.Added && seen.Report != extractionSha256)
        {
            throw new EventRefusedException(ConflictReason.ItemGone, "다른 추출 결과에 대한 결정입니다", "it was decided on another extraction");
        }

        return item.Added || (seen.Start, seen.End) == (item.First.Start, item.First.End) ? item
            : throw EventRefusedException.Invalid("항목의 자리가 다릅니다", "the item stands at another place");
    }

    private void Apply(ReviewEvent made, ItemDraft? item)
    {
        switch (made.Action)
        {
            case ReviewAction.Accept:
                item!.Accept(made);
                break;
            case ReviewAction.Reject:
                item!.Reject(made);
                break;
            case ReviewAction.Edit:
                Edit(made, item!);
                break;
            case ReviewAction.Add:
                Add(made);
                break;
            case ReviewAction.Merge:
                Merge(made, item!);
                break;
            case ReviewAction.Undo when made.Undoes is null || !_known.Contains(made.Undoes):
                throw EventRefusedException.Invalid("되돌릴 기록이 앞에 없습니다", "there is no earlier event to undo");
            case ReviewAction.Comment:
                (item?.Comments ?? Comments).Add(made);
                break;
        }
    }

    private void Edit(ReviewEvent made, ItemDraft item)
    {
        var fields = made.New ?? throw EventRefusedException.Invalid("바꿀 값이 없습니다", "there is nothing to change");
        item.Change(_editor.Set(item.Item, fields), fields.Names, made);
    }

    private void Add(ReviewEvent made)
    {
        if (made is not { Base: { } seen, New: { } fields })
        {
            throw EventRefusedException.Invalid("더할 항목의 값이 없습니다", "the item to add has no fields");
        }

        var key = "+" + made.Id;
        var item = new ItemDraft(key, seen.Kind, _editor.Set(ItemEditor.Blank(seen.Kind, key), fields), added: true);
        item.Change(item.Item, fields.Names, made);
        draft.Add(item);
    }

    private void Merge(ReviewEvent made, ItemDraft item)
    {
        if (item.Item is not Mention { Entity: { } from } || made.Into is not { Kind: ItemKind.Mention } into
            || draft.Find(draft.At(into.Start, into.End, ItemKind.Mention).FirstOrDefault()?.Key)?.Item is not Mention { Entity: { } to, Type: var type })
        {
            throw EventRefusedException.Invalid("합칠 이름이 없습니다", "there is no name to merge with");
        }

        foreach (var other in draft.Items.Where(i => i != item && i.Item is Mention m && m.Entity == from).ToList())
        {
            other.Join(type, to);
        }

        item.Change(((Mention)item.Item) with { Entity = to, Type = type }, [ItemField.Name, ItemField.Type], made);
    }
}
