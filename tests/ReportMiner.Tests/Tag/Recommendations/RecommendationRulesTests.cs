using ReportMiner.Tag.Recommendations;
using Xunit;

namespace ReportMiner.Tests.Tag.Recommendations;

public sealed class RecommendationRulesTests
{
    private static readonly RecommendationRules Rules = RecommendationReport.Models.ReadJson<RecommendationRules>(RecommendationRules.ResourceName);

    public static TheoryData<string, string, bool> Examples()
    {
        var cues = new CueRule[] { Rules.ForeignSection, Rules.OtherActors, Rules.PlanDocument, Rules.ProposalDocument, Rules.DirectionColumns };
        return PatternExamples.Of(cues.Concat(Rules.Rules).Select(r => (r.Pattern, r.Examples, r.CounterExamples)));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Each_cue_finds_its_examples_and_no_counter_example(string pattern, string example, bool found)
    {
        var tail = example.TrimEnd('.');
        Assert.Equal(found, CuePattern.Compile(pattern, Rules.Words).IsMatch(pattern.EndsWith('$') ? tail : example));
    }

    [Fact]
    public void Each_category_wins_its_own_examples()
    {
        var classifier = new CategoryClassifier(Rules);
        foreach (var category in Rules.Categories)
        {
            Assert.NotEmpty(category.Examples);
            Assert.All(category.Examples, e => Assert.Equal(category.Name, classifier.Classify(e, [])));
        }
    }

    [Fact]
    public void A_statement_without_a_cue_takes_its_category_from_the_heading_above()
    {
        var classifier = new CategoryClassifier(Rules);
        Assert.Equal("other", classifier.Classify("남은 몫을 나눔", []));
        Assert.Equal("talent-education", classifier.Classify("남은 몫을 나눔", ["간호 인력 양성"]));
    }

    [Fact]
    public void Rule_ids_are_unique() =>
        Assert.Equal(Rules.Rules.Length, Rules.Rules.Select(r => r.Id).Distinct().Count());
}
