using ReportMiner.Review.Events;
using Xunit;

namespace ReportMiner.Tests.Review.Excel;

public sealed class WorkbookPropertyTests
{
    private const int Edits = 50;

    /// <summary>A thousand edits in all, and some for those that turn out to change nothing.</summary>
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 28)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_edit_comes_in_and_nothing_else_is_changed(int seed)
    {
        var extraction = seed % 3 == 0 ? SampleReports.Realistic(rounds: 4) : Samples.SampleReports.Of("shipyard-plan/shipyard-plan.txt");
        var (desk, expected) = (new ExcelDesk(extraction), new ExcelDesk(extraction));
        var file = new RandomExcelReviewer(desk, expected, seed).Work(Edits);
        Assert.InRange(expected.Review.Events.Length, Edits * 3 / 4, Edits);
        desk.ImportAll(file);
        Assert.Equal(expected.Review.Events.Select(Said), desk.Review.Events.Select(Said));
        Assert.Equal(expected.Json(), desk.Json());
    }

    private static string Said(ReviewEvent e) => $"{e.Action} {e.Item} {e.Reason} {e.Base?.Quote} {string.Join(',', e.New?.Names ?? [])}";
}
