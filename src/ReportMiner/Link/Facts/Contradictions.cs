using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Link.Facts;

/// <summary>Finds facts of one report that say different figures of the same thing at the same date by the same measure.</summary>
internal static class Contradictions
{
    /// <param name="tags">The report's items.</param>
    /// <param name="facts">Its facts.</param>
    /// <param name="page">The page a fact stands on.</param>
    public static ImmutableArray<Diagnostic> Of(Tags tags, ImmutableArray<Fact> facts, Func<Fact, int?> page)
    {
        var amounts = tags.Amounts.ToDictionary(a => a.Id, StringComparer.Ordinal);
        var dates = tags.Dates.ToDictionary(d => d.Id, StringComparer.Ordinal);
        // A reviewer may have given a role that is not of its kind.
        string Date(Fact fact) => fact.Arguments.TryGetValue(FactTypes.Date, out var date) && date[0].Ref is { } id ? dates.GetValueOrDefault(id)?.Edtf ?? date[0].Text : "";
        string Words(Fact fact, string role) => fact.Arguments.TryGetValue(role, out var words) ? string.Concat(words.SelectMany(w => w.Text).Where(c => !char.IsWhiteSpace(c))) : "";
        Amount? Figure(Fact fact) => fact.Arguments.TryGetValue(FactTypes.Amount, out var figure) && figure[0].Ref is { } id ? amounts.GetValueOrDefault(id) : null;
        return
        [
            // Without a date two figures may be of two years.
            .. facts.Where(f => Figure(f) is not null && Date(f).Length > 0 && f.Arguments.ContainsKey(FactTypes.Object))
                .GroupBy(f => (f.Type, Object: Words(f, FactTypes.Object), Date: Date(f), Measure: Words(f, FactTypes.Measure), Figure(f)!.Unit, Figure(f)!.Modifier))
                .Where(g => g.Select(f => (Figure(f)!.Low, Figure(f)!.High)).Distinct().Count() > 1)
                .Select(g => new Diagnostic(
                    Severity.Warning,
                    "RM3001",
                    $"같은 대상과 때에 다른 값이 있습니다: {g.First().Arguments[FactTypes.Object][0].Text}, {g.Key.Date}: {string.Join(" / ", g.Select(f => f.Arguments[FactTypes.Amount][0].Text).Distinct())} / Different figures of the same thing at the same date.",
                    page(g.First()))),
        ];
    }
}
