using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportMiner.Documents;

namespace ReportMiner.Segment;

/// <summary>
/// Gives each section its role: by its title; where that says nothing, by what most of its statements do; where
/// neither tells, the role of the section around it.
/// </summary>
internal sealed partial class SectionRoles(RoleRules rules)
{
    /// <summary>A section that holds this share of the report is its title, not one of its parts.</summary>
    private const double Whole = 0.8;

    private const int FewestStatements = 3;
    private const int TableVotes = 3;

    public ImmutableArray<Section> Assign(string text, ImmutableArray<Section> sections, IEnumerable<Block> blocks)
    {
        var body = blocks.Where(b => b.Kind is BlockKind.Paragraph or BlockKind.ListItem or BlockKind.Note or BlockKind.Table).ToList();
        var roles = new Dictionary<string, (SectionRole Role, bool Abroad)>(StringComparer.Ordinal);
        var given = ImmutableArray.CreateBuilder<Section>(sections.Length);
        foreach (var section in sections)
        {
            var (around, abroad) = section.Parent is null ? (SectionRole.Other, false) : roles[section.Parent];
            var told = OfTitle(section);
            var role = IsTitle(section, told, sections, text) ? SectionRole.Other : RoleOf(told, around, () => OfContent(text, Within(body, section)));
            var here = rules.Elsewhere.IsMatch(section.Title);
            if ((abroad || (here && role != told)) && role is SectionRole.Tasks or SectionRole.Plan or SectionRole.Implications)
            {
                role = SectionRole.Analysis;
            }

            roles[section.Id] = (role, abroad || here);
            given.Add(section with { Role = role });
        }

        return given.ToImmutable();
    }

    private SectionRole OfTitle(Section section)
    {
        var told = rules.OfTitle(section.Number is null ? section.Title : section.Number + " " + section.Title);
        return told == SectionRole.Other ? rules.OfTitle(section.Title) : told;
    }

    private static bool IsTitle(Section section, SectionRole told, ImmutableArray<Section> sections, string text) =>
        section.Parent is null && section.Number is null && told is not (SectionRole.Appendix or SectionRole.Summary) &&
        section.End - section.Start >= Whole * text.Length && sections.Count(s => s.Parent == section.Id) > 1;

    // Whatever an appendix holds is appendix. The parts of a chapter of tasks or of analysis do what the chapter does,
    // each in its own words.
    private static SectionRole RoleOf(SectionRole told, SectionRole around, Func<SectionRole> content)
    {
        if (around is SectionRole.Appendix or SectionRole.References)
        {
            return around;
        }

        if (told == SectionRole.Other && around is SectionRole.Other or SectionRole.Background)
        {
            told = content();
        }

        return told == SectionRole.Other ? around : told;
    }

    private static IEnumerable<Block> Within(List<Block> blocks, Section section)
    {
        for (var i = TextSpans.First(blocks.Count, i => blocks[i].Start >= section.Start); i < blocks.Count && blocks[i].Start < section.End; i++)
        {
            yield return blocks[i];
        }
    }

    /// <summary>The role that most of the statements speak for. A table speaks by its head, and only where it speaks at all.</summary>
    private SectionRole OfContent(string text, IEnumerable<Block> blocks)
    {
        var votes = new List<SectionRole>();
        foreach (var block in blocks)
        {
            var content = text[block.ContentStart..block.End];
            if (block.Kind != BlockKind.Table)
            {
                votes.AddRange(SentenceBreak().Split(content).Select(rules.OfStatement));
            }
            else if (rules.OfTable(content.Split('\n')[0]) is var role and not SectionRole.Other)
            {
                votes.AddRange(Enumerable.Repeat(role, TableVotes));
            }
        }

        var most = votes.Where(r => r != SectionRole.Other).GroupBy(r => r).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).FirstOrDefault();
        var enough = votes.Count < FewestStatements ? votes.Count : (votes.Count / 2) + 1;
        return most is not null && most.Count() >= Math.Max(1, enough) ? most.Key : SectionRole.Other;
    }

    [GeneratedRegex(@"(?<=[다임음함됨요][.?!])\s+", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceBreak();
}
