using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Cli.Serve.Views;

/// <summary>What the extraction itself casts doubt on: such items come first in the queue.</summary>
internal sealed class ItemChecks(Report extraction)
{
    private readonly ImmutableArray<string> _contradictions = [.. extraction.Diagnostics.Where(d => d.Code == "RM3001").Select(d => d.Message)];

    // Pages whose characters were, all or some, recognized in pictures: digits may be wrong.
    private readonly HashSet<int> _recognized = [.. extraction.Diagnostics.Where(d => d.Code is "RM1107" or "RM1108").Select(d => d.Page).OfType<int>()];

    /// <summary>The checks it fails: labels <c>check.…</c>.</summary>
    public ImmutableArray<string> Of(ExtractedItem item) => item switch
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
