using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Learn;
using Xunit;

namespace ReportMiner.Tests.Learn;

public sealed class FactComparisonTests
{
    private static readonly string Text = new('가', 200);

    [Fact]
    public void A_fact_with_its_figure_is_right_whatever_else_fills_its_roles()
    {
        var evaluation = Compare([Statistic("이용자 수", "320만 명", "2024년")], [Statistic("체험 시설", "320만 명", "2023년")]);
        Assert.Equal(new Counts(1, 0, 0), evaluation["FACT"].Counts);
        Assert.Equal(new Counts(1, 0, 0), evaluation["FACT.statistic"].Counts);
        Assert.Equal(new Counts(1, 2, 2), evaluation["FACT-args"].Counts);
        Assert.Equal(new Counts(1, 0, 0), evaluation["FACT-args.amount"].Counts);
        Assert.Equal(new Counts(0, 1, 1), evaluation["FACT-args.object"].Counts);
        Assert.Equal(new Counts(0, 1, 1), evaluation["FACT-args.date"].Counts);
        Assert.Equal(["FACT-args.date", "FACT-args.object"], evaluation.Errors.Select(e => e.Row));
    }

    [Fact]
    public void Phrases_need_only_be_alike_but_figures_the_same()
    {
        var evaluation = Compare([Statistic("치유의 숲 이용자", "320만 명")], [Statistic("치유의 숲의 이용자", "320만 명")]);
        Assert.Equal(new Counts(2, 0, 0), evaluation["FACT-args"].Counts);
        evaluation = Compare([Statistic("치유의 숲 이용자", "320만 명")], [Statistic("치유의 숲 이용자", "320만 명쯤")]);
        Assert.Equal(new Counts(0, 1, 1), evaluation["FACT"].Counts);
        Assert.Equal(new Counts(0, 2, 2), evaluation["FACT-args"].Counts);
    }

    [Fact]
    public void Of_two_facts_with_one_figure_each_meets_the_one_it_shares_most_with()
    {
        var (first, second) = (Statistic("등대 관람객", "12%"), Statistic("어촌 숙박업소", "12%"));
        Assert.Equal(new Counts(4, 0, 0), Compare([first, second], [second, first])["FACT-args"].Counts);
    }

    [Fact]
    public void Without_a_figure_type_and_a_role_must_agree()
    {
        var right = Make("partnership", ("parties", "해양관리원"), ("object", "갯벌 조사"));
        Assert.Equal(1, Compare([right], [Make("partnership", ("parties", "해양관리원"))])["FACT"].Counts.F1);
        Assert.Equal(new Counts(0, 1, 1), Compare([right], [Make("partnership", ("parties", "바다연구회"))])["FACT"].Counts);
        var other = Compare([right], [Make("release", ("object", "갯벌 조사"))]);
        Assert.Equal(new Counts(0, 1, 1), other["FACT"].Counts);
        Assert.Equal(new Counts(0, 0, 1), other["FACT.partnership"].Counts);
        Assert.Equal(new Counts(0, 1, 0), other["FACT.release"].Counts);
    }

    [Fact]
    public void The_same_figure_at_another_place_is_another_fact()
    {
        var fact = Statistic("이용자 수", "320만 명");
        Assert.Equal(new Counts(0, 1, 1), Compare([fact], [fact with { Start = 100, End = 120 }])["FACT"].Counts);
    }

    [Fact]
    public void Confidences_of_facts_are_measured()
    {
        var (right, wrong) = (Statistic("이용자 수", "320만 명") with { Confidence = 0.8 }, Statistic("면적", "3ha") with { Confidence = 0.6 });
        Assert.Equal((0.2 + 0.6) / 2, Compare([right], [right, wrong]).Calibrations["FACT"].Error, 9);
    }

    [Fact]
    public void Types_that_are_not_known_have_rows_too()
    {
        Assert.Equal(new Counts(0, 0, 1), Compare([Make("merger", ("object", "두 조합"))], [])["FACT.merger"].Counts);
    }

    private static Fact Statistic(string thing, string figure, string? date = null) =>
        Make("statistic", [("object", thing), ("amount", figure), .. date is null ? [] : ((string, string)[])[("date", date)]]);

    private static Fact Make(string type, params (string Role, string Text)[] arguments) => new()
    {
        Id = "x1",
        Start = 10,
        End = 60,
        Type = type,
        Arguments = arguments.ToImmutableSortedDictionary(a => a.Role, a => ImmutableArray.Create(new FactArgument(a.Text, null)), StringComparer.Ordinal),
        Confidence = 0.9,
        Source = "model:facts",
    };

    private static Evaluation Compare(Fact[] right, Fact[] found)
    {
        var builder = new EvaluationBuilder();
        builder.Begin("a", Text);
        FactComparison.Compare(builder, [.. right.Select(f => ComparedFact.Of(f, f.Start, f.End))], [.. found.Select(f => ComparedFact.Of(f, f.Start, f.End))]);
        return builder.Build();
    }
}
