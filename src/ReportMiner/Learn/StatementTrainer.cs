using System.Collections.Immutable;
using ReportMiner.Classify;
using ReportMiner.Documents;
using ReportMiner.Resources;
using ReportMiner.Tag.Recommendations;

namespace ReportMiner.Learn;

/// <summary>Trains the classifiers of statements: recommendation or not and of which kind, and the category.</summary>
internal sealed class StatementTrainer(ResourceDirectory resources)
{
    /// <summary>A statement is the annotated one when so many of their pairs of characters are shared, as the scorer has it.</summary>
    private const double Alike = 0.6;

    private static readonly LogisticSettings Settings = new(Penalty: 1e-3);
    private static readonly ImmutableArray<string> Classes = [StatementModel.None, StatementModel.Recommendation];
    private static readonly ImmutableArray<string> Kinds = [StatementModel.Plan, StatementModel.Proposal];

    private readonly ImmutableArray<string> _categories = [.. resources.ReadJson<RecommendationRules>(RecommendationRules.ResourceName).Categories.Select(c => c.Name), "other"];
    private readonly RecommendationTagger _tagger = new(resources, TagEngine.Rules, model: null);

    /// <summary>The statements of a report, matched with its annotated recommendations.</summary>
    public MatchedStatements Read(StudiedReport report, Tags tags)
    {
        var studied = _tagger.Study(report.Report, report.Metadata, tags);
        var marked = report.Recommendations ?? [];
        return new MatchedStatements(report, studied, marked, Match(studied, marked));
    }

    private static int[] Match(StudiedStatements studied, ImmutableArray<MarkedRecommendation> marked)
    {
        var matches = new int[studied.Statements.Length];
        Array.Fill(matches, -1);
        var statements = studied.Statements.Select(s => Pairs(s.Text)).ToList();
        var taken = new HashSet<int>();
        foreach (var (_, s, m) in marked.Select(m => Pairs(m.Text)).SelectMany((pairs, number) => statements.Select((statement, s) => (Likeness: CharacterPairs.Likeness(pairs, statement), s, number)))
            .Where(p => p.Likeness >= Alike).OrderByDescending(p => p.Likeness).ThenBy(p => p.s))
        {
            if (matches[s] < 0 && taken.Add(m))
            {
                matches[s] = m;
            }
        }

        return matches;
    }

    /// <param name="weighed">Whether the rules' own sum is told.</param>
    public static IEnumerable<LogisticExample> Examples(MatchedStatements statements, bool weighed) =>
        Taught(statements).Select(s => new LogisticExample(StatementFeatures.Of(statements.Studied, s, weighed), statements.Matches[s] < 0 ? 0 : 1, statements.Report.Weight));

    public static IEnumerable<LogisticExample> KindExamples(MatchedStatements statements) =>
        Marked(statements, m => Kinds.IndexOf(m.Kind), s => StatementFeatures.OfKind(statements.Studied, s));

    public IEnumerable<LogisticExample> CategoryExamples(MatchedStatements statements) =>
        Marked(statements, m => _categories.IndexOf(m.Category), s => _tagger.CategoryFeatures(statements.Studied, s));

    public static TrainedClassifier Train(IClassifierTrainer trainer, IReadOnlyList<LogisticExample> examples) => trainer.Train(Classes, examples, Settings);

    public static TrainedClassifier TrainKinds(IClassifierTrainer trainer, IReadOnlyList<LogisticExample> examples) => trainer.Train(Kinds, examples, Settings);

    public TrainedClassifier TrainCategories(IClassifierTrainer trainer, IReadOnlyList<LogisticExample> examples) => trainer.Train(_categories, examples, Settings);

    /// <param name="present">A classifier to start from and stay near to.</param>
    public static LinearClassifier Train(IReadOnlyList<LogisticExample> examples, LinearClassifier present) => Train(Classes, examples, present);

    public static LinearClassifier TrainKinds(IReadOnlyList<LogisticExample> examples, LinearClassifier present) => Train(Kinds, examples, present);

    public LinearClassifier TrainCategories(IReadOnlyList<LogisticExample> examples, LinearClassifier present) => Train(_categories, examples, present);

    /// <summary>What the rules alone take.</summary>
    public IEnumerable<FoundStatement> ByRules(StudiedStatements studied) => _tagger.ByRules(studied);

    /// <summary>What the classifiers take.</summary>
    public IEnumerable<FoundStatement> ByModel(StudiedStatements studied, StatementModel model, bool weighed) => _tagger.ByModel(studied, model, weighed);

    private static IEnumerable<int> Taught(MatchedStatements statements) => Enumerable.Range(0, statements.Matches.Length).Where(statements.Teaches);

    private static IEnumerable<LogisticExample> Marked(MatchedStatements statements, Func<MarkedRecommendation, int> classOf, Func<int, Feature[]> features) =>
        from s in Taught(statements)
        where statements.Matches[s] >= 0
        let known = classOf(statements.Marked[statements.Matches[s]])
        where known >= 0
        select new LogisticExample(features(s), known, statements.Report.Weight);

    private static LinearClassifier Train(ImmutableArray<string> classes, IReadOnlyList<LogisticExample> examples, LinearClassifier present) =>
        LogisticTrainer.Train(classes, examples, Settings with { Present = present });

    // The stars of notes are no words.
    private static HashSet<(char, char)> Pairs(string text) => CharacterPairs.Of(CharacterPairs.Fold(text).Replace("*", "", StringComparison.Ordinal));
}
