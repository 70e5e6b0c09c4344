using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportMiner.Documents;

namespace ReportMiner.Tag.Recommendations;

/// <summary>The evidence of one statement.</summary>
/// <param name="Sum">The rules' logistic sum.</param>
/// <param name="LeadingRule">The rule that weighs most.</param>
/// <param name="Plan">What the cues say for a plan.</param>
/// <param name="Proposal">What they say for a proposal.</param>
/// <param name="Evidence">What was found, by name.</param>
/// <param name="Around">The mean probability of the statements round it.</param>
/// <param name="Others">The share of them that name other actors.</param>
internal readonly record struct StatementScore(double Sum, string LeadingRule, double Plan, double Proposal, ImmutableArray<string> Evidence, double Around = 0, double Others = 0);

/// <summary>Weighs statements by the rules; each one's own evidence first, then what its neighbours lend it.</summary>
internal sealed class StatementScorer(RecommendationRules rules)
{
    private readonly RecommendationRules _rules = rules;
    private readonly ImmutableArray<(EvidenceRule Rule, Regex Pattern)> _evidence = [.. rules.Rules.Select(r => (r, CuePattern.Compile(r.Pattern, rules.Words, atEnd: true)))];
    private readonly Regex _foreignSection = CuePattern.Compile(rules.ForeignSection.Pattern, rules.Words);
    private readonly Regex _otherActors = CuePattern.Compile(rules.OtherActors.Pattern, rules.Words);
    private readonly Regex _government = CuePattern.Compile(rules.GovernmentNames, rules.Words);
    private readonly ImmutableHashSet<string> _domestic = [.. rules.DomesticPlaces];

    public ImmutableArray<StatementScore> Score(SegmentedReport report, ImmutableArray<Statement> statements, Metadata metadata, Tags tags)
    {
        var sections = report.Sections.ToDictionary(s => s.Id);
        // Each statement by itself: the same sums whatever the number of processors.
        var own = new StatementScore[statements.Length];
        var others = new bool[statements.Length];
        Parallel.For(0, statements.Length, i =>
        {
            own[i] = Own(report, statements[i], sections, metadata, tags);
            others[i] = _otherActors.IsMatch(statements[i].Text);
        });
        return Lend([.. own], [.. others]);
    }

    public static double Probability(double sum) => 1 / (1 + Math.Exp(-sum));

    private StatementScore Own(SegmentedReport report, Statement statement, Dictionary<string, Section> sections, Metadata metadata, Tags tags)
    {
        double sum = _rules.Bias, plan = 0, proposal = 0, most = 0;
        var leading = "none";
        var evidence = ImmutableArray.CreateBuilder<string>();
        var ruled = false;
        foreach (var (rule, pattern) in _evidence)
        {
            var place = rule.On switch { "tail" => statement.Tail, "opener" => statement.Opener, _ => statement.Text };
            if (!pattern.IsMatch(place))
            {
                continue;
            }

            evidence.Add(rule.Id);
            ruled |= rule.On == "tail" && rule.Weight > 0;
            sum += rule.Weight;
            plan += rule.Favours == "plan" ? rule.Weight : 0;
            proposal += rule.Favours == "proposal" ? rule.Weight : 0;
            if (rule.Weight > most)
            {
                (most, leading) = (rule.Weight, rule.Id);
            }
        }

        sum += ruled ? 0 : _rules.Unruled;
        var (role, abroad) = Surroundings(statement, sections);
        evidence.AddRange("form:" + FormName(statement.Form), "role:" + role + (abroad ? ":abroad" : ""));
        sum += _rules.Forms[FormName(statement.Form)] + _rules.Roles.GetValueOrDefault(role) + (abroad ? _rules.ForeignSection.Weight : 0);
        if (statement.Form == StatementForm.Cell)
        {
            sum += _rules.DirectionColumns.Weight;
        }

        foreach (var date in TextSpans.Within(tags.Dates, statement.Start, statement.End))
        {
            if (InBrackets(report.Text, statement.Start, date.Start) && IsAhead(date, metadata.Published))
            {
                evidence.Add("datedAhead");
                sum += _rules.DatedAhead;
                plan += _rules.DatedAhead;
                break;
            }
        }

        var bodies = false;
        foreach (var mention in TextSpans.Within(tags.Mentions, statement.Start, statement.End))
        {
            if (mention.Type == EntityType.Org && !bodies && InBrackets(report.Text, statement.Start, mention.Start) && _government.IsMatch(mention.Text))
            {
                bodies = true;
                evidence.Add("governmentInBrackets");
                sum += _rules.GovernmentInBrackets;
                plan += _rules.GovernmentInBrackets;
            }
            else if (mention.Type == EntityType.Org && mention.Start - statement.Start < 3 && !_government.IsMatch(mention.Text))
            {
                evidence.Add("privateSubject");
                sum += _rules.PrivateSubject;
            }
            else if (mention.Type == EntityType.Loc && mention.Start - statement.Start < 4 && !_domestic.Contains(mention.Text))
            {
                evidence.Add("foreignSubject");
                sum += _rules.ForeignSubject;
            }
        }

        return new StatementScore(sum, leading, plan, proposal, evidence.ToImmutable());
    }

    /// <summary>The role that the sections round a statement give it, and whether they tell of other countries.</summary>
    private (string Role, bool Abroad) Surroundings(Statement statement, Dictionary<string, Section> sections)
    {
        if (statement.Block.Section is not { } id || !sections.TryGetValue(id, out var section))
        {
            return ("none", false);
        }

        // A section without a role of its own does what the one around it does; a study or a survey among the tasks of a
        // plan is a task as well.
        var role = section.Role;
        var abroad = false;
        for (var s = section; s is not null; s = s.Parent is { } p && sections.TryGetValue(p, out var parent) ? parent : null)
        {
            var inner = role is SectionRole.Other or SectionRole.Analysis or SectionRole.Background or SectionRole.Summary;
            role = role == SectionRole.Other || (inner && s.Role is SectionRole.Tasks or SectionRole.Plan or SectionRole.Implications) ? s.Role : role;
            abroad |= _foreignSection.IsMatch(s.Title);
        }

        return (RoleName(role), abroad && role is not (SectionRole.Implications or SectionRole.Tasks or SectionRole.Plan));
    }

    /// <summary>
    /// Recommendations stand together, and so do accounts of what others do: the mean probability of the statements round
    /// one is evidence for it, the share of them that name other actors evidence against it.
    /// </summary>
    private ImmutableArray<StatementScore> Lend(ImmutableArray<StatementScore> own, ImmutableArray<bool> others)
    {
        var rule = _rules.Neighbours;
        var lent = ImmutableArray.CreateBuilder<StatementScore>(own.Length);
        for (var i = 0; i < own.Length; i++)
        {
            var mean = Mean(i, rule.Reach, own.Length, j => Probability(own[j].Sum), rule.Centre);
            var share = Mean(i, _rules.OtherActors.Reach, own.Length, j => others[j] ? 1 : 0, 0);
            lent.Add(own[i] with { Sum = own[i].Sum + (rule.Weight * (mean - rule.Centre)) + (_rules.OtherActors.Weight * share), Around = mean, Others = share });
        }

        return lent.MoveToImmutable();
    }

    private static double Mean(int at, int reach, int length, Func<int, double> value, double none)
    {
        double sum = 0;
        var count = 0;
        for (var j = Math.Max(0, at - reach); j <= Math.Min(length - 1, at + reach); j++)
        {
            if (j != at)
            {
                sum += value(j);
                count++;
            }
        }

        return count == 0 ? none : sum / count;
    }

    /// <summary>Whether the last bracket opened before the place is still open.</summary>
    private static bool InBrackets(string text, int start, int at)
    {
        for (var i = at - 1; i >= start; i--)
        {
            if (text[i] is '(' or ')')
            {
                return text[i] == '(';
            }
        }

        return false;
    }

    public static bool IsAhead(DateItem date, string? published) =>
        date.Kind == DateKind.Since
        || (published is { Length: >= 4 } && date.Until is { Length: >= 4 } until && string.CompareOrdinal(until[..4], published[..4]) >= 0 && string.CompareOrdinal(until, published) >= 0);

    private static string FormName(StatementForm form) => form switch
    {
        StatementForm.Heading => "heading",
        StatementForm.ListItem => "listItem",
        StatementForm.Note => "note",
        StatementForm.Cell => "cell",
        _ => "sentence",
    };

    private static string RoleName(SectionRole role) => role switch
    {
        SectionRole.Summary => "summary",
        SectionRole.Background => "background",
        SectionRole.Analysis => "analysis",
        SectionRole.Implications => "implications",
        SectionRole.Tasks => "tasks",
        SectionRole.Plan => "plan",
        SectionRole.References => "references",
        SectionRole.Appendix => "appendix",
        _ => "other",
    };
}
