using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportMiner.Documents;
using ReportMiner.Resources;

namespace ReportMiner.Link;

/// <summary>Joins each recommendation to the names, dates, amounts and tags of its own statement. Thread-safe.</summary>
internal sealed class RecommendationLinker
{
    private readonly Regex _government;
    private readonly Regex _status;
    private readonly Regex _actorFollows;
    private readonly Regex _earlierWork;
    private readonly Regex _timingFollows;

    public RecommendationLinker(ResourceDirectory resources)
    {
        var rules = resources.ReadJson<LinkRules>(LinkRules.ResourceName);
        _government = Compile(rules.GovernmentNames);
        _status = Compile(rules.StatusTags);
        _actorFollows = Compile(rules.ActorFollows);
        _earlierWork = Compile(rules.EarlierWork);
        _timingFollows = Compile(rules.TimingFollows);
    }

    /// <summary>Fills actors, period, status and amounts of the statements.</summary>
    public ImmutableArray<Recommendation> Link(SegmentedReport report, ImmutableArray<Recommendation> statements, Tags tags) =>
        [.. statements.Select(s => Link(report.Text, s, tags))];

    private static Regex Compile(string pattern) =>
        new(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    private Recommendation Link(string text, Recommendation statement, Tags tags)
    {
        var status = _status.Match(statement.Text);
        return statement with
        {
            Actors = [.. TextSpans.Within(tags.Mentions, statement.Start, statement.End).Where(m => Acts(text, statement, m)).Select(m => m.Id)],
            Period = StatementPeriod.Join(TextSpans.Within(tags.Dates, statement.Start, statement.End).Where(d => Times(text, statement, d))),
            Status = status.Success ? status.Groups["status"].Value : null,
            Amounts = [.. TextSpans.Within(tags.Amounts, statement.Start, statement.End).Select(a => a.Id)],
        };
    }

    /// <summary>A public body in brackets, or a body that is the subject or the partner.</summary>
    private bool Acts(string text, Recommendation statement, Mention mention) =>
        mention.Type == EntityType.Org
        && ((Bracket(text, statement.Start, mention.Start) >= 0 && _government.IsMatch(mention.Text))
            || _actorFollows.IsMatch(text[mention.End..Math.Min(statement.End, mention.End + 16)]));

    /// <summary>
    /// A date in brackets times the statement unless the words before the bracket speak of earlier work; outside brackets
    /// it must be open (since, until), or be followed by a word that makes it a time of the action.
    /// </summary>
    private bool Times(string text, Recommendation statement, DateItem date)
    {
        var bracket = Bracket(text, statement.Start, date.Start);
        var head = bracket >= 0 ? bracket : date.Start;
        var clause = text.LastIndexOfAny([',', ';', '▲', '△'], Math.Max(statement.Start, head - 1), Math.Max(0, head - statement.Start));
        var before = text[Math.Max(clause + 1, statement.Start)..head];
        if (_earlierWork.IsMatch(before))
        {
            return false;
        }

        return bracket >= 0
            || date.Kind is DateKind.Since or DateKind.Until
            || _timingFollows.IsMatch(text[date.End..Math.Min(statement.End, date.End + 40)])
            || (date.Start - statement.Start > 2 && text[Math.Max(statement.Start, date.Start - 3)..date.Start].TrimEnd().EndsWith(':'));
    }

    /// <summary>Place of the bracket that is open at an offset, or -1.</summary>
    private static int Bracket(string text, int start, int at)
    {
        var depth = 0;
        for (var i = at - 1; i >= start; i--)
        {
            if (text[i] == ')')
            {
                depth++;
            }
            else if (text[i] == '(' && depth-- == 0)
            {
                return i;
            }
        }

        return -1;
    }
}
