using System.Globalization;
using ReportMiner.Documents;

namespace ReportMiner.Corpus;

/// <summary>The values a figure may stand for: as exact as it is printed, and as open as the word beside it says.</summary>
internal readonly record struct FigureRange(decimal Low, decimal High)
{
    /// <summary>What 약 may be off by.</summary>
    private const decimal About = 0.1m;

    /// <summary>So many digits a reader takes for exact although they are noughts.</summary>
    private const int ExactDigits = 2;

    /// <summary>Longer numbers do not fit in a decimal.</summary>
    private const int MostDigits = 24;

    public bool IsApartFrom(FigureRange other) => High < other.Low || other.High < Low;

    /// <summary>The values of decimals as the contract writes them; null where they do not fit.</summary>
    public static FigureRange? Of(string low, string high, AmountModifier? modifier)
    {
        if (Read(low) is not { } least || Read(high) is not { } most)
        {
            return null;
        }

        var (below, above) = (Rounding(low), Rounding(high));
        return modifier switch
        {
            AmountModifier.About => new(least - (Math.Abs(least) * About) - below, most + (Math.Abs(most) * About) + above),
            AmountModifier.AtLeast or AmountModifier.Over => new(least - below, decimal.MaxValue),
            AmountModifier.AtMost or AmountModifier.Under => new(decimal.MinValue, most + above),
            _ => new(least - below, most + above),
        };
    }

    /// <summary>A decimal as the contract writes it; null where it is none or too long.</summary>
    public static decimal? Read(string? text) =>
        text is { Length: <= MostDigits } && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>Half of the unit a number is rounded to: its last decimal, or the noughts at its end but for the first two digits.</summary>
    private static decimal Rounding(string number)
    {
        var digits = number.TrimStart('-');
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var noughts = point >= 0 ? point + 1 - digits.Length : Math.Clamp(digits.Length - digits.TrimEnd('0').Length, 0, Math.Max(0, digits.Length - ExactDigits));
        var half = 0.5m;
        for (var i = 0; i < Math.Abs(noughts); i++)
        {
            half = noughts > 0 ? half * 10 : half / 10;
        }

        return half;
    }
}
