using ReportMiner.Documents;
using Xunit;

namespace ReportMiner.Tests.Tag.Dates;

public sealed class DateRuleTests
{
    public static TheoryData<string, string, string, string?, string?, bool> Examples()
    {
        var rows = new TheoryData<string, string, string, string?, string?, bool>();
        foreach (var rule in DateReading.Tagger.Rules)
        {
            foreach (var example in rule.Examples)
            {
                rows.Add(rule.Id, example.Text, example.Surface, example.Edtf, example.Published, rule.Cell);
            }
        }

        return rows;
    }

    public static TheoryData<string, string> CounterExamples()
    {
        var rows = new TheoryData<string, string>();
        foreach (var rule in DateReading.Tagger.Rules.Where(r => !r.CounterExamples.IsDefault))
        {
            foreach (var text in rule.CounterExamples)
            {
                rows.Add(rule.Id, text);
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_rule_reads_its_examples(string rule, string text, string surface, string? edtf, string? published, bool cell)
    {
        var dates = cell ? DateReading.ReadCells([[text]], published) : DateReading.Read(text, published);
        Assert.Contains(("rule:" + rule, surface, edtf), dates.Select(d => (d.Source, d.Text, d.Edtf)));
        Assert.All(dates, d => Assert.Equal(d.Text, text[d.Start..d.End]));
    }

    [Theory]
    [MemberData(nameof(CounterExamples))]
    public void No_rule_finds_a_date_in_a_counter_example(string rule, string text)
    {
        var dates = DateReading.Read(text, "2023-04-14");
        Assert.True(dates.IsEmpty, $"{rule}: {string.Join(", ", dates.Select(d => $"{d.Text} ({d.Source})"))}");
    }

    [Fact]
    public void Every_rule_has_an_example_and_a_name_of_its_own()
    {
        Assert.All(DateReading.Tagger.Rules, r => Assert.NotEmpty(r.Examples));
        Assert.Distinct(DateReading.Tagger.Rules.Select(r => r.Id));
        Assert.All(DateReading.Tagger.Rules, r => Assert.InRange(r.Confidence, 0.01, 1));
    }
}
