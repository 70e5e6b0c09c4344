using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportMiner.Classify;
using ReportMiner.Documents;
using ReportMiner.Resources;

namespace ReportMiner.Tag.Recommendations;

/// <summary>Finds proposals and plans: by weighed cues, or by classifiers that have the cues among their features. Thread-safe.</summary>
internal sealed class RecommendationTagger
{
    /// <summary>The probability from which the model takes a statement.</summary>
    public const double Threshold = 0.35;

    private readonly TagEngine _engine;
    private readonly StatementModel? _model;
    private readonly RecommendationRules _rules;
    private readonly StatementReader _reader;
    private readonly StatementScorer _scorer;
    private readonly CategoryClassifier _categories;
    private readonly Regex _planDocument;
    private readonly Regex _proposalDocument;

    public RecommendationTagger(ResourceDirectory resources, TagEngine engine)
        : this(
            resources,
            engine,
            new StatementModel(ClassifierFile.Read(resources, StatementModel.StatementFile), ClassifierFile.Read(resources, StatementModel.KindFile), ClassifierFile.Read(resources, StatementModel.CategoryFile)))
    {
    }

    /// <summary>With classifiers of one's own; null where rules alone are asked.</summary>
    public RecommendationTagger(ResourceDirectory resources, TagEngine engine, StatementModel? model)
    {
        _engine = engine;
        _model = model;
        _rules = resources.ReadJson<RecommendationRules>(RecommendationRules.ResourceName);
        _reader = new StatementReader(_rules);
        _scorer = new StatementScorer(_rules);
        _categories = new CategoryClassifier(_rules);
        _planDocument = CuePattern.Compile(_rules.PlanDocument.Pattern, _rules.Words);
        _proposalDocument = CuePattern.Compile(_rules.ProposalDocument.Pattern, _rules.Words);
    }

    /// <summary>Parts a report into statements and weighs them by the rules.</summary>
    public StudiedStatements Study(SegmentedReport report, Metadata metadata, Tags tags)
    {
        var statements = _reader.Read(report);
        var scores = _scorer.Score(report, statements, metadata, tags);
        ImmutableArray<int> taken = [.. Enumerable.Range(0, statements.Length).Where(i => StatementScorer.Probability(scores[i].Sum) >= _rules.Threshold)];
        return new StudiedStatements(report, metadata, tags, statements, scores, taken, DocumentLean(report, metadata, scores, taken));
    }

    /// <summary>Finds the statements; actors, period, status and amounts are left to Link.</summary>
    public ImmutableArray<Recommendation> Tag(SegmentedReport report, Metadata metadata, Tags tags)
    {
        var studied = Study(report, metadata, tags);
        return
        [
            .. Find(studied).Select((f, i) =>
            {
                var statement = studied.Statements[f.Statement];
                return new Recommendation
                {
                    Id = "r" + (i + 1),
                    Start = statement.Start,
                    End = statement.End,
                    Page = report.Places.PageOf(statement.Start, statement.End),
                    Boxes = report.Places.BoxesOf(statement.Start, statement.End),
                    Confidence = Math.Round(f.Probability, 3),
                    Source = f.Source,
                    Text = statement.Text,
                    Kind = f.Kind,
                    Category = f.Category,
                    Actors = [],
                    Period = null,
                    Status = null,
                    Amounts = [],
                    Section = statement.Block.Section,
                };
            }),
        ];
    }

    /// <summary>The features of a statement's category.</summary>
    public Feature[] CategoryFeatures(StudiedStatements studied, int at) =>
        StatementFeatures.OfCategory(studied, at, _categories.Scores(studied.Statements[at].Text, studied.Headings(studied.Statements[at])));

    /// <summary>What the engine takes.</summary>
    public IEnumerable<FoundStatement> Find(StudiedStatements studied) => _engine == TagEngine.Rules ? ByRules(studied) : ByModel(studied, _model!, weighed: true);

    /// <summary>What the rules alone take.</summary>
    public IEnumerable<FoundStatement> ByRules(StudiedStatements studied) => studied.Taken.Select(i =>
    {
        var (statement, score) = (studied.Statements[i], studied.Scores[i]);
        return new FoundStatement(
            i,
            StatementScorer.Probability(score.Sum),
            studied.Lean + score.Plan - score.Proposal > 0 ? RecommendationKind.Plan : RecommendationKind.Proposal,
            _categories.Classify(statement.Text, studied.Headings(statement)),
            "rule:" + score.LeadingRule);
    });

    /// <summary>What the classifiers take.</summary>
    /// <param name="weighed">Whether they are told the rules' own weights.</param>
    public List<FoundStatement> ByModel(StudiedStatements studied, StatementModel model, bool weighed)
    {
        var found = new FoundStatement?[studied.Statements.Length];
        // Each statement by itself: the same finds whatever the number of processors.
        Parallel.For(0, found.Length, i =>
        {
            var probability = model.Probability(StatementFeatures.Of(studied, i, weighed));
            found[i] = probability < Threshold ? null
                : new FoundStatement(i, probability, model.Kind(StatementFeatures.OfKind(studied, i)), model.Category(CategoryFeatures(studied, i)), StatementModel.Source);
        });
        return [.. found.OfType<FoundStatement>()];
    }

    /// <summary>
    /// Whether the report as a whole announces (above 0) or advises: most statements end in a bare verbal noun and take
    /// their kind from the report they stand in.
    /// </summary>
    private double DocumentLean(SegmentedReport report, Metadata metadata, ImmutableArray<StatementScore> scores, ImmutableArray<int> taken)
    {
        var plan = taken.Count(i => scores[i].Plan > scores[i].Proposal);
        var proposal = taken.Count(i => scores[i].Proposal > scores[i].Plan);
        var lean = Math.Log((plan + 1.0) / (proposal + 1.0));
        var names = string.Join('\n', new[] { metadata.Title, metadata.Subtitle, metadata.ReportNumber }.Concat(report.Sections.Select(s => s.Level == 1 ? s.Title : null)).Where(t => t is not null));
        lean += _planDocument.IsMatch(names) ? _rules.PlanDocument.Weight : 0;
        lean -= _proposalDocument.IsMatch(names) ? _rules.ProposalDocument.Weight : 0;
        return lean;
    }

}
