using System.Text.RegularExpressions;

namespace ReportMiner.Read.Pdf;

/// <summary>Reads the table that <c>pdffonts</c> prints.</summary>
internal static partial class PopplerFonts
{
    /// <summary>Names of the fonts whose column <c>uni</c> says no and whose codes say nothing of the characters.</summary>
    /// <remarks>
    /// Type1 and TrueType fonts with a standard encoding need no map: their codes are characters. CID fonts
    /// with Identity-H or Identity-V, and fonts with an encoding of their own, do.
    /// </remarks>
    public static IEnumerable<string> WithoutMap(string table)
    {
        foreach (var line in table.Split('\n'))
        {
            if (Row().Match(line) is { Success: true } row
                && row.Groups["uni"].ValueSpan is "no"
                && row.Groups["encoding"].ValueSpan is "Identity-H" or "Identity-V" or "Custom" or "Builtin"
                && row.Groups["name"].Value.TrimEnd() is var name && !PdfFont.IsSymbols(name))
            {
                yield return name;
            }
        }
    }

    [GeneratedRegex(@"^(?<name>.{1,200}?) +(?:Type 1C?(?: \(OT\))?|Type 3|TrueType(?: \(OT\))?|CID Type 0C?(?: \(OT\))?|CID TrueType(?: \(OT\))?|unknown) +(?<encoding>[\w-]{1,40}) +(?:yes|no) +(?:yes|no) +(?<uni>yes|no) ", RegexOptions.CultureInvariant)]
    private static partial Regex Row();
}
