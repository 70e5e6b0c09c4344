using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace ReportMiner.Review.Excel;

/// <summary>What the styles of a workbook make of a number: built-in formats by id (ECMA-376 part 1, 18.8.30), others by their code.</summary>
internal sealed partial class NumberFormats
{
    private static readonly SearchValues<char> TimeSigns = SearchValues.Create("ymdhsYMDHS");

    private readonly Dictionary<int, string> _codes = [];
    private readonly List<int> _styles = [];

    /// <summary>The formats of a styles part; null for a workbook without one.</summary>
    public static NumberFormats Read(XmlReader? styles)
    {
        var formats = new NumberFormats();
        var inStyles = false;
        while (styles?.Read() == true)
        {
            switch (styles)
            {
                case { NodeType: XmlNodeType.Element, LocalName: "numFmt" } when Number(styles, "numFmtId") is { } id:
                    formats._codes[id] = styles.GetAttribute("formatCode") ?? "";
                    break;
                case { LocalName: "cellXfs" }:
                    inStyles = styles.NodeType == XmlNodeType.Element && !styles.IsEmptyElement;
                    break;
                case { NodeType: XmlNodeType.Element, LocalName: "xf" } when inStyles:
                    formats._styles.Add(Number(styles, "numFmtId") ?? 0);
                    break;
            }
        }

        return formats;
    }

    /// <summary>What a style shows a number as: date, percentage or a number.</summary>
    public CellFlaw Of(int style)
    {
        var id = style >= 0 && style < _styles.Count ? _styles[style] : 0;
        if (!_codes.TryGetValue(id, out var code))
        {
            return id is 9 or 10 ? CellFlaw.Percent : id is >= 14 and <= 22 or >= 27 and <= 36 or >= 45 and <= 47 or >= 50 and <= 58 ? CellFlaw.Date : CellFlaw.None;
        }

        var signs = Literal().Replace(code, "");
        return signs.Contains('%', StringComparison.Ordinal) ? CellFlaw.Percent
            : !signs.Contains("General", StringComparison.OrdinalIgnoreCase) && signs.AsSpan().ContainsAny(TimeSigns) ? CellFlaw.Date
            : CellFlaw.None;
    }

    private static int? Number(XmlReader xml, string attribute) =>
        int.TryParse(xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Quoted and escaped characters, colours, conditions and locales.</summary>
    [GeneratedRegex("""
        "[^"]*"|\\.|_.|\*.|\[[^\]]*\]
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Literal();
}
