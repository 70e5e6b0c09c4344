using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Link.Facts;

namespace ReportMiner.Corpus;

/// <summary>Finds figures of the same thing at the same date that cannot both be right, in different reports. Keeps of each fact what it is of and its value, not its words.</summary>
internal sealed class ContradictionFinder(NameBook names)
{
    /// <summary>Who says a figure or spends it: where two facts say this and not the same, their figures may differ.</summary>
    private static readonly ImmutableArray<string> Speakers = ["source", "actor"];

    private readonly Dictionary<string, List<Stated>> _figures = new(StringComparer.Ordinal);

    /// <summary>Takes a fact in.</summary>
    /// <param name="key">What its figure is of.</param>
    /// <param name="report">The report's number.</param>
    /// <param name="fact">The fact, its number in the corpus.</param>
    public void Add(string key, int report, FactRow fact, int number)
    {
        if (FigureRange.Of(fact.Low!, fact.High!, fact.Modifier) is { } range)
        {
            if (!_figures.TryGetValue(key, out var stated))
            {
                _figures.Add(key, stated = []);
            }

            stated.Add(new Stated(report, number, range));
        }
    }

    /// <summary>The contradictions, those of most reports first.</summary>
    /// <param name="rows">The facts.</param>
    /// <param name="reports">The reports.</param>
    public IEnumerable<ContradictionRow> Find(Func<int, FactRow> rows, IReadOnlyList<ReportRow> reports) =>
        _figures.Where(f => f.Value.Count > 1 && f.Value[0].Report != f.Value[^1].Report)
            .Select(f => Of(Telling(f.Value), rows, reports))
            .OfType<ContradictionRow>()
            .OrderByDescending(c => c.Reports).ThenBy(c => c.Object, StringComparer.Ordinal).ThenBy(c => c.Measure, StringComparer.Ordinal).ThenBy(c => c.Edtf, StringComparer.Ordinal).ThenBy(c => c.Type, StringComparer.Ordinal).ThenBy(c => c.Unit, StringComparer.Ordinal);

    /// <summary>What one report itself says several figures of does not tell them apart there: its rows or years were lost.</summary>
    private static List<Stated> Telling(List<Stated> stated) =>
        [.. stated.GroupBy(s => s.Report).Where(r => !r.Any(a => r.Any(b => a.Range.IsApartFrom(b.Range)))).SelectMany(r => r)];

    private ContradictionRow? Of(List<Stated> stated, Func<int, FactRow> rows, IReadOnlyList<ReportRow> reports)
    {
        if (!stated.Exists(a => stated.Exists(b => a.Range.IsApartFrom(b.Range))))
        {
            return null;
        }

        var facts = stated.Select(s => (s.Report, s.Range, Fact: rows(s.Number))).ToList();
        var apart = facts.Where(a => facts.Exists(b => a.Range.IsApartFrom(b.Range) && SpeakAlike(a.Fact, b.Fact))).ToList();
        if (apart.Count == 0)
        {
            return null;
        }

        var first = apart[0].Fact;
        return new ContradictionRow
        {
            Type = first.Type,
            Object = first.Words(FactTypes.Object) ?? string.Join(" → ", first.Arguments.Where(a => a.Key is not (FactTypes.Amount or FactTypes.Date)).SelectMany(a => a.Value)),
            Measure = first.Words(FactTypes.Measure),
            Edtf = first.Edtf!,
            Unit = first.Unit!,
            Reports = apart.Select(a => a.Report).Distinct().Count(),
            Figures =
            [
                .. apart.GroupBy(a => (a.Fact.Low, a.Fact.High, a.Fact.Modifier))
                    .OrderBy(g => FigureRange.Read(g.Key.Low)).ThenBy(g => FigureRange.Read(g.Key.High)).ThenBy(g => g.Key.Modifier)
                    .Select(g => new StatedFigure(
                        g.First().Fact.Words(FactTypes.Amount)!, g.Key.Low!, g.Key.High!, g.Key.Modifier,
                        [.. g.Select(a => new FigurePlace(a.Fact.Report, reports[a.Report].Published, a.Fact.Fact, a.Fact.Page, a.Fact.Statement))])),
            ],
        };
    }

    private bool SpeakAlike(FactRow one, FactRow other) =>
        Speakers.All(r => one.Words(r) is not { } a || other.Words(r) is not { } b || names.Find(EntityType.Org, a).Key == names.Find(EntityType.Org, b).Key);

    private readonly record struct Stated(int Report, int Number, FigureRange Range);
}
