using ReportMiner.Tag.Entities;
using Xunit;

namespace ReportMiner.Tests.Tag;

public sealed class EntityRuleTests
{
    private static readonly NameRules Rules = EntityText.Models.ReadJson<NameRules>(NameRules.FileName);
    private static readonly PatternFinder Finder = new(Rules);

    public static TheoryData<string> RuleIds => [.. Rules.Rules.Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void A_rule_finds_the_names_of_its_examples(string id)
    {
        var rule = Rules.Rules.Single(r => r.Id == id);
        Assert.NotEmpty(rule.Examples);
        foreach (var example in rule.Examples)
        {
            Assert.Equal(example.Names, Find(example.Text, id));
        }
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void A_rule_finds_nothing_in_its_counter_examples(string id)
    {
        var rule = Rules.Rules.Single(r => r.Id == id);
        Assert.NotEmpty(rule.CounterExamples);
        foreach (var text in rule.CounterExamples)
        {
            Assert.Empty(Find(text, id));
        }
    }

    [Fact]
    public void Particles_are_listed_once() =>
        Assert.Equal(Rules.Particles.Length, Rules.Particles.Distinct(StringComparer.Ordinal).Count());

    private static IEnumerable<string> Find(string text, string id) =>
        Finder.Find(text, id).OrderBy(n => n.Start).Select(n => $"{n.Type.ToString().ToUpperInvariant()}|{text[n.Start..n.End]}");
}
