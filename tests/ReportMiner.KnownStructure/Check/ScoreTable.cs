using System.Globalization;
using System.Text;

namespace ReportMiner.KnownStructure.Check;

/// <summary>Scores of groups of reports, one measure a line.</summary>
internal static class ScoreTable
{
    private const int NameWidth = 20;
    private const int ColumnWidth = 27;

    public static void Add(IDictionary<string, Dictionary<Measure, Score>> groups, string group, Comparison comparison)
    {
        if (!groups.TryGetValue(group, out var scores))
        {
            groups[group] = scores = [];
        }

        foreach (var (measure, score) in comparison.Scores)
        {
            scores[measure] = scores.GetValueOrDefault(measure) + score;
        }
    }

    /// <summary>Each column: the share of the right ones and F1 in percent, then right / true, and + the wrong or false ones.</summary>
    public static string Write(IReadOnlyDictionary<string, Dictionary<Measure, Score>> groups)
    {
        var text = new StringBuilder("".PadRight(NameWidth));
        foreach (var group in groups.Keys)
        {
            text.Append(group.TrimStart('~', ' ').PadLeft(ColumnWidth));
        }

        foreach (var measure in Enum.GetValues<Measure>())
        {
            text.Append('\n').Append(measure.ToString().PadRight(NameWidth));
            foreach (var scores in groups.Values)
            {
                var score = scores.GetValueOrDefault(measure);
                var cell = measure == Measure.Leaks
                    ? score.Wrong.ToString(CultureInfo.InvariantCulture)
                    : string.Create(CultureInfo.InvariantCulture, $"{100 * score.Share:F1} {100 * score.F1:F1} {score.Right}/{score.Total}+{score.Wrong}");
                text.Append(cell.PadLeft(ColumnWidth));
            }
        }

        return text.Append('\n').ToString();
    }
}
