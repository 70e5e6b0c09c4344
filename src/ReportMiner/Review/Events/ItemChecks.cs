using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Review.Events;

/// <summary>Why an item is to be looked at by itself: the extraction casts doubt on it, or the audit sample has it. Such items come first.</summary>
public sealed class ItemChecks
{
    private readonly ImmutableArray<string> _contradictions;
    private readonly HashSet<int> _recognized;
    private readonly HashSet<string> _audited;

    /// <summary>The checks of a report's items.</summary>
    public ItemChecks(Report extraction)
    {
        ArgumentNullException.ThrowIfNull(extraction);
        _contradictions = [.. extraction.Diagnostics.Where(d => d.Code == "RM3001").Select(d => d.Message)];
        // Pages whose characters were, all or some, recognized in pictures: digits may be wrong.
        _recognized = [.. extraction.Diagnostics.Where(d => d.Code is "RM1107" or "RM1108").Select(d => d.Page).OfType<int>()];
        _audited = AuditSample.Of(extraction).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The checks that are still open for an item, as labels <c>check.…</c> name them.</summary>
    public ImmutableArray<string> Of(ItemState state, ExtractedItem item)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Decision == Decision.Open ? [.. Doubts(item), .. _audited.Contains(item.Id) ? ["audit"] : Array.Empty<string>()] : [];
    }

    private IEnumerable<string> Doubts(ExtractedItem item) => item switch
    {
        DateItem { Edtf: null } => ["unresolved"],
        DateItem or Amount when item.Page is { } page && _recognized.Contains(page) => ["recognized"],
        Fact fact when Contradicts(fact) => ["contradiction"],
        _ => [],
    };

    /// <summary>The diagnostic names the object and every figure in its own words.</summary>
    private bool Contradicts(Fact fact) =>
        fact.Arguments.TryGetValue("object", out var things) && fact.Arguments.TryGetValue("amount", out var figures)
        && _contradictions.Any(m => m.Contains(things[0].Text, StringComparison.Ordinal) && m.Contains(figures[0].Text, StringComparison.Ordinal));
}
