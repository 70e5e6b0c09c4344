using System.Text.RegularExpressions;
using ReportMiner.Resources;
using ReportMiner.Tag.Personal;
using ReportMiner.Tests.House;
using Xunit;

namespace ReportMiner.Tests.Tag.Personal;

/// <summary>Runs the examples that stand beside the rules of personal data.</summary>
public sealed class PersonalRulesTests
{
    private static readonly ResourceDirectory Resources = ResourceDirectory.Open(Repository.PathOf("models"));
    private static readonly PersonalRules Rules = PersonalRules.Load(Resources);
    private static readonly PersonalDataFinder Finder = new(Resources);

    public static TheoryData<string> Examples => [.. Text.SelectMany(r => r.Examples)];

    public static TheoryData<string> CounterExamples => [.. Text.SelectMany(r => r.CounterExamples)];

    public static TheoryData<string, string, bool> OfCells =>
        PatternExamples.Of(new[] { Rules.ContactHead, Rules.ContactNumber }.Select(r => (Rules.Expand(r.Pattern), r.Examples, r.CounterExamples)));

    private static IEnumerable<PersonalRule> Text => Rules.Emails.Concat(Rules.Telephones);

    [Theory]
    [MemberData(nameof(Examples))]
    public void Of_an_example_what_is_marked_is_found_and_nothing_else(string example)
    {
        var text = example.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal);
        var marked = Finder.Find(text).Reverse().Aggregate(text, (t, s) => t.Insert(s.End, "⟧").Insert(s.Start, "⟦"));

        Assert.Equal(example, marked);
    }

    [Theory]
    [MemberData(nameof(CounterExamples))]
    public void In_a_counter_example_nothing_is_found(string text) => Assert.Equal(text, Finder.Mask(text));

    [Theory]
    [MemberData(nameof(OfCells))]
    public void Heads_and_numbers_of_tables_are_told_by_their_patterns(string pattern, string text, bool found) =>
        Assert.Equal(found, Regex.IsMatch(text, pattern));

    [Fact]
    public void Every_rule_has_an_example_that_no_other_rule_finds_and_a_counter_example()
    {
        foreach (var rule in Text)
        {
            Assert.NotEmpty(rule.CounterExamples);
            Assert.Contains(rule.Examples, e => Text.Where(r => r != rule).All(r => !Finds(r, e)) && Finds(rule, e));
        }
    }

    private static bool Finds(PersonalRule rule, string example) =>
        Regex.IsMatch(example.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal), Rules.Expand(rule.Pattern));
}
