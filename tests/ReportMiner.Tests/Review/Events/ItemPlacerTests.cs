using ReportMiner.Documents;
using ReportMiner.Review.Events;
using ReportMiner.Tests.Read;
using Xunit;

namespace ReportMiner.Tests.Review.Events;

public sealed class ItemPlacerTests
{
    [PopplerFact]
    public void The_box_of_a_set_place_lies_where_the_words_are_printed()
    {
        var report = Samples.SampleReports.Of("shipyard-plan/shipyard-plan.pdf");
        var placer = new ItemPlacer(report, new PointText(report.Text));
        var items = report.Mentions.Cast<ExtractedItem>().Concat(report.Amounts).ToList();
        var near = items.Count(i => placer.Place(i, i.Start, i.End).Boxes is [var box, ..] && Near(box, i.Boxes[0]));
        Assert.True(near >= 0.98 * items.Count, $"{near} of {items.Count}");
        Assert.All(items, i => Assert.Equal(i.Page, placer.Place(i, i.Start, i.End).Page));
    }

    private static bool Near(Box guessed, Box printed) =>
        guessed.Page == printed.Page && guessed.Y0 < printed.Y1 && printed.Y0 < guessed.Y1 && guessed.X0 < printed.X1 && printed.X0 < guessed.X1;
}
