using System.Text;
using System.Text.RegularExpressions;

namespace ReportMiner.KnownStructure.Check;

/// <summary>Two ways to forgive differences that are none: of white space within a text, and all of it.</summary>
internal static partial class Fold
{
    /// <summary>White space folded to one space, raised digits as digits.</summary>
    public static string Spaces(string text) => White().Replace(Plain(text), " ").Trim();

    /// <summary>White space left out.</summary>
    public static string Bare(string? text) => text is null ? "" : White().Replace(Plain(text), "");

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var digit = "⁰¹²³⁴⁵⁶⁷⁸⁹".IndexOf(c, StringComparison.Ordinal);
            plain.Append(digit >= 0 ? (char)('0' + digit) : c == '⁾' ? ')' : c == '⁽' ? '(' : c);
        }

        return plain.ToString();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();
}
