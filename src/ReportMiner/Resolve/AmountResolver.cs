using System.Collections.Immutable;
using System.Globalization;
using ReportMiner.Documents;

namespace ReportMiner.Resolve;

/// <summary>Turns the numerals of amounts into exact decimals in plain digits.</summary>
internal static class AmountResolver
{
    public static ImmutableArray<Amount> Resolve(SegmentedReport report, ImmutableArray<AmountExpression> expressions)
    {
        var amounts = ImmutableArray.CreateBuilder<Amount>(expressions.Length);
        foreach (var expression in expressions.OrderBy(e => e.Start))
        {
            var (low, high) = Bounds(expression);
            amounts.Add(new Amount
            {
                Id = "a" + (amounts.Count + 1).ToString(CultureInfo.InvariantCulture),
                Text = expression.Text,
                Start = expression.Start,
                End = expression.End,
                Page = report.Places.PageOf(expression.Start, expression.End),
                Boxes = report.Places.BoxesOf(expression.Start, expression.End),
                Low = low,
                High = high,
                Unit = expression.Unit,
                Kind = expression.Kind,
                Modifier = expression.Modifier,
                Vague = low is null,
                Confidence = expression.Confidence,
                Source = "rule:" + expression.Rule,
            });
        }

        return amounts.ToImmutable();
    }

    /// <summary>Lower and upper bound in plain digits; nulls if vague.</summary>
    internal static (string? Low, string? High) Bounds(AmountExpression expression)
    {
        NumeralValue scale = new(1, 1, 1, 1, 1);
        if (!KoreanNumeral.TryParse(expression.Low, out var first) || (expression.Scale is { } s && !KoreanNumeral.TryParse(s, out scale)))
        {
            return (null, null);
        }

        var (low, high) = (first.Low, first.High);
        if (expression.High is { } upper)
        {
            if (!KoreanNumeral.TryParse(upper, out var second))
            {
                return (null, null);
            }

            low = Shared(first, second);
            high = second.High;
        }

        try
        {
            var factor = expression.Negative ? -scale.Low : scale.Low;
            return (Plain(low * factor), Plain(high * factor));
        }
        catch (OverflowException)
        {
            return (null, null);
        }
    }

    /// <summary>
    /// In 2.6~4.4조 and 3천~5천만 the first numeral shares the multiplier of the second; in 5,000~1만 it does not. It does if
    /// it has no large multiplier itself and is no greater than the second's coefficient.
    /// </summary>
    private static decimal Shared(NumeralValue first, NumeralValue second)
    {
        if (first.Multiplier != 1)
        {
            return first.Low;
        }

        if (second.Multiplier != 1)
        {
            // 2~5천만: the 천 is shared too.
            var coefficient = first.SmallMultiplier == 1 && second.SmallMultiplier != 1 && first.Low * second.SmallMultiplier <= second.Coefficient && first.Low < 10
                ? first.Low * second.SmallMultiplier
                : first.Low;
            return coefficient <= second.Coefficient ? coefficient * second.Multiplier : first.Low;
        }

        return first.SmallMultiplier == 1 && second.SmallMultiplier != 1 && first.Low * second.SmallMultiplier <= second.Low ? first.Low * second.SmallMultiplier : first.Low;
    }

    // Decimals carry trailing zeros of their scale (12.50 × 1억); division by one in full scale strips them.
    private static string Plain(decimal value) => value == 0 ? "0" : (value / 1.0000000000000000000000000000m).ToString("0.############################", CultureInfo.InvariantCulture);
}
