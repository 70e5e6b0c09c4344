using System.Collections.Immutable;
using ReportMiner.Classify;

namespace ReportMiner.Tag.Recommendations;

/// <summary>
/// What the classifiers see of a statement: the rules' evidence, how it ends and begins, its words, the headings over
/// it, the names, dates and amounts in it, and the statements round it.
/// </summary>
internal static class StatementFeatures
{
    private const int LongestEnd = 6;
    private const int Reach = 2;
    private const double Scale = 4;

    /// <summary>Features that tell whether a statement is a recommendation.</summary>
    /// <param name="weighed">Whether the rules' own sum is told.</param>
    public static Feature[] Of(StudiedStatements studied, int at, bool weighed)
    {
        var (statement, score) = (studied.Statements[at], studied.Scores[at]);
        var features = new List<Feature>();
        foreach (var evidence in score.Evidence)
        {
            features.Add(new Feature(FeatureHash.Of(1, evidence)));
            features.Add(new Feature(FeatureHash.Of(2, (uint)statement.Form, evidence)));
        }

        if (weighed)
        {
            features.Add(new Feature(FeatureHash.Of(3, 0), (float)Math.Clamp(score.Sum / Scale, -2, 2)));
            features.Add(new Feature(FeatureHash.Of(3, 1), (float)Math.Clamp(score.Plan / Scale, -2, 2)));
            features.Add(new Feature(FeatureHash.Of(3, 2), (float)Math.Clamp(score.Proposal / Scale, -2, 2)));
            features.Add(new Feature(FeatureHash.Of(3, 3), (float)(score.Around * 2) - 1));
            features.Add(new Feature(FeatureHash.Of(3, 4), (float)score.Others));
            features.Add(new Feature(FeatureHash.Of(3, 5), (float)Math.Clamp(studied.Lean / Scale, -2, 2)));
            features.Add(new Feature(FeatureHash.Of(3, 6), (float)studied.Share));
        }

        Ends(features, 10, statement);
        var text = statement.Text;
        features.Add(new Feature(FeatureHash.Of(21, text.AsSpan(0, Math.Min(2, text.Length)))));
        features.Add(new Feature(FeatureHash.Of(22, text.AsSpan(0, Math.Min(4, text.Length)))));
        features.Add(new Feature(FeatureHash.Of(23, statement.Opener.AsSpan().Trim())));
        features.Add(new Feature(FeatureHash.Of(24, (uint)Math.Min(8, text.Length / 15), (uint)statement.Form)));
        features.Add(new Feature(FeatureHash.Of(25, statement.Block.Head is null ? 0u : 1)));
        Words(features, 30, text, 0.5f);
        var level = 0u;
        foreach (var heading in studied.Headings(statement).Take(3))
        {
            Words(features, 34 + (4 * level++), heading, 0.5f);
        }

        foreach (var (type, ahead) in studied.Inside(statement))
        {
            features.Add(new Feature(FeatureHash.Of(60, type, ahead)));
        }

        for (var d = -Reach; d <= Reach; d++)
        {
            if (d != 0 && at + d >= 0 && at + d < studied.Statements.Length)
            {
                var other = studied.Statements[at + d];
                features.Add(new Feature(FeatureHash.Of(70, (uint)(d + Reach), other.Tail.AsSpan(other.Tail.Length - Math.Min(2, other.Tail.Length))), 0.5f));
                features.Add(new Feature(FeatureHash.Of(71, (uint)(d + Reach), (uint)other.Form), 0.5f));
            }
        }

        return [.. features];
    }

    /// <summary>
    /// Features that tell whether a recommendation advises or announces: cues and the report's own habit only. Words
    /// would tell the fields of the texts learned from, and a bare verbal noun takes its kind from the report.
    /// </summary>
    public static Feature[] OfKind(StudiedStatements studied, int at)
    {
        var score = studied.Scores[at];
        return
        [
            .. score.Evidence.Distinct().Select(e => new Feature(FeatureHash.Of(80, e))),
            new Feature(FeatureHash.Of(81, 0), (float)Math.Clamp(studied.Lean, -4, 4)),
            new Feature(FeatureHash.Of(81, 1), (float)Math.Clamp(score.Plan - score.Proposal, -4, 4)),
            new Feature(FeatureHash.Of(82, (uint)studied.Statements[at].Form)),
        ];
    }

    /// <summary>Features that tell a recommendation's category.</summary>
    public static Feature[] OfCategory(StudiedStatements studied, int at, ImmutableArray<double> cues)
    {
        var statement = studied.Statements[at];
        var features = new List<Feature>();
        var all = cues.Sum() + 1;
        for (var c = 0u; c < cues.Length; c++)
        {
            features.Add(new Feature(FeatureHash.Of(100, c), (float)Math.Clamp(cues[(int)c] / Scale, 0, 2)));
            features.Add(new Feature(FeatureHash.Of(101, c), (float)(cues[(int)c] / all) * 4));
        }

        features.Add(new Feature(FeatureHash.Of(102, (uint)cues.IndexOf(cues.Max())), 2));

        Words(features, 110, statement.Text, 1);
        if (statement.Block.Head is { } head)
        {
            Words(features, 114, head, 1);
        }

        var level = 0u;
        foreach (var heading in studied.Headings(statement).Take(4))
        {
            Words(features, 118, heading, 0.7f / ++level);
        }

        return [.. features];
    }

    private static void Ends(List<Feature> features, uint template, Statement statement)
    {
        for (var length = 1; length <= Math.Min(LongestEnd, statement.Tail.Length); length++)
        {
            features.Add(new Feature(FeatureHash.Of(template, (uint)length, statement.Tail.AsSpan(statement.Tail.Length - length))));
            features.Add(new Feature(FeatureHash.Of(template + 1, (uint)length, statement.Text.AsSpan(statement.Text.Length - Math.Min(length, statement.Text.Length)))));
        }

        features.Add(new Feature(FeatureHash.Of(template + 2, (uint)statement.Form, statement.Tail.AsSpan(statement.Tail.Length - Math.Min(2, statement.Tail.Length)))));
        var word = statement.Tail.AsSpan(statement.Tail.LastIndexOf(' ') + 1);
        features.Add(new Feature(FeatureHash.Of(template + 3, word)));
        var before = statement.Tail.AsSpan(0, statement.Tail.Length - word.Length).TrimEnd();
        features.Add(new Feature(FeatureHash.Of(template + 4, before[(before.LastIndexOf(' ') + 1)..])));
    }

    /// <summary>The words, and the pairs of syllables at their beginnings and within them.</summary>
    private static void Words(List<Feature> features, uint template, string text, float strength)
    {
        foreach (var (start, end) in LetterRuns.Of(text))
        {
            var word = text.AsSpan(start, end - start);
            features.Add(new Feature(FeatureHash.Of(template, word), strength));
            if (word.Length > 2)
            {
                features.Add(new Feature(FeatureHash.Of(template + 1, word[..2]), strength));
                features.Add(new Feature(FeatureHash.Of(template + 2, word[..Math.Min(3, word.Length)]), strength));
            }

            for (var i = 0; i + 2 <= word.Length; i++)
            {
                features.Add(new Feature(FeatureHash.Of(template + 3, word.Slice(i, 2)), strength / 2));
            }
        }
    }
}
