using ReportMiner.Documents;

namespace ReportMiner.Resolve;

/// <summary>A numeral's value; equal bounds unless it is a pair such as 두세.</summary>
/// <param name="Coefficient">What stands before the last large multiplier, or the whole value without one.</param>
/// <param name="Multiplier">The value of the last large multiplier, or 1.</param>
internal readonly record struct NumeralValue(decimal Low, decimal High, decimal Coefficient, decimal Multiplier, decimal SmallMultiplier);

/// <summary>Evaluates Korean numerals exactly: 1조 96억, 4천500만, 6천5백, 12.03억, 이십만, 두세.</summary>
internal static class KoreanNumeral
{
    /// <summary>False for vague numerals (수천억) and for what overflows 28 digits.</summary>
    public static bool TryParse(string numeral, out NumeralValue value)
    {
        foreach (var (word, low, high) in NumeralSigns.Native)
        {
            if (string.Equals(word, numeral, StringComparison.Ordinal))
            {
                value = new NumeralValue(low, high, low, 1, 1);
                return true;
            }
        }

        value = default;
        try
        {
            return NumeralSigns.Vague.IndexOf(numeral[0]) < 0 && TrySum(numeral, out value);
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    private static bool TrySum(string numeral, out NumeralValue value)
    {
        // total holds the closed groups of 만, 억 …; group the sum of 천, 백, 십; figure what has no multiplier yet.
        decimal total = 0, group = 0, coefficient = 0, multiplier = 1, small = 1;
        decimal? figure = null;
        for (var i = 0; i < numeral.Length; i++)
        {
            var c = numeral[i];
            if (NumeralSigns.Digit(c) >= 0)
            {
                figure = Figure(numeral, ref i);
            }
            else if (NumeralSigns.SinoDigits.IndexOf(c) is >= 0 and var digit)
            {
                figure = digit + 1;
            }
            else if (NumeralSigns.Small.IndexOf(c) is >= 0 and var power)
            {
                small = power switch { 0 => 10, 1 => 100, _ => 1000 };
                group += (figure ?? 1) * small;
                figure = null;
            }
            else if (NumeralSigns.Large.IndexOf(c) is >= 0 and var rank)
            {
                // A second multiplier without a figure (2.5억만) is a slip of the pen and adds nothing.
                if (figure is null && group == 0 && total > 0)
                {
                    continue;
                }

                multiplier = 1;
                for (var n = 0; n <= rank; n++)
                {
                    multiplier *= 10000;
                }

                coefficient = group + (figure ?? (group == 0 ? 1 : 0));
                total += coefficient * multiplier;
                (group, figure) = (0, null);
            }
            else if (c is not (' ' or NumeralSigns.Odd))
            {
                value = default;
                return false;
            }
        }

        var sum = total + group + (figure ?? 0);
        value = new NumeralValue(sum, sum, multiplier == 1 ? sum : coefficient, multiplier, small);
        return true;
    }

    private static decimal Figure(string numeral, ref int i)
    {
        decimal whole = 0, scale = 1;
        var fraction = false;
        var trailing = 0;
        for (; i < numeral.Length; i++)
        {
            var c = numeral[i];
            if (NumeralSigns.Digit(c) is >= 0 and var digit)
            {
                whole = (whole * 10) + digit;
                scale *= fraction ? 10 : 1;
                trailing++;
            }
            else if (c is '.' or '．')
            {
                fraction = true;
            }
            else if (c is not (',' or '，'))
            {
                break;
            }
        }

        i--;
        return trailing == 0 ? 0 : whole / scale;
    }
}
