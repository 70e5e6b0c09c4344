using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ReportMiner.Segment;

/// <summary>Reads the date of a cover or an imprint at the precision it is printed in.</summary>
internal sealed class PublicationDate(ImmutableArray<Regex> formats)
{
    private readonly ImmutableArray<Regex> _formats = formats;

    /// <summary>The first date of a line in EDTF, or null.</summary>
    public string? Read(string line)
    {
        foreach (var format in _formats)
        {
            var match = format.Match(line);
            if (match.Success && Edtf(match) is { } edtf)
            {
                return edtf;
            }
        }

        return null;
    }

    private static string? Edtf(Match match)
    {
        var year = Number(match, "y") ?? (Number(match, "s") is { } two ? 2000 + two : null);
        if (year is null)
        {
            return null;
        }

        if (Number(match, "m") is not { } month)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{year:0000}");
        }

        if (month is < 1 or > 12)
        {
            return null;
        }

        return Number(match, "d") switch
        {
            null => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}"),
            { } day when day >= 1 && day <= DateTime.DaysInMonth(year.Value, month) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}"),
            _ => null,
        };
    }

    private static int? Number(Match match, string group) =>
        match.Groups[group] is { Success: true } g ? int.Parse(g.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;
}
