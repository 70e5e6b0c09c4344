using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Review.Events;

/// <summary>A report as the reviewers left it, and how each of its items stands.</summary>
public sealed class ReviewedReport
{
    private readonly ReviewDraft _draft;
    private readonly Dictionary<string, ItemState> _states;

    internal ReviewedReport(ReviewDraft draft, string extractionSha256, Report report, ImmutableArray<ItemState> items, ImmutableArray<ReviewEvent> comments, ImmutableArray<Conflict> conflicts)
    {
        _draft = draft;
        _states = items.ToDictionary(i => i.Key, StringComparer.Ordinal);
        (ExtractionSha256, Report, Items, Comments, Conflicts) = (extractionSha256, report, items, comments, conflicts);
    }

    /// <summary>What the pipeline extracted.</summary>
    public Report Extraction => _draft.Extraction;

    /// <summary>Which items are to be looked at by themselves.</summary>
    public ItemChecks Checks => field ??= new ItemChecks(Extraction);

    /// <summary>SHA-256 of the extraction's JSON bytes.</summary>
    public string ExtractionSha256 { get; }

    /// <summary>The extraction with the events applied: a report of the contract. The extraction itself where none holds.</summary>
    public Report Report { get; }

    /// <summary>All items, the rejected ones too, in reading order.</summary>
    public ImmutableArray<ItemState> Items { get; }

    /// <summary>Comments on the whole report.</summary>
    public ImmutableArray<ReviewEvent> Comments { get; }

    /// <summary>Events that were not applied, in their order.</summary>
    public ImmutableArray<Conflict> Conflicts { get; }

    /// <summary>The state of an item by its key; null if there is none.</summary>
    public ItemState? Find(string key) => _draft.Find(key) is { } item ? _states[item.Key] : null;

    /// <summary>The item that a file made from this extraction, or from an earlier one, is about: found as events find theirs.</summary>
    /// <param name="key">The item's key in that extraction.</param>
    /// <param name="seen">What the file says of it.</param>
    public Outcome<ItemState> Match(string key, EventBase seen)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(seen);
        try
        {
            return new EventTarget(_draft, ExtractionSha256).Find(key, null, seen, out _) is { } item && item.Kind == seen.Kind
                ? _states[item.Key]
                : new ReportFailure("RM4102", $"“{seen.Quote}” 항목이 이제 없습니다", $"there is no item “{seen.Quote}” now");
        }
        catch (EventRefusedException refused)
        {
            return new ReportFailure("RM4102", refused.Korean, refused.English);
        }
    }

    /// <summary>All fields of an item as it is now; of a rejected one as it was.</summary>
    /// <exception cref="ArgumentException">There is no such item.</exception>
    public ItemFields FieldsOf(string key) => _draft.FieldsOf(Draft(key));

    /// <summary>The item as it is now, or was when it was rejected; what it refers to is told by keys.</summary>
    /// <exception cref="ArgumentException">There is no such item.</exception>
    public ExtractedItem ItemOf(string key) => Draft(key).Item;

    /// <summary>What an event on an item is based on.</summary>
    /// <exception cref="ArgumentException">There is no such item.</exception>
    public EventBase BaseOf(string key)
    {
        var item = Draft(key);
        return BaseAt(item.Kind, item.First.Start, item.First.End, _draft.FirstContentOf(item));
    }

    internal EventBase BaseAt(ItemKind kind, int start, int end, ItemFields? content)
    {
        var (before, quote, after) = (_draft.Text.Slice(start - EventBase.ContextLength, start), Quote(start, end), _draft.Text.Slice(end, end + EventBase.ContextLength));
        var alike = _draft.Text.Find(before + quote + after).ToList();
        var occurrence = alike.IndexOf(start - before.EnumerateRunes().Count()) + 1;
        return new EventBase(ExtractionSha256, kind, start, end, quote, before, after, occurrence, alike.Count, content);
    }

    internal string Quote(int start, int end) => _draft.Text.Slice(start, end);

    private ItemDraft Draft(string key) => _draft.Find(key) ?? throw new ArgumentException($"there is no item {key}", nameof(key));
}
