using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportMiner.Resources;

namespace ReportMiner.Segment;

/// <summary>The patterns of <c>rules/structure.json</c>, compiled.</summary>
internal sealed class StructureRules
{
    public const string FileName = "rules/structure.json";

    public StructureRules(ResourceDirectory resources)
    {
        var file = resources.ReadJson<RuleFile>(FileName);
        Families = [.. file.Families.Select((f, i) => new MarkerFamily(f.Id, Compile(f.Pattern), f.Rank, f.Heading, i))];
        CaptionLabelled = Compile(file.Caption.Labelled);
        CaptionBare = Compile(file.Caption.Bare);
        CaptionAngle = Compile(file.Caption.Angle);
        TableLabel = Compile(file.Caption.Table);
        Source = Compile(file.Source.Pattern);
        HeadedItem = Compile(file.HeadedItem.Pattern);
        BareTitle = Compile(file.BareTitle.Pattern);
        LeafTitle = Compile(file.LeafTitle.Pattern);
        EmptyBookmark = Compile(file.EmptyBookmark.Pattern);
        Ordinals = file.Ordinals.SelectMany(o => o.Select((c, i) => (c, i))).ToFrozenDictionary(o => o.c, o => o.i + 1);
        UnitLine = Compile(file.UnitLine.Pattern);
        TableUnit = Compile(file.TableUnit.Pattern);
        TocTitle = Compile(file.Toc.Title);
        TocLeader = Compile(file.Toc.Leader);
        TocEntry = Compile(file.Toc.Entry);
        PageNumber = Compile(file.Furniture.PageNumber);
        SentenceEnd = Compile(file.SentenceEnd);
        ProseEnd = Compile(file.ProseEnd);
        OpenEnd = Compile(file.OpenEnd);
        SentenceFinal = file.SentenceFinal;
        Statement = Compile(file.Statement.Pattern);
        Notes = new NoteRules(file.Notes);
        Roles = new RoleRules(file.Roles, file.RoleCues, file.Elsewhere);
        ListHead = new Regex(file.ListHead.Pattern, RegexOptions.CultureInvariant);
        NoListHead = new Regex(file.ListHead.Not, RegexOptions.CultureInvariant);
    }

    public ImmutableArray<MarkerFamily> Families { get; }

    public Regex CaptionLabelled { get; }

    public Regex CaptionBare { get; }

    public Regex CaptionAngle { get; }

    public Regex TableLabel { get; }

    public Regex Source { get; }

    /// <summary>A head with its first item in one line, as a row of a table comes out of a dump; the match is the head.</summary>
    public Regex HeadedItem { get; }

    /// <summary>Titles that customarily stand without a number.</summary>
    public Regex BareTitle { get; }

    /// <summary>Bare titles of parts that hold no numbered parts.</summary>
    public Regex LeafTitle { get; }

    /// <summary>Bookmarks that name no title: a file, a slide, a place by which a program finds its way.</summary>
    public Regex EmptyBookmark { get; }

    /// <summary>Signs that count, with their number.</summary>
    public FrozenDictionary<char, int> Ordinals { get; }

    /// <summary>A line that only states the unit of what follows.</summary>
    public Regex UnitLine { get; }

    /// <summary>A statement of unit, group <c>unit</c>.</summary>
    public Regex TableUnit { get; }

    public Regex TocTitle { get; }

    public Regex TocLeader { get; }

    public Regex TocEntry { get; }

    public Regex PageNumber { get; }

    /// <summary>What closes a statement, in prose or in noun-ending style.</summary>
    public Regex SentenceEnd { get; }

    /// <summary>What closes a sentence of prose: such a line is no title.</summary>
    public Regex ProseEnd { get; }

    /// <summary>What cannot close a statement: the next line goes on.</summary>
    public Regex OpenEnd { get; }

    /// <summary>The syllable that ends a sentence and also counts paragraphs.</summary>
    public string SentenceFinal { get; }

    /// <summary>Particles after a subject or object: a statement has them, a title seldom.</summary>
    public Regex Statement { get; }

    /// <summary>How notes open and what points to them.</summary>
    public NoteRules Notes { get; }

    /// <summary>What titles and statements tell of a section's role.</summary>
    public RoleRules Roles { get; }

    /// <summary>The bracketed lead of a list item; group <c>head</c> is what stands in the brackets.</summary>
    public Regex ListHead { get; }

    /// <summary>What in brackets is no lead: numbers, dates, amounts.</summary>
    public Regex NoListHead { get; }

    internal static Regex Compile(string pattern) => new(pattern, RegexOptions.CultureInvariant);

    internal sealed record FamilyRule(string Id, string Pattern, int? Rank, string Heading, string[] Examples, string[] CounterExamples);

    internal sealed record CaptionRule(string Labelled, string Bare, string Angle, string Table, string[] Examples, string[] CounterExamples);

    internal sealed record PatternRule(string Pattern, string[] Examples, string[] CounterExamples);

    internal sealed record ExampleRule(string Id, string Pattern, string[] Examples, string[] CounterExamples);

    internal sealed record TocRule(string Title, string Leader, string Entry, string[] Examples, string[] CounterExamples);

    internal sealed record FurnitureRule(string PageNumber, string[] Examples, string[] CounterExamples);

    internal sealed record RoleRule(string Role, string Pattern, string[]? Examples, string[]? CounterExamples, bool First = false, bool Table = false);

    internal sealed record HeadRule(string Pattern, string Not, string[] Examples, string[] CounterExamples);

    internal sealed record RuleFile(
        FamilyRule[] Families,
        CaptionRule Caption,
        PatternRule Source,
        PatternRule HeadedItem,
        PatternRule BareTitle,
        PatternRule LeafTitle,
        PatternRule EmptyBookmark,
        string[] Ordinals,
        PatternRule UnitLine,
        PatternRule TableUnit,
        TocRule Toc,
        FurnitureRule Furniture,
        string SentenceEnd,
        string ProseEnd,
        string OpenEnd,
        string SentenceFinal,
        PatternRule Statement,
        NoteRules.RuleFile Notes,
        HeadRule ListHead,
        RoleRule[] Roles,
        PatternRule Elsewhere,
        RoleRule[] RoleCues);
}
