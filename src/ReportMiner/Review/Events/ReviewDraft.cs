using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Review.Events;

/// <summary>An extraction while events are applied to it: its items by key, what they name, where they stand.</summary>
internal sealed class ReviewDraft
{
    private readonly Dictionary<string, ItemDraft> _items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _sameAs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entity> _entities;

    public ReviewDraft(Report extraction)
    {
        Extraction = extraction;
        Text = new PointText(extraction.Text);
        _entities = extraction.Entities.ToDictionary(e => e.Id, StringComparer.Ordinal);
        void Take(ItemKind kind, IEnumerable<ExtractedItem> items)
        {
            foreach (var item in items)
            {
                _items.Add(item.Id, new ItemDraft(item.Id, kind, item, added: false));
            }
        }

        Take(ItemKind.Mention, extraction.Mentions);
        Take(ItemKind.Date, extraction.Dates);
        Take(ItemKind.Amount, extraction.Amounts);
        Take(ItemKind.Recommendation, extraction.Recommendations);
        Take(ItemKind.Fact, extraction.Facts);
    }

    public Report Extraction { get; }

    public PointText Text { get; }

    /// <summary>All items, the rejected ones too, in the order of the extraction; added ones last.</summary>
    public IEnumerable<ItemDraft> Items => _items.Values;

    /// <summary>All entities, also those nothing names any more; new ones last.</summary>
    public IEnumerable<Entity> Entities => _entities.Values;

    /// <summary>The item of a key, or null.</summary>
    public ItemDraft? Find(string? key) => key is null ? null : _items.GetValueOrDefault(_sameAs.GetValueOrDefault(key, key));

    /// <summary>The items of some kinds that stand at a place now, the rejected ones left out.</summary>
    public IEnumerable<ItemDraft> At(int start, int end, params ImmutableArray<ItemKind> kinds) =>
        _items.Values.Where(i => i.Item.Start == start && i.Item.End == end && !i.Rejected && kinds.Contains(i.Kind));

    /// <summary>Takes in an added item.</summary>
    public void Add(ItemDraft item) => _items.Add(item.Key, item);

    /// <summary>Lets the key of an added item stand for one that is there already.</summary>
    public void Alias(string key, ItemDraft item) => _sameAs.Add(key, item.Key);

    /// <summary>What a mention names.</summary>
    public string NameOf(Mention mention) => mention.Entity is { } id && _entities.TryGetValue(id, out var entity) ? entity.Name : mention.Text;

    /// <summary>Id of the entity of a type and name; where there is none, of a new one.</summary>
    public string EntityOf(EntityType type, string name)
    {
        if (_entities.Values.FirstOrDefault(e => e.Type == type && e.Name == name) is { } known)
        {
            return known.Id;
        }

        var entity = new Entity { Id = "e" + (_entities.Keys.Select(id => NumberOf('e', id)).DefaultIfEmpty().Max() + 1), Type = type, Subtype = null, Name = name, Aliases = [], Mentions = [] };
        _entities.Add(entity.Id, entity);
        return entity.Id;
    }

    /// <summary>The fields of an item as it is now.</summary>
    public ItemFields FieldsOf(ItemDraft draft)
    {
        var fields = ItemFields.Empty
            .With(ItemField.Start, draft.Item.Start)
            .With(ItemField.End, draft.Item.End)
            .With(ItemField.Quote, Text.Slice(draft.Item.Start, draft.Item.End));
        return draft.Item switch
        {
            Mention m => fields.With(ItemField.Type, ItemCode.Of(m.Type)).With(ItemField.Name, NameOf(m)),
            DateItem d => fields.With(ItemField.Edtf, d.Edtf),
            Amount a => fields.With(ItemField.Low, a.Low).With(ItemField.High, a.High).With(ItemField.Unit, a.Unit).With(ItemField.Kind, ItemCode.Of(a.Kind))
                .With(ItemField.Modifier, a.Modifier is { } modifier ? ItemCode.Of(modifier) : null).With(ItemField.Vague, a.Vague),
            Recommendation r => fields.With(ItemField.Text, r.Text).With(ItemField.Kind, ItemCode.Of(r.Kind)).With(ItemField.Category, r.Category)
                .With(ItemField.Status, r.Status).With(ItemField.Period, r.Period).With(ItemField.Actors, Places(r.Actors)).With(ItemField.Amounts, Places(r.Amounts)),
            Fact f => fields.With(ItemField.Type, f.Type).With(ItemField.Arguments, f.Arguments.ToImmutableSortedDictionary(
                a => a.Key,
                a => a.Value.Select(v => PlaceOf(v.Ref) ?? new TextPlace(v.Text)).ToImmutableArray(),
                StringComparer.Ordinal)),
            _ => throw new InvalidOperationException(draft.Item.GetType().Name),
        };
    }

    /// <summary>The number of an id that begins with a letter; 0 of any other text.</summary>
    public static int NumberOf(char letter, string id) => id.Length > 1 && id[0] == letter && int.TryParse(id.AsSpan(1), out var number) ? number : 0;

    private ImmutableArray<TextPlace> Places(ImmutableArray<string> keys) => [.. keys.Select(PlaceOf).OfType<TextPlace>()];

    private TextPlace? PlaceOf(string? key) =>
        Find(key) is { Rejected: false, Item: var item } ? new TextPlace(Text.Slice(item.Start, item.End), item.Start, item.End) : null;
}
