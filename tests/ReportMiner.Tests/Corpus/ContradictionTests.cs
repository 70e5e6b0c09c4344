using ReportMiner.Corpus;
using ReportMiner.Documents;
using Xunit;

namespace ReportMiner.Tests.Corpus;

public sealed class ContradictionTests
{
    private const string Billion = "000000000";

    private static ReportCorpus Of(Action<CorpusDraft> one, Action<CorpusDraft> other)
    {
        var (a, b) = (new CorpusDraft("가", "2024-01"), new CorpusDraft("나", "2024-06"));
        one(a);
        other(b);
        return CorpusDraft.Join(a, b);
    }

    [Xunit.Fact]
    public void Two_reports_that_state_different_figures_are_named_with_their_pages()
    {
        var row = Assert.Single(Of(
            d => d.Fact("statistic", "국내 풍력 설비용량", "1240", "MW", "2023"),
            d => d.Fact("statistic", "국내 풍력 설비 용량", "980", "MW", "2023")).Contradictions);
        Assert.Equal(("국내 풍력 설비용량", "2023", "MW", 2), (row.Object, row.Edtf, row.Unit, row.Reports));
        Assert.Equal(["980MW", "1240MW"], row.Figures.Select(f => f.Amount));
        Assert.Equal([("나", "x1", 3, "2024-06"), ("가", "x1", 3, "2024-01")], row.Figures.SelectMany(f => f.Places).Select(p => (p.Report, p.Fact, p.Page!.Value, p.Published!)));
    }

    [Xunit.Fact]
    public void Object_and_measure_may_be_parted_differently() => Assert.Single(Of(
        d => d.Fact("forecast", "수소 시장", "1250" + Billion, "USD", "2030", measure: "시장 규모"),
        d => d.Fact("forecast", "수소 시장 규모", "1900" + Billion, "USD", "2030")).Contradictions);

    [Theory]
    [InlineData("265500000000", "270000000000", null)] // 2,655억 and 2,700억
    [InlineData("42.5", "43", null)]
    [InlineData("1240", "1300", AmountModifier.About)]
    [InlineData("1240", "1000", AmountModifier.Over)]
    [InlineData("1240", "1500", AmountModifier.AtMost)]
    public void Rounding_and_words_like_about_explain_a_difference(string exact, string rough, AmountModifier? modifier) => Assert.Empty(Of(
        d => d.Fact("statistic", "국내 풍력 설비용량", exact, "MW", "2023"),
        d => d.Fact("statistic", "국내 풍력 설비용량", rough, "MW", "2023", modifier: modifier)).Contradictions);

    [Theory]
    [InlineData("국내 풍력 설비용량", "2022", "MW", "statistic")]
    [InlineData("국내 풍력 설비용량", "2023/..", "MW", "statistic")]
    [InlineData("국내 풍력 설비용량", "2023", "기", "statistic")]
    [InlineData("국내 풍력 설비용량", "2023", "MW", "target")]
    [InlineData("국내 태양광 설비용량", "2023", "MW", "statistic")]
    public void Another_thing_date_unit_or_type_is_no_contradiction(string thing, string edtf, string unit, string type) => Assert.Empty(Of(
        d => d.Fact("statistic", "국내 풍력 설비용량", "1240", "MW", "2023"),
        d => d.Fact(type, thing, "980", unit, edtf)).Contradictions);

    [Xunit.Fact]
    public void What_one_report_itself_says_several_figures_of_tells_nothing_apart() => Assert.Empty(Of(
        d => d.Fact("statistic", "국내 풍력 설비용량", "1240", "MW", "2023").Fact("statistic", "국내 풍력 설비용량", "300", "MW", "2023"),
        d => d.Fact("statistic", "국내 풍력 설비용량", "980", "MW", "2023")).Contradictions);

    [Theory]
    [InlineData("예산", "KRW")]
    [InlineData("전체 예산", "KRW")]
    [InlineData("풍력 기업", "%")]
    public void What_does_not_tell_what_is_measured_is_not_compared(string thing, string unit) => Assert.Empty(Of(
        d => d.Fact("statistic", thing, "12", unit, "2023"),
        d => d.Fact("statistic", thing, "30", unit, "2023")).Contradictions);

    [Xunit.Fact]
    public void Different_sources_or_bodies_may_say_different_figures_and_one_body_under_two_names_may_not()
    {
        Assert.Empty(Of(
            d => d.Fact("forecast", "세계 풍력 시장 규모", "1250" + Billion, "USD", "2030", source: "가람리서치"),
            d => d.Fact("forecast", "세계 풍력 시장 규모", "1900" + Billion, "USD", "2030", source: "누리컨설팅")).Contradictions);
        Assert.Single(Of(
            d => d.Fact("budget", "풍력 실증사업", "132" + Billion, "KRW", "2025", actor: "산업부"),
            d => d.Fact("budget", "풍력 실증사업", "96" + Billion, "KRW", "2025", actor: "산업통상자원부")).Contradictions);
    }

    [Xunit.Fact]
    public void Unsure_facts_are_not_compared() => Assert.Empty(Of(
        d => d.Fact("statistic", "국내 풍력 설비용량", "1240", "MW", "2023"),
        d => d.Fact("statistic", "국내 풍력 설비용량", "980", "MW", "2023", confidence: 0.4)).Contradictions);
}
