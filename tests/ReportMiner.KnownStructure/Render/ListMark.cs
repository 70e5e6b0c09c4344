using System.Globalization;
using System.Text.RegularExpressions;

namespace ReportMiner.KnownStructure.Render;

/// <summary>How a list counts.</summary>
internal enum MarkForm
{
    Bullet,
    Digit,
    CircledDigit,
    Roman,
    Syllable,
}

/// <summary>A marker as a word processor makes it: <c>제%1장</c> and 3 for 제3장, and the sign itself for a bullet.</summary>
/// <param name="Format">What is printed, with <c>%1</c> to <c>%9</c> for the numbers of the levels.</param>
internal sealed partial record ListMark(MarkForm Form, string Format, int Value)
{
    private const string Syllables = "가나다라마바사아자차카타파하";

    /// <param name="printed">The marker on the page.</param>
    /// <param name="level">Its level in the list, from 1; several numbers are those of the levels above it too.</param>
    public static ListMark Of(string printed, int level)
    {
        var own = "%" + level.ToString(CultureInfo.InvariantCulture);
        if (Number().Matches(printed) is { Count: > 0 } numbers)
        {
            var above = level - numbers.Count + 1;
            return new ListMark(MarkForm.Digit, Number().Replace(printed, _ => "%" + above++.ToString(CultureInfo.InvariantCulture)), int.Parse(numbers[^1].Value, CultureInfo.InvariantCulture));
        }

        if (printed.Length == 2 && Syllables.IndexOf(printed[0], StringComparison.Ordinal) is >= 0 and var syllable)
        {
            return new ListMark(MarkForm.Syllable, own + printed[1], syllable + 1);
        }

        return printed[0] switch
        {
            >= 'Ⅰ' and <= 'Ⅻ' => new ListMark(MarkForm.Roman, own + printed[1..], printed[0] - 'Ⅰ' + 1),
            >= '①' and <= '⑳' => new ListMark(MarkForm.CircledDigit, own + printed[1..], printed[0] - '①' + 1),
            _ => new ListMark(MarkForm.Bullet, printed, 0),
        };
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
