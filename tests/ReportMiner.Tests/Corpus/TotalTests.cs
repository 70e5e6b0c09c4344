using ReportMiner.Corpus;
using ReportMiner.Documents;
using Xunit;

namespace ReportMiner.Tests.Corpus;

public sealed class TotalTests
{
    private static TotalRow Total(ReportCorpus corpus, string of, string by, string? currency = null, string? ministry = null, string? category = null, string? year = null) =>
        Assert.Single(corpus.Totals, t => t.Of == of && t.By == by && t.Currency == currency && t.Ministry == ministry && t.Category == category && t.Year == year);

    [Xunit.Fact]
    public void Currencies_are_never_added()
    {
        var corpus = CorpusDraft.Join(new CorpusDraft("가")
            .Fact("budget", "관측선 건조", "300", "KRW", "2024")
            .Fact("budget", "항만 정비", "20", "USD", "2024")
            .Fact("budget", "어장 정화", "50", "KRW", "2024"));
        Assert.Equal(("350", 2), (Total(corpus, "budget", "all", "KRW").High, Total(corpus, "budget", "all", "KRW").Statements));
        Assert.Equal("20", Total(corpus, "budget", "year", "USD", year: "2024").High);
        Assert.All(corpus.Totals, t => Assert.Contains(" / ", t.Meaning, StringComparison.Ordinal));
    }

    [Xunit.Fact]
    public void What_is_said_again_counts_once_and_names_its_ministry_and_year_though_not_every_report_does()
    {
        var corpus = CorpusDraft.Join(
            new CorpusDraft("가").Fact("budget", "연안 관측선 건조", "23100", "KRW", "2024", actor: "해수부"),
            new CorpusDraft("나").Fact("budget", "관측선 건조", "23100", "KRW", null),
            new CorpusDraft("다").Fact("budget", "관측선 건조", "23100", "KRW", "2025"));
        Assert.Equal(("46200", 2, 1, 3), (Total(corpus, "budget", "all", "KRW").High, Total(corpus, "budget", "all", "KRW").Statements, Total(corpus, "budget", "all", "KRW").Restated, Total(corpus, "budget", "all", "KRW").Reports));
        Assert.Equal("23100", Total(corpus, "budget", "ministry+year", "KRW", "해양수산부", year: "2024").High);
        Assert.DoesNotContain(corpus.Totals, t => t is { Of: "budget", By: "year", Year: null });
    }

    [Xunit.Fact]
    public void The_sum_of_the_figures_beside_it_is_left_out_and_so_are_limits_and_figures_for_each()
    {
        var corpus = CorpusDraft.Join(new CorpusDraft("가")
            .Fact("budget", "항만 정비", "300", "KRW", "2024")
            .Fact("budget", "국비", "200", "KRW", "2024", sameLine: true)
            .Fact("budget", "지방비", "100", "KRW", "2024", sameLine: true)
            .Fact("budget", "창업 지원", "7", "KRW", "2024", modifier: AmountModifier.AtMost)
            .Fact("budget", "근속 장려", "9", "KRW", "2024", measure: "1인당")
            .Fact("budget", "합계", "317", "KRW", "2024"));
        Assert.Equal(("300", 2), (Total(corpus, "budget", "all", "KRW").High, Total(corpus, "budget", "all", "KRW").Statements));
    }

    [Xunit.Fact]
    public void Round_figures_that_add_up_by_chance_all_count() =>
        Assert.Equal("600", Total(CorpusDraft.Join(new CorpusDraft("가").Fact("budget", "항만 정비", "300", "KRW", "2024").Fact("budget", "어장 정화", "200", "KRW", "2024").Fact("budget", "섬 통학선", "100", "KRW", "2024")), "budget", "all", "KRW").High);

    [Xunit.Fact]
    public void The_years_of_a_total_count_by_year_and_the_total_over_all_years()
    {
        var corpus = CorpusDraft.Join(new CorpusDraft("가").Fact("budget", "항만 정비", "900", "KRW", "2024/2026").Fact("budget", "항만 정비", "310", "KRW", "2024"));
        Assert.Equal("900", Total(corpus, "budget", "all", "KRW").High);
        Assert.Equal("310", Total(corpus, "budget", "year", "KRW", year: "2024").High);
        Assert.Equal("900", Total(corpus, "budget", "year", "KRW", year: "2024/2026").High);
    }

    [Xunit.Fact]
    public void Recommendations_count_by_ministry_category_and_year_and_the_same_words_once()
    {
        var corpus = CorpusDraft.Join(
            new CorpusDraft("가", "2023-04", "해양수산부").Advice("관측선을 더 짓는다", "r&d").Advice("항만 자료를 연다", "data-infrastructure", "행안부", "기상청"),
            new CorpusDraft("나", "2024").Advice("관측선을  더 짓는다", "r&d"));
        Assert.Equal((2, 1), (Total(corpus, "recommendation", "all").Statements, Total(corpus, "recommendation", "all").Restated));
        Assert.Equal(1, Total(corpus, "recommendation", "ministry", ministry: "해양수산부").Statements);
        Assert.Equal(1, Total(corpus, "recommendation", "ministry+category", ministry: "행정안전부", category: "data-infrastructure").Statements);
        Assert.Equal(1, Total(corpus, "recommendation", "year", year: "2024").Statements);
        Assert.Equal(1, Total(corpus, "report", "year", year: "2023").Statements);
    }
}
