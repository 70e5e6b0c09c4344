using ReportMiner.Documents;

namespace ReportMiner.Tag.Amounts;

/// <summary>How a numeral is written.</summary>
internal enum NumeralForm
{
    /// <summary>Opens with a digit: 1,750억, 4천500만.</summary>
    Digits,

    /// <summary>Hangul numerals only: 백만, 이십만, 수천억.</summary>
    Hangul,

    /// <summary>두, 세, 여섯 …</summary>
    Native,
}

/// <summary>A numeral in the text.</summary>
/// <param name="HasMagnitude">It holds 만, 억, 조 … or 백, 천.</param>
/// <param name="IntegerDigits">Digits before the decimal point of its first figure.</param>
/// <param name="IsVague">수천, 몇백.</param>
/// <param name="IsOdd">여 stands in or after it.</param>
internal readonly record struct Numeral(int Start, int End, NumeralForm Form, bool HasMagnitude, int IntegerDigits, bool IsVague, bool IsOdd)
{
    /// <summary>Reads the numeral that opens at an offset, as far as it goes; false if none does.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int start, int limit, out Numeral numeral)
    {
        var c = text[start];
        if (NumeralSigns.Digit(c) >= 0)
        {
            return TryReadDigits(text, start, limit, out numeral);
        }

        numeral = default;
        // Inside a word such a syllable is no numeral.
        return NumeralSigns.IsHangul(c) && (start == 0 || !NumeralSigns.IsHangul(text[start - 1])) &&
            (TryReadHangul(text, start, limit, out numeral) || TryReadNative(text, start, limit, out numeral));
    }

    private static bool TryReadDigits(ReadOnlySpan<char> text, int start, int limit, out Numeral numeral)
    {
        var i = Figure(text, start, limit, out var digits);
        var lastLarge = int.MaxValue;
        var magnitude = false;
        var odd = false;
        while (i < limit)
        {
            // Multipliers straight after the figure: 천, 백만, 천억.
            var before = i;
            i = Multipliers(text, i, limit, ref lastLarge, ref odd, out var any);
            magnitude |= any;
            if (!any || i == before)
            {
                break;
            }

            // A lower group: 1조 96억, 4천500만, 1만 5,000.
            var next = i < limit && text[i] == ' ' && text[i - 1] != NumeralSigns.Odd ? i + 1 : i;
            if (next >= limit || NumeralSigns.Digit(text[next]) < 0)
            {
                break;
            }

            var end = Figure(text, next, limit, out var more);
            var follows = end < limit && (NumeralSigns.Small.Contains(text[end]) || (NumeralSigns.Large.IndexOf(text[end]) is >= 0 and var l && l < lastLarge));
            if (more > 4 || (!follows && (next > i ? more < 3 : more > 4)))
            {
                break;
            }

            i = end;
        }

        numeral = new Numeral(start, i, NumeralForm.Digits, magnitude, digits, false, odd);
        return true;
    }

    private static int Figure(ReadOnlySpan<char> text, int i, int limit, out int integerDigits)
    {
        integerDigits = 0;
        while (i < limit && NumeralSigns.Digit(text[i]) >= 0)
        {
            i++;
            integerDigits++;
            // A comma parts thousands only before exactly three digits.
            if (i < limit && (text[i] is ',' or '，') && IsGroup(text, i + 1, limit))
            {
                i++;
            }
        }

        if (i + 1 < limit && (text[i] is '.' or '．') && NumeralSigns.Digit(text[i + 1]) >= 0)
        {
            i++;
            while (i < limit && NumeralSigns.Digit(text[i]) >= 0)
            {
                i++;
            }
        }

        return i;
    }

    private static bool IsGroup(ReadOnlySpan<char> text, int i, int limit) =>
        i + 3 <= limit && NumeralSigns.Digit(text[i]) >= 0 && NumeralSigns.Digit(text[i + 1]) >= 0 && NumeralSigns.Digit(text[i + 2]) >= 0 &&
        (i + 3 == limit || NumeralSigns.Digit(text[i + 3]) < 0);

    private static int Multipliers(ReadOnlySpan<char> text, int i, int limit, ref int lastLarge, ref bool odd, out bool any)
    {
        any = false;
        // A space may stand before 억 where a line broke, but "5 조건" is no numeral: what follows must be apart or a currency.
        if (i + 2 < limit && text[i] == ' ' && NumeralSigns.Large.Contains(text[i + 1]) && (text[i + 2] is ' ' or '원' or '명' or '여'))
        {
            i++;
        }

        while (i < limit)
        {
            var c = text[i];
            var large = NumeralSigns.Large.IndexOf(c);
            if (NumeralSigns.Small.Contains(c))
            {
                any = true;
            }
            else if (large >= 0 && large < lastLarge)
            {
                any = true;
                lastLarge = large;
            }
            else if (c == NumeralSigns.Odd && !odd && i + 1 < limit && (text[i + 1] == ' ' || NumeralSigns.Large.Contains(text[i + 1])) && any)
            {
                odd = true;
            }
            else
            {
                break;
            }

            i++;
        }

        return i;
    }

    private static bool TryReadHangul(ReadOnlySpan<char> text, int start, int limit, out Numeral numeral)
    {
        var i = start;
        var vague = NumeralSigns.Vague.Contains(text[i]);
        if (vague)
        {
            i++;
        }

        var lastLarge = int.MaxValue;
        var odd = false;
        var any = false;
        while (i < limit)
        {
            var group = i;
            if (NumeralSigns.SinoDigits.Contains(text[i]) && i + 1 < limit && (NumeralSigns.Small.Contains(text[i + 1]) || NumeralSigns.Large.Contains(text[i + 1])))
            {
                i++;
            }

            i = Multipliers(text, i, limit, ref lastLarge, ref odd, out var read);
            any |= read;
            if (!read)
            {
                i = group;
                break;
            }
        }

        numeral = default;
        if (i == start)
        {
            return false;
        }

        // A lone 억, 조 or 경 opens many words and no numeral: 억 단위, 조 편성.
        any &= vague || i - start > 1 || text[start] is '천' or '백' or '만';
        // 구조, 사조, 이경: words, not 9 × 10¹².
        any &= vague || i - start > 2 || NumeralSigns.Large.IndexOf(text[i - 1]) < 2;
        numeral = new Numeral(start, i, NumeralForm.Hangul, true, 0, vague, odd);
        return any;
    }

    private static bool TryReadNative(ReadOnlySpan<char> text, int start, int limit, out Numeral numeral)
    {
        var rest = text[start..limit];
        foreach (var (word, _, _) in NumeralSigns.Native)
        {
            if (rest.StartsWith(word, StringComparison.Ordinal))
            {
                numeral = new Numeral(start, start + word.Length, NumeralForm.Native, false, 1, false, false);
                return true;
            }
        }

        numeral = default;
        return false;
    }
}
