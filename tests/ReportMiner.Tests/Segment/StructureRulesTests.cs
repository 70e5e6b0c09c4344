using System.Text.RegularExpressions;
using ReportMiner.Documents;
using ReportMiner.Resources;
using ReportMiner.Segment;
using Xunit;

namespace ReportMiner.Tests.Segment;

public sealed class StructureRulesTests
{
    private static readonly ResourceDirectory Resources = ResourceDirectory.Open(Path.Combine(AppContext.BaseDirectory, "models"));
    private static readonly StructureRules Rules = new(Resources);
    private static readonly StructureRules.RuleFile File = Resources.ReadJson<StructureRules.RuleFile>(StructureRules.FileName);

    public static TheoryData<string, string> FamilyExamples => Rows(File.Families.SelectMany(f => f.Examples.Select(e => (f.Id, e))));

    public static TheoryData<string, string> FamilyCounterExamples => Rows(File.Families.SelectMany(f => f.CounterExamples.Select(e => (f.Id, e))));

    public static TheoryData<string, string> RoleExamples => Rows(File.Roles.SelectMany(r => (r.Examples ?? []).Select(e => (r.Role, e))));

    public static TheoryData<string, string> RoleCounterExamples => Rows(File.Roles.SelectMany(r => (r.CounterExamples ?? []).Select(e => (r.Role, e))));

    [Theory]
    [MemberData(nameof(FamilyExamples))]
    public void A_marker_is_read_as_its_kind(string family, string line) =>
        Assert.Equal(family, Rules.Families.First(f => f.Pattern.IsMatch(line)).Id);

    [Theory]
    [MemberData(nameof(FamilyCounterExamples))]
    public void What_only_looks_like_a_marker_is_not_one(string family, string line) =>
        Assert.DoesNotMatch(Rules.Families.Single(f => f.Id == family).Pattern, line);

    [Theory]
    [MemberData(nameof(RoleExamples))]
    public void A_title_tells_its_section_s_role(string role, string title) =>
        Assert.Equal(Enum.Parse<SectionRole>(role, true), Rules.Roles.OfTitle(title));

    [Theory]
    [MemberData(nameof(RoleCounterExamples))]
    public void Another_title_does_not_tell_that_role(string role, string title) =>
        Assert.NotEqual(Enum.Parse<SectionRole>(role, true), Rules.Roles.OfTitle(title));

    [Fact]
    public void Captions_sources_contents_and_page_numbers_are_told_by_their_examples()
    {
        bool Caption(string line) => Rules.CaptionLabelled.IsMatch(line) || Rules.CaptionAngle.IsMatch(line) || Rules.CaptionBare.IsMatch(line);
        Assert.All(File.Caption.Examples, e => Assert.True(Caption(e), e));
        Assert.All(File.Caption.CounterExamples, e => Assert.False(Caption(e), e));
        Check(Rules.Source, File.Source.Examples, File.Source.CounterExamples);
        Check(Rules.HeadedItem, File.HeadedItem.Examples, File.HeadedItem.CounterExamples);
        Check(Rules.BareTitle, File.BareTitle.Examples, File.BareTitle.CounterExamples);
        Check(Rules.EmptyBookmark, File.EmptyBookmark.Examples, File.EmptyBookmark.CounterExamples);
        Check(Rules.TocLeader, File.Toc.Examples, File.Toc.CounterExamples);
        Check(Rules.PageNumber, File.Furniture.Examples, File.Furniture.CounterExamples);
    }

    private static void Check(Regex pattern, string[] examples, string[] counterExamples)
    {
        Assert.All(examples, e => Assert.Matches(pattern, e));
        Assert.All(counterExamples, e => Assert.DoesNotMatch(pattern, e));
    }

    private static TheoryData<string, string> Rows(IEnumerable<(string Id, string Text)> rows)
    {
        var data = new TheoryData<string, string>();
        foreach (var (id, text) in rows)
        {
            data.Add(id, text);
        }

        return data;
    }
}
