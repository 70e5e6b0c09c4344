using ReportMiner.Review.Events;
using ReportMiner.Review.Excel;
using Xunit;

namespace ReportMiner.Tests.Review.Excel;

public sealed class CalcTests
{
    [LibreOfficeFact(LibreOffice.Calc)]
    public void A_workbook_that_LibreOffice_saved_comes_back_as_it_went_out()
    {
        var desk = new ExcelDesk(Samples.SampleReports.Of("shipyard-plan/shipyard-plan.txt"));
        var (plan, notTaken, findings) = desk.Import(LibreOffice.Convert(desk.Export(), ".xlsx", "xlsx"));
        Assert.Empty(plan.Findings);
        Assert.Empty(notTaken);
        Assert.Empty(findings);
    }

    [LibreOfficeFact(LibreOffice.Calc)]
    public void Edits_that_LibreOffice_saved_come_in_and_nothing_else()
    {
        var extraction = SampleReports.Realistic(rounds: 2);
        var (desk, expected) = (new ExcelDesk(extraction), new ExcelDesk(extraction));
        var file = new RandomExcelReviewer(desk, expected, seed: 11).Work(edits: 20);
        desk.ImportAll(LibreOffice.Convert(file, ".xlsx", "xlsx"));
        Assert.Equal(expected.Json(), desk.Json());
    }

    [LibreOfficeFact(LibreOffice.Calc)]
    public void Rows_that_went_back_are_readable_after_LibreOffice_too()
    {
        var desk = ExcelDesk.Realistic();
        using var book = desk.Open();
        book.Set(desk.KeyOf("2023.2월"), ReviewColumn.NewValue, "언젠가");
        var (_, notTaken, _) = desk.Import(book.Save());
        using var file = new MemoryStream();
        ReviewWorkbook.Write(file, notTaken, withReasons: true);
        using var back = new EditedWorkbook(LibreOffice.Convert(file.ToArray(), ".xlsx", "xlsx"));
        back.Set(back.RowOf(desk.KeyOf("2023.2월")), ReviewColumn.NewValue, "2023-02");
        back.Set(back.RowOf(desk.KeyOf("2023.2월")), ReviewColumn.Decision, "받아들임 accept");
        Assert.Contains("EDTF", back[back.RowOf(desk.KeyOf("2023.2월")), ReviewColumn.WhyEnglish], StringComparison.Ordinal);
        back.Set(back.RowOf(desk.KeyOf("2023.2월")), ReviewColumn.NewValue, "");
        desk.ImportAll(LibreOffice.Convert(back.Save(), ".xlsx", "xlsx"));
        Assert.Equal(Decision.Accepted, desk.StateOf("2023.2월").Decision);
    }
}
