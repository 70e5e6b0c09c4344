using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportMiner.Documents;

namespace ReportMiner.Segment;

/// <summary>The <c>roles</c> and <c>roleCues</c> of <c>rules/structure.json</c>, compiled.</summary>
internal sealed class RoleRules
{
    private readonly ImmutableArray<(SectionRole Role, Regex Pattern, bool First)> _titles;
    private readonly ImmutableArray<(SectionRole Role, Regex Pattern)> _cues;
    private readonly ImmutableArray<(SectionRole Role, Regex Pattern)> _tables;

    public RoleRules(StructureRules.RoleRule[] titles, StructureRules.RoleRule[] cues, StructureRules.PatternRule elsewhere)
    {
        _titles = [.. titles.Select(r => (Parse(r.Role), StructureRules.Compile(r.Pattern), r.First))];
        _cues = [.. cues.Where(r => !r.Table).Select(r => (Parse(r.Role), StructureRules.Compile(r.Pattern)))];
        _tables = [.. cues.Where(r => r.Table).Select(r => (Parse(r.Role), StructureRules.Compile(r.Pattern)))];
        Elsewhere = StructureRules.Compile(elsewhere.Pattern);
    }

    /// <summary>Titles of what is done abroad: the plans and demands told there are the report's analysis, not its own.</summary>
    public Regex Elsewhere { get; }

    /// <summary>
    /// The role a title tells. Some words settle it wherever they stand (붙임, 참고문헌); of the others the last one
    /// counts, for a Korean title has its head at the end (현황과 시사점 draws implications).
    /// </summary>
    public SectionRole OfTitle(string title)
    {
        var found = SectionRole.Other;
        var last = -1;
        foreach (var (role, pattern, first) in _titles)
        {
            if (first && pattern.IsMatch(title))
            {
                return role;
            }

            foreach (Match match in pattern.Matches(title))
            {
                if (match.Index + match.Length > last)
                {
                    (found, last) = (role, match.Index + match.Length);
                }
            }
        }

        return found;
    }

    /// <summary>The role that a statement of a section's text speaks for.</summary>
    public SectionRole OfStatement(string statement) => First(_cues, statement);

    /// <summary>The role that the head row of a table speaks for.</summary>
    public SectionRole OfTable(string head) => First(_tables, head);

    private static SectionRole First(ImmutableArray<(SectionRole Role, Regex Pattern)> rules, string text)
    {
        foreach (var (role, pattern) in rules)
        {
            if (pattern.IsMatch(text))
            {
                return role;
            }
        }

        return SectionRole.Other;
    }

    private static SectionRole Parse(string role) => Enum.Parse<SectionRole>(role, ignoreCase: true);
}
