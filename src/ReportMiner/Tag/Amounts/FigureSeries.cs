using System.Text.RegularExpressions;
using ReportMiner.Documents;

namespace ReportMiner.Tag.Amounts;

/// <summary>
/// The unit of figures that stand by themselves, as over the bars of a chart: the one last stated on a short line
/// above, as long as only figures, years and short labels come between.
/// </summary>
internal sealed partial class FigureSeries(UnitHeadReader heads)
{
    private const int Reach = 40;
    private const int LongestLabel = 40;

    private UnitHead? _unit;
    private int _left;
    private int? _page;

    /// <summary>Takes the next segment in reading order; gives the unit of its bare numbers, or null.</summary>
    public UnitHead? Next(string text, in TextSegment segment)
    {
        var span = text.AsSpan(segment.Start, segment.End - segment.Start);
        if (Figures().IsMatch(span))
        {
            return _left-- > 0 && !Years().IsMatch(span) && segment.Block.Page == _page ? _unit : null;
        }

        if (segment.Table is { } table && table.Rows.Any(r => r.Any(c => c.Length > 0 && !Figures().IsMatch(c) && heads.Stated(c).Count == 0)))
        {
            // A table with words has heads of its own.
            _left = 0;
        }
        else if (span.Length > LongestLabel || segment.Block.Kind == BlockKind.Heading)
        {
            _left = 0;
        }
        else if (heads.Stated(span.ToString()) is [var stated, ..])
        {
            (_unit, _left, _page) = (stated, Reach, segment.Block.Page);
        }

        return null;
    }

    [GeneratedRegex(@"^[\d.,%\s()+\-△▲]*\d[\d.,%\s()+\-△▲]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Figures();

    [GeneratedRegex(@"^\s*(?:(?:19|20)\d\d\s*)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Years();
}
