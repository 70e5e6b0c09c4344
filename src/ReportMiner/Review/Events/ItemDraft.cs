using ReportMiner.Documents;

namespace ReportMiner.Review.Events;

/// <summary>An item while events are applied to it. What it refers to is told by keys.</summary>
internal sealed class ItemDraft(string key, ItemKind kind, ExtractedItem item, bool added)
{
    private readonly HashSet<string> _touched = new(StringComparer.Ordinal);

    public string Key => key;

    public ItemKind Kind => kind;

    /// <summary>The item as extracted, or as first added.</summary>
    public ExtractedItem First { get; } = item;

    /// <summary>The item as it is now.</summary>
    public ExtractedItem Item { get; private set; } = item;

    public Decision Decision { get; private set; } = added ? Decision.Added : Decision.Open;

    public bool Added => added;

    public bool Rejected => Decision == Decision.Rejected;

    public string? LastReviewer { get; private set; }

    public List<ReviewEvent> Comments { get; } = [];

    public List<string> Events { get; } = [];

    private bool Edited { get; set; }

    /// <summary>Whether a reviewer has set a field: what comes later on it wins without a question.</summary>
    public bool Touched(string field) => _touched.Contains(field);

    public void Change(ExtractedItem changed, IEnumerable<string> fields, ReviewEvent by)
    {
        _touched.UnionWith(fields);
        Edited = true;
        Item = changed with { Confidence = 1, Source = "review:" + by.Who };
        Decide(added ? Decision.Added : Decision.Edited, by);
    }

    public void Accept(ReviewEvent by)
    {
        Item = Item with { Confidence = 1 };
        Decide(added ? Decision.Added : Edited ? Decision.Edited : Decision.Accepted, by);
    }

    public void Reject(ReviewEvent by) => Decide(Decision.Rejected, by);

    /// <summary>A name that came to another entity with others of its own.</summary>
    public void Join(EntityType type, string entity)
    {
        _touched.UnionWith([ItemField.Type, ItemField.Name]);
        Item = (Mention)Item with { Type = type, Entity = entity };
    }

    private void Decide(Decision decision, ReviewEvent by)
    {
        Decision = decision;
        LastReviewer = by.Who;
        Events.Add(by.Id);
    }
}
