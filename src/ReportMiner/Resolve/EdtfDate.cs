using System.Globalization;

namespace ReportMiner.Resolve;

/// <summary>
/// A date of ISO 8601-2 (EDTF) as precise as it is stated: decade, year, season, quarter, half, month or day.
/// The code in the month's place is the standard's: 21–24 seasons, 33–36 quarters, 40–41 halves.
/// </summary>
internal readonly record struct EdtfDate(int Year, int? Month = null, int? Day = null, bool Decade = false)
{
    private const int FirstSeason = 21;
    private const int FirstQuarter = 33;
    private const int FirstHalf = 40;

    public static EdtfDate OfSeason(int year, int season) => new(year, FirstSeason - 1 + season);

    public static EdtfDate OfQuarter(int year, int quarter) => new(year, FirstQuarter - 1 + quarter);

    public static EdtfDate OfHalf(int year, int half) => new(year, FirstHalf - 1 + half);

    /// <summary>The quarter this date is or lies in; null if it is less precise.</summary>
    public int? Quarter => Month switch
    {
        >= 1 and <= 12 => ((Month.Value - 1) / 3) + 1,
        >= FirstQuarter and < FirstQuarter + 4 => Month - FirstQuarter + 1,
        _ => null,
    };

    /// <summary>The calendar month, if that is stated.</summary>
    public int? CalendarMonth => Month is >= 1 and <= 12 ? Month : null;

    /// <summary>Whether such a day exists.</summary>
    public bool Exists => Year is >= 1 and <= 9998 && (Day is null || (CalendarMonth is { } m && Day >= 1 && Day <= DateTime.DaysInMonth(Year, m)));

    /// <summary>First day.</summary>
    public DateOnly From => Decade ? new(Year, 1, 1) : new(Year, Span.First, Day ?? 1);

    /// <summary>Last day.</summary>
    public DateOnly Until => Decade ? new(Year + 9, 12, 31)
        : Day is not null ? From
        : new DateOnly(Year, Span.First, 1).AddMonths(Span.Count).AddDays(-1);

    private (int First, int Count) Span => Month switch
    {
        null => (1, 12),
        FirstSeason + 3 => (12, 3),
        >= FirstSeason and < FirstSeason + 3 => (3 + ((Month.Value - FirstSeason) * 3), 3),
        >= FirstQuarter and < FirstQuarter + 4 => (1 + ((Month.Value - FirstQuarter) * 3), 3),
        FirstHalf => (1, 6),
        FirstHalf + 1 => (7, 6),
        _ => (Month.Value, 1),
    };

    /// <summary>Reads <c>yyyy</c>, <c>yyyy-MM</c> or <c>yyyy-MM-dd</c>; null for anything else.</summary>
    public static EdtfDate? Parse(string? text) => ParseCoded(text ?? "") is { Decade: false, Month: null or (>= 1 and <= 12) } date ? date : null;

    /// <summary>Reads all that <see cref="ToString"/> writes: also decades, seasons, quarters and halves. Null for anything else.</summary>
    public static EdtfDate? ParseCoded(string text)
    {
        if (text is [_, _, _, 'X'])
        {
            return int.TryParse(text.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var tens) && tens > 0 ? new EdtfDate(tens * 10, Decade: true) : null;
        }

        var parts = text.Split('-');
        var numbers = new int[3];
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 2 || parts[i].Length != (i == 0 ? 4 : 2) || !int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return null;
            }
        }

        var date = new EdtfDate(numbers[0], parts.Length > 1 ? numbers[1] : null, parts.Length > 2 ? numbers[2] : null);
        var known = date.Month is null or (>= 1 and <= 12) or (>= FirstSeason and < FirstSeason + 4) or (>= FirstQuarter and < FirstQuarter + 4) or FirstHalf or (FirstHalf + 1);
        return known && date.Exists ? date : null;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        Decade ? string.Create(CultureInfo.InvariantCulture, $"{Year / 10:000}X")
        : Month is null ? string.Create(CultureInfo.InvariantCulture, $"{Year:0000}")
        : Day is null ? string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}")
        : string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}-{Day:00}");
}
