using ReportMiner.Documents;

namespace ReportMiner.Link;

/// <summary>Joins the dates that time a statement into one EDTF expression.</summary>
internal static class StatementPeriod
{
    private const string Open = "..";

    /// <summary>The widest stretch the dates cover: <c>2023/..</c> and <c>2024/..</c> give <c>2023/..</c>. Null without a resolved date.</summary>
    public static string? Join(IEnumerable<DateItem> dates)
    {
        string? single = null, low = null, high = null;
        bool first = true, same = true, openLow = false, openHigh = false;
        foreach (var date in dates)
        {
            if (date.Edtf is not { } edtf)
            {
                continue;
            }

            same = first || (same && string.Equals(single, edtf, StringComparison.Ordinal));
            single ??= edtf;
            first = false;
            var slash = edtf.IndexOf('/');
            var from = slash < 0 ? edtf : edtf[..slash];
            var until = slash < 0 ? edtf : edtf[(slash + 1)..];
            openLow |= from == Open;
            openHigh |= until == Open;
            low = from == Open ? low : Least(low, from);
            high = until == Open ? high : Most(high, until);
            low = from == Open && slash >= 0 && low is null ? null : low;
        }

        if (first || same)
        {
            return single;
        }

        var start = openLow && low is null ? Open : low;
        var end = openHigh ? Open : high;
        return start == end ? start : $"{start ?? Open}/{end ?? Open}";
    }

    private static string Least(string? a, string b) => a is null || string.CompareOrdinal(b, a) < 0 ? b : a;

    private static string Most(string? a, string b) => a is null || string.CompareOrdinal(b, a) > 0 ? b : a;
}
