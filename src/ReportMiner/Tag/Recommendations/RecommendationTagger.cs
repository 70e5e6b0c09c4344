using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportMiner.Documents;
using ReportMiner.Resources;

namespace ReportMiner.Tag.Recommendations;

/// <summary>Finds proposals and plans by weighed cues. Thread-safe.</summary>
internal sealed class RecommendationTagger
{
    private readonly RecommendationRules _rules;
    private readonly StatementReader _reader;
    private readonly StatementScorer _scorer;
    private readonly CategoryClassifier _categories;
    private readonly Regex _planDocument;
    private readonly Regex _proposalDocument;

    public RecommendationTagger(ResourceDirectory resources)
    {
        _rules = resources.ReadJson<RecommendationRules>(RecommendationRules.ResourceName);
        _reader = new StatementReader(_rules);
        _scorer = new StatementScorer(_rules);
        _categories = new CategoryClassifier(_rules);
        _planDocument = CuePattern.Compile(_rules.PlanDocument.Pattern, _rules.Words);
        _proposalDocument = CuePattern.Compile(_rules.ProposalDocument.Pattern, _rules.Words);
    }

    /// <summary>Finds the statements; actors, period, status and amounts are left to Link.</summary>
    public ImmutableArray<Recommendation> Tag(SegmentedReport report, Metadata metadata, Tags tags)
    {
        var statements = _reader.Read(report);
        var scores = _scorer.Score(report, statements, metadata, tags);
        var taken = Enumerable.Range(0, statements.Length)
            .Where(i => StatementScorer.Probability(scores[i].Sum) >= _rules.Threshold)
            .ToImmutableArray();
        var lean = DocumentLean(report, metadata, scores, taken);
        var sections = report.Sections.ToDictionary(s => s.Id);
        var found = ImmutableArray.CreateBuilder<Recommendation>(taken.Length);
        foreach (var i in taken)
        {
            var statement = statements[i];
            found.Add(new Recommendation
            {
                Id = "r" + (found.Count + 1),
                Start = statement.Start,
                End = statement.End,
                Page = report.Places.PageOf(statement.Start, statement.End),
                Boxes = report.Places.BoxesOf(statement.Start, statement.End),
                Confidence = Math.Round(StatementScorer.Probability(scores[i].Sum), 3),
                Source = "rule:" + scores[i].LeadingRule,
                Text = statement.Text,
                Kind = lean + scores[i].Plan - scores[i].Proposal > 0 ? RecommendationKind.Plan : RecommendationKind.Proposal,
                Category = _categories.Classify(statement.Text, CategoryClassifier.Headings(statement.Block.Section, sections)),
                Actors = [],
                Period = null,
                Status = null,
                Amounts = [],
                Section = statement.Block.Section,
            });
        }

        return found.MoveToImmutable();
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
