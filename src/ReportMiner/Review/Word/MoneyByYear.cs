using System.Collections.Immutable;
using System.Globalization;
using ReportMiner.Documents;
using ReportMiner.Link.Facts;

namespace ReportMiner.Review.Word;

/// <summary>The won that a report's budgets, investments and targets name for each year, in hundred millions.</summary>
internal static class MoneyByYear
{
    private const decimal Unit = 100_000_000;

    public static ImmutableArray<(string Year, decimal Value)> Of(Report report)
    {
        var amounts = report.Amounts.ToDictionary(a => a.Id, StringComparer.Ordinal);
        var dates = report.Dates.ToDictionary(d => d.Id, StringComparer.Ordinal);
        T? Filler<T>(Fact fact, string role, Dictionary<string, T> items)
            where T : class => fact.Arguments.GetValueOrDefault(role, []) is [{ Ref: { } id }] ? items.GetValueOrDefault(id) : null;

        return
        [
            .. report.Facts.Where(f => f.Type is "budget" or "investment" or "target")
                .Select(f => (Year: YearOf(Filler(f, FactTypes.Date, dates)), Won: WonOf(Filler(f, FactTypes.Amount, amounts))))
                .Where(f => f.Year is not null && f.Won is not null)
                .GroupBy(f => f.Year!, StringComparer.Ordinal)
                .OrderBy(y => y.Key, StringComparer.Ordinal)
                .Select(y => (y.Key, Math.Round(y.Sum(f => f.Won!.Value) / Unit, 2))),
        ];
    }

    private static string? YearOf(DateItem? date) =>
        date is { From: { Length: 10 } from, Until: { Length: 10 } until } && from[..4] == until[..4] ? from[..4] : null;

    // A number so long that it is no money would not fit.
    private static decimal? WonOf(Amount? amount) =>
        amount is { Unit: "KRW", Low: { Length: < 22 } low } && low == amount.High && decimal.TryParse(low, NumberStyles.Number, CultureInfo.InvariantCulture, out var won) ? won : null;
}
