namespace ReportMiner.Corpus;

/// <summary>Joins money statements that say the same, and adds up the others.</summary>
internal sealed class MoneyJoiner
{
    private readonly Dictionary<(string Of, string Currency, decimal Low, decimal High), List<List<(int Report, MoneyStatement Money)>>> _said = [];

    public void Add(int report, MoneyStatement money)
    {
        var sum = (money.Of, money.Currency, money.Low, money.High);
        if (!_said.TryGetValue(sum, out var statements))
        {
            _said.Add(sum, statements = []);
        }

        if (statements.Find(s => s.TrueForAll(m => m.Money.Restates(money))) is { } same)
        {
            same.Add((report, money));
        }
        else
        {
            statements.Add([(report, money)]);
        }
    }

    public IEnumerable<TotalRow> Totals()
    {
        var cells = new Dictionary<TotalCell, (decimal Low, decimal High, int Statements, int All, HashSet<int> Reports)>();
        foreach (var said in _said.Values.SelectMany(s => s))
        {
            // Where only some of those who say it name the year, it is that year for all.
            var year = said.Select(s => s.Money.Year).FirstOrDefault(y => y is not null);
            var ofSeveral = said.Exists(s => s.Money.OfSeveralYears);
            foreach (var cell in said
                .SelectMany(s => TotalCounter.Cells(s.Money.Of, s.Money.Ministries, s.Money.Category, year, s.Money.Currency).Where(c => c.OfYear || !ofSeveral).Select(c => (c.Cell, s.Report)))
                .GroupBy(c => c.Cell, c => c.Report))
            {
                var (low, high, statements, all, reports) = cells.GetValueOrDefault(cell.Key, (0, 0, 0, 0, []));
                reports.UnionWith(cell);
                cells[cell.Key] = (low + said[0].Money.Low, high + said[0].Money.High, statements + 1, all + cell.Count(), reports);
            }
        }

        return cells.Select(c => new TotalRow
        {
            Of = c.Key.Of,
            By = c.Key.By,
            Ministry = c.Key.Ministry,
            Category = c.Key.Category,
            Year = c.Key.Year,
            Currency = c.Key.Currency,
            Low = c.Value.Low.ToString(),
            High = c.Value.High.ToString(),
            Statements = c.Value.Statements,
            Restated = c.Value.All - c.Value.Statements,
            Reports = c.Value.Reports.Count,
            Meaning = TotalMeanings.Of(c.Key),
        });
    }
}
