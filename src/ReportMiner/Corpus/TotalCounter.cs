using System.Collections.Immutable;

namespace ReportMiner.Corpus;

/// <summary>A cell of the totals.</summary>
internal readonly record struct TotalCell(string Of, string By, string? Ministry, string? Category, string? Year, string? Currency);

/// <summary>Adds up reports, recommendations and money by ministry, category and year.</summary>
internal sealed class TotalCounter
{
    private readonly Dictionary<TotalCell, HashSet<UInt128>> _statements = [];
    private readonly Dictionary<TotalCell, (int All, int LastReport, int Reports)> _counts = [];
    private readonly MoneyJoiner _money = new();

    /// <summary>Takes a report in.</summary>
    public void Add(int number, ReportDigest digest)
    {
        var report = digest.Report;
        var year = report.Year?.ToString();
        foreach (var (cell, _) in Cells("report", report.Ministries, null, year))
        {
            Count(cell, number, (UInt128)number);
        }

        foreach (var recommendation in digest.Recommendations)
        {
            var said = TextHash.Of(NameKey.Of(recommendation.Text));
            foreach (var (cell, _) in Cells("recommendation", recommendation.Ministries, recommendation.Category, year))
            {
                Count(cell, number, said);
            }
        }

        foreach (var money in digest.Money)
        {
            _money.Add(number, money);
        }
    }

    /// <summary>The totals.</summary>
    public IEnumerable<TotalRow> Totals() =>
        _counts.Select(c => new TotalRow
        {
            Of = c.Key.Of,
            By = c.Key.By,
            Ministry = c.Key.Ministry,
            Category = c.Key.Category,
            Year = c.Key.Year,
            Currency = null,
            Low = null,
            High = null,
            Statements = _statements[c.Key].Count,
            Restated = c.Value.All - _statements[c.Key].Count,
            Reports = c.Value.Reports,
            Meaning = TotalMeanings.Of(c.Key),
        })
        .Concat(_money.Totals())
        .OrderBy(t => TotalMeanings.Order(t.Of)).ThenBy(t => t.By, StringComparer.Ordinal).ThenBy(t => t.Currency, StringComparer.Ordinal)
        .ThenBy(t => t.Ministry, StringComparer.Ordinal).ThenBy(t => t.Category, StringComparer.Ordinal).ThenBy(t => t.Year, StringComparer.Ordinal);

    /// <summary>The cells a statement counts in, and whether the cell is of one year. One of two ministries counts with each of them.</summary>
    internal static IEnumerable<(TotalCell Cell, bool OfYear)> Cells(string of, ImmutableArray<string> ministries, string? category, string? year, string? currency = null)
    {
        ImmutableArray<string?> bodies = ministries.IsEmpty ? [null] : [.. ministries];
        yield return (new TotalCell(of, "all", null, null, null, currency), false);
        yield return (new TotalCell(of, "year", null, null, year, currency), true);
        foreach (var body in bodies)
        {
            yield return (new TotalCell(of, "ministry", body, null, null, currency), false);
            yield return (new TotalCell(of, "ministry+year", body, null, year, currency), true);
        }

        if (category is not null)
        {
            yield return (new TotalCell(of, "category", null, category, null, currency), false);
            yield return (new TotalCell(of, "category+year", null, category, year, currency), true);
            foreach (var body in bodies)
            {
                yield return (new TotalCell(of, "ministry+category", body, category, null, currency), false);
            }
        }
    }

    private void Count(TotalCell cell, int report, UInt128 statement)
    {
        if (!_statements.TryGetValue(cell, out var said))
        {
            _statements.Add(cell, said = []);
            _counts.Add(cell, (0, -1, 0));
        }

        said.Add(statement);
        var (all, last, reports) = _counts[cell];
        _counts[cell] = (all + 1, report, reports + (last == report ? 0 : 1));
    }
}
