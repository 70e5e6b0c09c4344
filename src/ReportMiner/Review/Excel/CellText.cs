using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ReportMiner.Review.Excel;

/// <summary>
/// Texts in cells of a workbook or a CSV file. XML forbids some characters; a workbook writes them as <c>_xHHHH_</c>
/// (ECMA-376 part 1, 22.9.2.19 ST_Xstring).
/// </summary>
public static partial class CellText
{
    /// <summary>So many characters fit in a cell of a workbook.</summary>
    internal const int Longest = 32_767;

    private const string CutMark = " …(잘림 cut)";

    /// <summary>The text, or where it does not fit in a cell its beginning with a mark.</summary>
    internal static string Cut(string text)
    {
        if (text.Length <= Longest)
        {
            return text;
        }

        var end = Longest - CutMark.Length;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + CutMark;
    }

    /// <summary>As an XML part of a workbook has it.</summary>
    internal static string ToXml(string text)
    {
        StringBuilder? escaped = null;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var paired = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (paired || !(c < ' ' && c is not ('\t' or '\n') || char.IsSurrogate(c) || c >= '\uFFFE' || (c == '_' && EscapeHere().IsMatch(text, i))))
            {
                escaped?.Append(c);
                if (paired)
                {
                    i++;
                    escaped?.Append(text[i]);
                }
            }
            else
            {
                escaped ??= new StringBuilder(text, 0, i, text.Length + 16);
                escaped.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
            }
        }

        return escaped?.ToString() ?? text;
    }

    /// <summary>The text that an XML part of a workbook has.</summary>
    internal static string FromXml(string text) =>
        text.Contains("_x", StringComparison.Ordinal)
            ? Escape().Replace(text, m => ((char)int.Parse(m.ValueSpan[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString())
            : text;

    /// <summary>As it may stand in a CSV file: spreadsheets take what begins like this for a formula. What begins with an apostrophe gets one too, so that <see cref="FromCsv"/> can tell.</summary>
    public static string? ToCsv(string? text) => text is { Length: > 0 } && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\'' ? "'" + text : text;

    /// <summary>The text that a CSV file has, whether or not a spreadsheet has saved it.</summary>
    public static string FromCsv(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text is ['\'', ..] ? text[1..] : text;
    }

    /// <summary>What is left of a text when programs and people have saved it: white space folded, without characters that are not printed.</summary>
    internal static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                {
                    folded.Append(' ');
                }
            }
            else if (!char.IsControl(c) && c < '\uFFFD')
            {
                folded.Append(c);
            }
        }

        return folded.ToString().TrimEnd();
    }

    [GeneratedRegex(@"\G_x[0-9A-Fa-f]{4}_", RegexOptions.CultureInvariant)]
    private static partial Regex EscapeHere();

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
