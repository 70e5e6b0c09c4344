using System.Collections.Immutable;

namespace ReportMiner.Review;

/// <summary>A bar of a <see cref="BarChart"/>.</summary>
/// <param name="Key">Key of its label; what is after the last full stop stands in where there is no label.</param>
/// <param name="Class">Class that colours it.</param>
internal sealed record Bar(string Key, int Value, string Class);

/// <summary>Writes a chart of lying bars as inline SVG: label, bar, number, in the order given.</summary>
internal static class BarChart
{
    private const int Row = 26;
    private const int LabelWidth = 150;
    private const int BarWidth = 230;

    public static void Write(HtmlWriter html, string titleKey, ImmutableArray<Bar> bars)
    {
        if (bars.IsEmpty)
        {
            return;
        }

        var most = Math.Max(1, bars.Max(b => b.Value));
        html.Write($"<figure class=\"chart\"><figcaption>");
        html.Label(titleKey);
        html.Write($"</figcaption><svg role=\"img\" data-label=\"{titleKey}\" viewBox=\"0 0 {LabelWidth + BarWidth + 70} {bars.Length * Row}\">\n");
        for (var i = 0; i < bars.Length; i++)
        {
            var (key, value, style) = bars[i];
            var label = Labels.All.GetValueOrDefault(key) ?? new Label(key[(key.LastIndexOf('.') + 1)..], key[(key.LastIndexOf('.') + 1)..]);
            var (top, middle) = (i * Row, (i * Row) + (Row / 2));
            // A count that is not nought shows, however small beside the greatest.
            var width = value == 0 ? 0 : Math.Max(2, (int)((long)value * BarWidth / most));
            html.Write($"<text class=\"l-ko\" x=\"{LabelWidth - 10}\" y=\"{middle}\" text-anchor=\"end\">{label.Ko}</text><text class=\"l-en\" x=\"{LabelWidth - 10}\" y=\"{middle}\" text-anchor=\"end\">{label.En}</text>");
            html.Write($"<rect class=\"bar {style}\" x=\"{LabelWidth}\" y=\"{top + 5}\" width=\"{width}\" height=\"{Row - 10}\" rx=\"2\"/><text class=\"value\" x=\"{LabelWidth + width + 8}\" y=\"{middle}\">{value}</text>\n");
        }

        html.Write($"</svg></figure>\n");
    }
}
