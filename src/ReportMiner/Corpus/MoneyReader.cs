using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportMiner.Documents;
using ReportMiner.Link.Facts;
using ReportMiner.Resolve;

namespace ReportMiner.Corpus;

/// <summary>
/// Reads the money of one report that may be added: of budgets, investments and acquisitions, and of recommendations.
/// Left out are figures for each of something, limits, and rows that are the sum of the rows beside them.
/// </summary>
internal sealed class MoneyReader(CorpusRules rules)
{
    public const string Recommended = "recommendationMoney";

    private const double LeastConfidence = 0.5;

    private readonly Regex _each = NameBook.Pattern(rules.Each);
    private readonly HashSet<string> _sums = rules.Sums.Select(NameKey.Of).ToHashSet(StringComparer.Ordinal);

    /// <param name="words">The fillers of a role of the fact of a number, names as the corpus calls them.</param>
    public IEnumerable<MoneyStatement> Read(Report report, ImmutableArray<FactRow> facts, ImmutableArray<RecommendationRow> recommendations, Func<int, string, string> words)
    {
        var amounts = report.Amounts.Where(a => a is { Kind: AmountKind.Money, Unit: not null }).DistinctBy(a => a.Id).ToDictionary(a => a.Id, StringComparer.Ordinal);
        var spent = new List<MoneyStatement>();
        for (var i = 0; i < facts.Length; i++)
        {
            if (facts[i] is { Type: "budget" or "investment" or "acquisition", Confidence: >= LeastConfidence } fact
                && report.Facts[i].Arguments.GetValueOrDefault(FactTypes.Amount, []) is [{ Ref: { } id }, ..] && amounts.TryGetValue(id, out var amount)
                && amount.Modifier is not (AmountModifier.AtMost or AmountModifier.Under)
                && !_each.IsMatch(NameKey.Of(words(i, FactTypes.Measure)))
                && FigureRange.Read(amount.Low) is { } low && FigureRange.Read(amount.High) is { } high)
            {
                var number = i;
                var thing = fact.Type == "budget" ? words(i, FactTypes.Object) : string.Join(' ', ((string[])["investor", "investee", "acquirer", "acquired"]).Select(r => words(number, r)));
                if (!_sums.Contains(NameKey.Of(thing)))
                {
                    var start = report.Facts[i].Start;
                    spent.Add(Statement(fact.Type, amount.Unit!, low, high, Years(fact.From, fact.Until), thing, fact.Ministries) with { Block = TextSpans.First(report.Blocks.Length, b => report.Blocks[b].Start > start) });
                }
            }
        }

        var kept = WithoutSums(spent);
        return kept.Select(s => s with { OfSeveralYears = kept.Exists(t => IsYearOf(s, t)) }).Concat(Recommendations(report, recommendations, amounts));
    }

    /// <summary>The statements that are not the sum of those beside them: 총 300억원(국비 200억원, 지방비 100억원) counts once.</summary>
    internal static List<MoneyStatement> WithoutSums(List<MoneyStatement> statements)
    {
        var kept = statements.ToList();
        foreach (var row in statements.GroupBy(s => (s.Of, s.Currency, s.Year)).Select(g => g.ToList()))
        {
            // The innermost sums go first; then those above them are sums of what is left.
            while (Enumerable.Range(0, row.Count).Where(i => IsSum(row, i, 1) || IsSum(row, i, -1)).Select(i => row[i]).FirstOrDefault() is { } sum)
            {
                row.Remove(sum);
                kept.RemoveAt(kept.FindIndex(s => ReferenceEquals(s, sum)));
            }
        }

        return kept;
    }

    private static bool IsSum(List<MoneyStatement> row, int at, int step)
    {
        var (total, sum, count, beside) = (row[at], 0m, 0, true);
        for (var i = at + step; i >= 0 && i < row.Count && sum < total.High; i += step)
        {
            sum += row[i].High;
            count++;
            beside &= row[i].Block == total.Block;
        }

        // Round figures far apart may add up by chance.
        return count > 1 && sum == total.High && (beside || total.SignificantDigits >= 3);
    }

    // The greatest amount of a recommendation stands for all: the others are mostly its parts, or what it was before.
    private static IEnumerable<MoneyStatement> Recommendations(Report report, ImmutableArray<RecommendationRow> recommendations, Dictionary<string, Amount> amounts)
    {
        for (var i = 0; i < recommendations.Length; i++)
        {
            var row = recommendations[i];
            var period = row.Period is null ? null : EdtfPeriod.Parse(row.Period);
            foreach (var currency in report.Recommendations[i].Amounts.Select(amounts.GetValueOrDefault).OfType<Amount>().Where(a => a.Modifier is not (AmountModifier.AtMost or AmountModifier.Under)).GroupBy(a => a.Unit!))
            {
                var values = currency.Select(a => (Low: FigureRange.Read(a.Low), High: FigureRange.Read(a.High))).Where(v => v is { Low: not null, High: not null }).ToList();
                if (values.Count > 0)
                {
                    var (low, high) = values.MaxBy(v => v.High);
                    yield return Statement(Recommended, currency.Key, low!.Value, high!.Value, Years(period?.From, period?.Until), row.Text, row.Ministries) with { Category = row.Category };
                }
            }
        }
    }

    private static MoneyStatement Statement(string of, string currency, decimal low, decimal high, string? year, string thing, ImmutableArray<string> ministries) => new()
    {
        Of = of,
        Currency = currency,
        Low = low,
        High = high,
        Year = year,
        Thing = NameKey.Of(thing),
        Words = [.. thing.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(NameKey.Of).Where(w => w.Length > 1).Distinct(StringComparer.Ordinal)],
        Ministries = ministries,
    };

    private static bool IsYearOf(MoneyStatement part, MoneyStatement total) =>
        (part.Of, part.Currency, part.Thing) == (total.Of, total.Currency, total.Thing) && part.High < total.High
        && part.Year is { Length: 4 } year && total.Year?.Split('/') is [{ Length: 4 } first, { Length: 4 } last] && string.CompareOrdinal(first, year) <= 0 && string.CompareOrdinal(year, last) <= 0;

    /// <summary>The year from one day to another, or the first and the last year, <c>..</c> where it is open; null without a date.</summary>
    internal static string? Years(string? from, string? until) => (from?[..4], until?[..4]) switch
    {
        (null, null) => null,
        var (first, last) when first == last => first,
        var (first, last) => $"{first ?? ".."}/{last ?? ".."}",
    };
}
