using System.Globalization;
using ReportMiner.Documents;

namespace ReportMiner.Resolve;

/// <summary>A date or a stretch of dates read from EDTF: how it bounds time, its first and its last day.</summary>
internal sealed record EdtfPeriod(DateKind Kind, string? From, string? Until)
{
    private const string Open = "..";

    /// <summary>Reads <c>a</c>, <c>a/b</c>, <c>a/..</c> or <c>../b</c>; a date may be marked as about right (~). Null for anything else.</summary>
    public static EdtfPeriod? Parse(string text)
    {
        var parts = text.Split('/');
        if (parts.Length == 1)
        {
            return Date(text) is { } date ? new(DateKind.Point, Day(date.From), Day(date.Until)) : null;
        }

        return (parts.Length, Date(parts[0]), Date(parts[^1])) switch
        {
            (2, { } from, { } until) when from.From <= until.Until => new(DateKind.Range, Day(from.From), Day(until.Until)),
            (2, { } from, null) when parts[1] == Open => new(DateKind.Since, Day(from.From), null),
            (2, null, { } until) when parts[0] == Open => new(DateKind.Until, null, Day(until.Until)),
            _ => null,
        };
    }

    private static EdtfDate? Date(string text) => EdtfDate.ParseCoded(text.EndsWith('~') ? text[..^1] : text);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
