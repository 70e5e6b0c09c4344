using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Review.Events;

/// <summary>An extraction while events are applied to it: its items by key, what they name, where they stand.</summary>
internal sealed class ReviewDraft
{
    private readonly Dictionary<string, ItemDraft> _items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _sameAs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entity> _entities;
    private readonly Dictionary<(EntityType, string), string> _entityIds = [];
    private readonly Dictionary<(ItemKind, int Start, int End), List<ItemDraft>> _places = [];
    private readonly Lazy<Dictionary<string, List<ItemDraft>>> _words;
    private int _lastEntity;

    public ReviewDraft(Report extraction)
    {
        Extraction = extraction;
        Text = new PointText(extraction.Text);
        _entities = extraction.Entities.ToDictionary(e => e.Id, StringComparer.Ordinal);
        _lastEntity = _entities.Keys.Select(id => NumberOf('e', id)).DefaultIfEmpty().Max();
        foreach (var entity in extraction.Entities)
        {
            _entityIds.TryAdd((entity.Type, entity.Name), entity.Id);
        }

        void Take(ItemKind kind, IEnumerable<ExtractedItem> items)
        {
            foreach (var item in items)
            {
                Add(new ItemDraft(item.Id, kind, item, added: false));
            }
        }

        Take(ItemKind.Mention, extraction.Mentions);
        Take(ItemKind.Date, extraction.Dates);
        Take(ItemKind.Amount, extraction.Amounts);
        Take(ItemKind.Recommendation, extraction.Recommendations);
        Take(ItemKind.Fact, extraction.Facts);
        _words = new(() => _items.Values.Where(IsFiller).GroupBy(i => Words(i.Item), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal));
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
        kinds.SelectMany(k => _places.GetValueOrDefault((k, start, end), [])).Where(i => i.Item.Start == start && i.Item.End == end && !i.Rejected);

    /// <summary>The items of a kind that stood at a place when they were extracted or added.</summary>
    public IEnumerable<ItemDraft> FirstAt(ItemKind kind, int start, int end) =>
        _places.GetValueOrDefault((kind, start, end), []).Where(i => i.First.Start == start && i.First.End == end);

    /// <summary>The names, dates and amounts of these words, the rejected ones too.</summary>
    public IEnumerable<ItemDraft> WithWords(string words) =>
        _words.Value.GetValueOrDefault(words, []).Where(i => Words(i.Item) == words);

    /// <summary>Takes in an item.</summary>
    public void Add(ItemDraft item)
    {
        _items.Add(item.Key, item);
        Enter(item);
    }

    /// <summary>Sets an item to what a reviewer made of it.</summary>
    public void Change(ItemDraft item, ExtractedItem changed, IEnumerable<string> fields, ReviewEvent by)
    {
        item.Change(changed, fields, by);
        Enter(item);
    }

    /// <summary>Lets the key of an added item stand for one that is there already.</summary>
    public void Alias(string key, ItemDraft item) => _sameAs.Add(key, item.Key);

    /// <summary>What a mention names.</summary>
    public string NameOf(Mention mention) => mention.Entity is { } id && _entities.TryGetValue(id, out var entity) ? entity.Name : mention.Text;

    /// <summary>Id of the entity of a type and name; where there is none, of a new one.</summary>
    public string EntityOf(EntityType type, string name)
    {
        if (_entityIds.TryGetValue((type, name), out var known))
        {
            return known;
        }

        var entity = new Entity { Id = "e" + ++_lastEntity, Type = type, Subtype = null, Name = name, Aliases = [], Mentions = [] };
        _entities.Add(entity.Id, entity);
        _entityIds.Add((type, name), entity.Id);
        return entity.Id;
    }

    /// <summary>The fields of an item as it is now.</summary>
    public ItemFields FieldsOf(ItemDraft draft) => FieldsOf(draft.Item, key => Find(key) is { Rejected: false } other ? other.Item : null);

    /// <summary>What an item said when it was extracted or added, by the words of what it refers to.</summary>
    public ItemFields FirstContentOf(ItemDraft draft) => FieldsOf(draft.First, key => Find(key)?.First).Content();

    /// <summary>The number of an id that begins with a letter; 0 of any other text.</summary>
    public static int NumberOf(char letter, string id) => id.Length > 1 && id[0] == letter && int.TryParse(id.AsSpan(1), out var number) ? number : 0;

    private ItemFields FieldsOf(ExtractedItem item, Func<string?, ExtractedItem?> referred)
    {
        TextPlace? PlaceOf(string? key) => referred(key) is { } other ? new TextPlace(Words(other), other.Start, other.End) : null;
        ImmutableArray<TextPlace> Places(ImmutableArray<string> keys) => [.. keys.Select(PlaceOf).OfType<TextPlace>()];
        var fields = ItemFields.Empty.With(ItemField.Start, item.Start).With(ItemField.End, item.End).With(ItemField.Quote, Words(item));
        return item switch
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
            _ => throw new InvalidOperationException(item.GetType().Name),
        };
    }

    private static bool IsFiller(ItemDraft item) => item.Kind is ItemKind.Mention or ItemKind.Date or ItemKind.Amount;

    private string Words(ExtractedItem item) => Text.Slice(item.Start, item.End);

    /// <summary>Notes where an item stands and what its words are; where it stood before is left in, and passed over.</summary>
    private void Enter(ItemDraft item)
    {
        void Note<T>(Dictionary<T, List<ItemDraft>> lists, T at)
            where T : notnull
        {
            var list = lists.TryGetValue(at, out var found) ? found : lists[at] = [];
            if (!list.Contains(item))
            {
                list.Add(item);
            }
        }

        Note(_places, (item.Kind, item.Item.Start, item.Item.End));
        if (IsFiller(item) && _words is { IsValueCreated: true })
        {
            Note(_words.Value, Words(item.Item));
        }
    }
}
