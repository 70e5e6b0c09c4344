using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportMiner.Documents;

namespace ReportMiner.Tag.Recommendations;

/// <summary>Gives a statement the category whose words weigh most in it and, by a share, in the headings above it.</summary>
internal sealed class CategoryClassifier(RecommendationRules rules)
{
    private const string None = "other";
    private readonly double _sectionShare = rules.SectionShare;
    private readonly ImmutableArray<(string Name, ImmutableArray<(Regex Pattern, double Weight)> Cues)> _categories =
        [.. rules.Categories.Select(c => (c.Name, c.Cues.Select(q => (CuePattern.Compile(q.Pattern, rules.Words), q.Weight)).ToImmutableArray()))];

    /// <param name="statement">The statement's text.</param>
    /// <param name="headings">Titles of the sections it stands in, the nearest first.</param>
    public string Classify(string statement, IEnumerable<string> headings)
    {
        var scores = Scores(statement, headings);
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            // Ties go to the category listed first.
            best = scores[i] > scores[best] ? i : best;
        }

        return scores[best] > 0 ? _categories[best].Name : None;
    }

    /// <summary>What the cues say for each category.</summary>
    public ImmutableArray<double> Scores(string statement, IEnumerable<string> headings)
    {
        var scores = new double[_categories.Length];
        Weigh(statement, 1, scores);
        var share = _sectionShare;
        foreach (var heading in headings)
        {
            Weigh(heading, share, scores);
            share *= _sectionShare;
        }

        return [.. scores];
    }

    /// <summary>Titles of a section and those around it.</summary>
    public static IEnumerable<string> Headings(string? section, Dictionary<string, Section> sections)
    {
        while (section is not null && sections.TryGetValue(section, out var found))
        {
            yield return found.Title;
            section = found.Parent;
        }
    }

    private void Weigh(string text, double share, double[] scores)
    {
        for (var i = 0; i < _categories.Length; i++)
        {
            foreach (var (pattern, weight) in _categories[i].Cues)
            {
                // The second and later words of one cue say less than the first.
                var count = Math.Min(3, pattern.Count(text));
                scores[i] += share * weight * (count == 0 ? 0 : 1 + (0.3 * (count - 1)));
            }
        }
    }
}
