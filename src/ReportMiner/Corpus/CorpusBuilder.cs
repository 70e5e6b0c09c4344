using ReportMiner.Documents;
using ReportMiner.Resources;

namespace ReportMiner.Corpus;

/// <summary>
/// Joins reports to a corpus, one after the other. What grows with their text goes to a stream; in memory stay names, keys
/// and values. Reports are digested in parallel and taken in in one order; the same reports in it give the same corpus.
/// </summary>
public sealed class CorpusBuilder
{
    private readonly ReportDigester _digester;
    private readonly EntityJoiner _entities = new();
    private readonly TotalCounter _totals = new();
    private readonly ContradictionFinder _contradictions;
    private readonly List<ReportRow> _reports = [];
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly RowSpool<FactRow> _facts;
    private readonly RowSpool<RecommendationRow> _recommendations;
    private readonly RowSpool<DateRow> _dates;
    private readonly List<(string Day, string Until, int Number)> _timeline = [];

    /// <summary>Begins a corpus.</summary>
    /// <param name="resources">The models folder: gazetteers and <c>rules/corpus.json</c>.</param>
    /// <param name="spool">An empty stream to read, write and seek in; it must stay open as long as the corpus is read.</param>
    /// <exception cref="ResourceException">The rules or gazetteers are missing or not valid.</exception>
    public CorpusBuilder(ResourceDirectory resources, Stream spool)
    {
        ArgumentNullException.ThrowIfNull(resources);
        var rules = resources.ReadJson<CorpusRules>(CorpusRules.ResourceName);
        var names = new NameBook(resources, rules);
        _digester = new ReportDigester(names, new FigureKeys(rules), new MoneyReader(rules));
        _contradictions = new ContradictionFinder(names);
        (_facts, _recommendations, _dates) = (new(spool), new(spool), new(spool));
    }

    /// <summary>Makes the rows of a report. Thread-safe.</summary>
    /// <param name="name">Path of its output in the folder of outputs, with <c>/</c>.</param>
    /// <param name="report">The report, as reviewed.</param>
    /// <param name="reviewPage">Path of its review page in that folder, or null.</param>
    /// <param name="reviewed">Whether people decided on its items.</param>
    public ReportDigest Digest(string name, Report report, string? reviewPage, bool reviewed)
    {
        ArgumentNullException.ThrowIfNull(report);
        return _digester.Digest(name, report, reviewPage, reviewed);
    }

    /// <summary>Takes a report in. One made from the same file as an earlier one is listed and not counted.</summary>
    /// <returns>The earlier report's path; null where the report counts.</returns>
    public string? Add(ReportDigest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        var number = _reports.Count;
        if (!_files.TryAdd(digest.Report.Sha256, digest.Report.Report))
        {
            var copied = _files[digest.Report.Sha256];
            _reports.Add(digest.Report with { CopyOf = copied });
            return copied;
        }

        _reports.Add(digest.Report);
        _entities.Add(number, digest);
        _totals.Add(number, digest);
        for (var i = 0; i < digest.Facts.Length; i++)
        {
            var fact = _facts.Add(digest.Facts[i]);
            if (digest.Figures[i] is { } key)
            {
                _contradictions.Add(key, number, digest.Facts[i], fact);
            }
        }

        foreach (var recommendation in digest.Recommendations)
        {
            _recommendations.Add(recommendation);
        }

        foreach (var date in digest.Dates)
        {
            _timeline.Add((date.From ?? date.Until!, date.Until ?? "9999", _dates.Add(date)));
        }

        return null;
    }

    /// <summary>The corpus of the reports taken in; nothing is to be added afterwards.</summary>
    public ReportCorpus Build()
    {
        _timeline.Sort();
        return new ReportCorpus
        {
            Reports = [.. _reports],
            Entities = [.. _entities.Join(_reports)],
            Totals = [.. _totals.Totals()],
            Contradictions = [.. _contradictions.Find(n => _facts[n], _reports)],
            Facts = _facts.All(),
            Recommendations = _recommendations.All(),
            Timeline = _timeline.Select(t => _dates[t.Number]),
        };
    }
}
