using System.Collections.Immutable;
using System.Text;
using ReportMiner.Learn;
using ReportMiner.Review;
using Xunit;

namespace ReportMiner.Tests.Review;

public sealed class EvaluationPageTests
{
    private static readonly Evaluation Evaluation = new(
        2,
        [new EvaluationRow("ORG", new Counts(8, 1, 3), 0.7, 0.9)],
        ImmutableSortedDictionary.CreateRange([KeyValuePair.Create("ENTITY", Calibration.Of([(0.95, true), (0.95, false), (0.55, true)]))]),
        [new EvaluationError("a.txt", "ORG", false, "앞 ", "<script>", " 뒤", 0.95), new EvaluationError("a.txt", "ORG", true, "앞 ", "갯벌원", " 뒤", null)]);

    [Fact]
    public void The_page_shows_scores_curve_and_errors()
    {
        var page = new Markup(Page(Evaluation));
        Assert.Contains("0.800", page.Text);
        Assert.Contains("0.700–0.900", page.Text);
        Assert.Contains("갯벌원", page.Text);
        Assert.Contains("<script>", page.Text);
        Assert.Equal(2, page.Tags.Count(t => t.Name == "circle" && t.Attributes.ContainsKey("r") && t.Attributes["r"] != "3.5"));
    }

    [Fact]
    public void Other_evaluations_stand_beside_it()
    {
        var others = ImmutableSortedDictionary.CreateRange([KeyValuePair.Create("rules", new Evaluation(2, [new EvaluationRow("ORG", new Counts(1, 1, 1), 0, 1)], ImmutableSortedDictionary<string, Calibration>.Empty, []))]);
        Assert.Contains("0.500", new Markup(Encoding.UTF8.GetString(EvaluationPage.Write("a", [], Evaluation, others))).Text);
    }

    private static string Page(Evaluation evaluation) => Encoding.UTF8.GetString(EvaluationPage.Write("측정", [("보고서 2건", "2 reports")], evaluation));
}
