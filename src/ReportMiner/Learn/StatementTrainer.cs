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

    private static readonly ImmutableArray<string> Classes = [StatementModel.None, StatementModel.Recommendation];
    private static readonly ImmutableArray<string> Kinds = [StatementModel.Plan, StatementModel.Proposal];

    private readonly ImmutableArray<string> _categories = [.. resources.ReadJson<RecommendationRules>(RecommendationRules.ResourceName).Categories.Select(c => c.Name), "other"];
    private readonly RecommendationTagger _tagger = new(resources, TagEngine.Rules, model: null);

    public StudiedStatements Study(StudiedReport report, Tags tags) => _tagger.Study(report.Report, report.Metadata, tags);

    /// <summary>Which annotated recommendation each statement is, by number, or -1.</summary>
    public static int[] Match(StudiedStatements studied, ImmutableArray<MarkedRecommendation> marked)
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

    public static IEnumerable<LogisticExample> Examples(StudiedStatements studied, int[] matches, double weight, bool weighed) =>
        matches.Select((m, s) => new LogisticExample(StatementFeatures.Of(studied, s, weighed), m < 0 ? 0 : 1, weight));

    public static IEnumerable<LogisticExample> KindExamples(StudiedStatements studied, int[] matches, ImmutableArray<MarkedRecommendation> marked, double weight) =>
        matches.Select((m, s) => (m, s)).Where(p => p.m >= 0 && Kinds.Contains(marked[p.m].Kind))
            .Select(p => new LogisticExample(StatementFeatures.OfKind(studied, p.s), Kinds.IndexOf(marked[p.m].Kind), weight));

    public IEnumerable<LogisticExample> CategoryExamples(StudiedStatements studied, int[] matches, ImmutableArray<MarkedRecommendation> marked, double weight) =>
        matches.Select((m, s) => (m, s)).Where(p => p.m >= 0 && _categories.Contains(marked[p.m].Category))
            .Select(p => new LogisticExample(_tagger.CategoryFeatures(studied, p.s), _categories.IndexOf(marked[p.m].Category), weight));

    public static LinearClassifier Train(IReadOnlyList<LogisticExample> examples) =>
        LogisticTrainer.Train(Classes, examples, new LogisticSettings(Penalty: 1e-3));

    public static LinearClassifier TrainKinds(IReadOnlyList<LogisticExample> examples) =>
        LogisticTrainer.Train(Kinds, examples, new LogisticSettings(Penalty: 1e-3));

    public LinearClassifier TrainCategories(IReadOnlyList<LogisticExample> examples) =>
        LogisticTrainer.Train(_categories, examples, new LogisticSettings(Penalty: 1e-3));

    /// <summary>What the rules alone take.</summary>
    public IEnumerable<FoundStatement> ByRules(StudiedStatements studied) => _tagger.ByRules(studied);

    /// <summary>What the classifiers take.</summary>
    public IEnumerable<FoundStatement> ByModel(StudiedStatements studied, StatementModel model, bool weighed) => _tagger.ByModel(studied, model, weighed);

    // The stars of notes are no words.
    private static HashSet<(char, char)> Pairs(string text) => CharacterPairs.Of(CharacterPairs.Fold(text).Replace("*", "", StringComparison.Ordinal));
}
