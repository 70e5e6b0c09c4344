using ReportMiner.Documents;
using ReportMiner.Learn;
using ReportMiner.Tests.Samples;
using Xunit;

namespace ReportMiner.Tests.Learn;

public sealed class EvaluationTests
{
    private static Report Sample => SampleReports.Of("shipyard-plan/shipyard-plan.txt");

    [Fact]
    public void Confidences_that_are_kept_have_no_error_and_others_their_distance()
    {
        Assert.Equal(0, Calibration.Of([(0.5, true), (0.5, false), (1, true)]).Error, 9);
        Assert.Equal(0.4, Calibration.Of([(0.9, true), (0.9, false)]).Error, 9);
        Assert.Equal(0, Calibration.Of([]).Error);
    }

    [Fact]
    public void The_interval_holds_the_score_and_widens_with_the_reports_differences()
    {
        var alike = Build(Enumerable.Repeat(new Counts(8, 1, 1), 20));
        var unlike = Build(Enumerable.Range(0, 20).Select(i => i % 2 == 0 ? new Counts(16, 0, 0) : new Counts(0, 2, 2)));
        Assert.Equal(alike["ORG"].Counts, unlike["ORG"].Counts);
        Assert.Equal(alike["ORG"].Low, alike["ORG"].High);
        Assert.True(unlike["ORG"].Low < unlike["ORG"].Counts.F1 && unlike["ORG"].Counts.F1 < unlike["ORG"].High);
        Assert.Equal(Build(Enumerable.Repeat(new Counts(8, 1, 1), 20))["ORG"], alike["ORG"]);
    }

    [Fact]
    public void A_report_compared_with_itself_is_all_right()
    {
        var report = Sample;
        var evaluation = ReportComparison.Compare([("a", report, report)]);
        Assert.NotEmpty(evaluation.Rows);
        Assert.All(evaluation.Rows, r => Assert.Equal(1, r.Counts.F1));
        Assert.Empty(evaluation.Errors);
    }

    [Fact]
    public void A_report_that_was_not_made_has_found_nothing()
    {
        var evaluation = ReportComparison.Compare([("a", Sample, null)]);
        Assert.All(evaluation.Rows, r => Assert.Equal(0, r.Counts.Right + r.Counts.Wrong));
        Assert.All(evaluation.Errors, e => Assert.True(e.Missed));
    }

    [Fact]
    public void A_name_of_another_type_is_wrong_and_missed()
    {
        var gold = Sample;
        var mention = gold.Mentions[0];
        var other = mention.Type == EntityType.Org ? EntityType.Law : EntityType.Org;
        var evaluation = ReportComparison.Compare([("a", gold, gold with { Mentions = gold.Mentions.SetItem(0, mention with { Type = other }) })]);
        Assert.Equal(new Counts(gold.Mentions.Length - 1, 1, 1), evaluation["ENTITY"].Counts);
        Assert.Equal([mention.Text, mention.Text], evaluation.Errors.Select(e => e.Text));
    }

    [Fact]
    public void Places_are_looked_up_where_the_texts_differ()
    {
        var gold = Sample;
        Assert.NotEmpty(gold.Facts);
        const string head = "머리말 한 줄\n";
        T Later<T>(T item)
            where T : TextItem => item with { Start = item.Start + head.Length, End = item.End + head.Length };
        var moved = gold with { Text = head + gold.Text, Mentions = [.. gold.Mentions.Select(Later)], Dates = [.. gold.Dates.Select(Later)], Facts = [.. gold.Facts.Select(Later)] };
        var evaluation = ReportComparison.Compare([("a", gold, moved)]);
        Assert.Equal(1, evaluation["ENTITY"].Counts.F1);
        Assert.Equal(1, evaluation["DATE-value"].Counts.F1);
        Assert.Equal(1, evaluation["FACT-args"].Counts.F1);
    }

    private static Evaluation Build(IEnumerable<Counts> reports)
    {
        var builder = new EvaluationBuilder();
        foreach (var counts in reports)
        {
            builder.Begin("a", "");
            builder.Count("ORG", counts);
        }

        return builder.Build();
    }
}
