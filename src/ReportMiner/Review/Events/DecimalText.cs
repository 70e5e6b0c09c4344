using System.Globalization;
using System.Text.RegularExpressions;

namespace ReportMiner.Review.Events;

/// <summary>Decimals as the contract writes them: digits, a point, a minus; no other sign.</summary>
internal static partial class DecimalText
{
    public static bool Is(string text) => Shape().IsMatch(text) && TryRead(text, out _);

    public static bool IsBelow(string text, string other) => TryRead(text, out var a) && TryRead(other, out var b) && a < b;

    private static bool TryRead(string text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);

    [GeneratedRegex(@"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
