using ReportMiner.Cli.Review;

namespace ReportMiner.Cli.Serve.Views;

/// <summary>A report in the list: what it is and how far its review is.</summary>
internal sealed record ReportCard(string Title, string FileName, int? Pages, ReviewProgress Progress)
{
    public static ReportCard Of(DeskState state)
    {
        var report = state.Reviewed.Extraction;
        return new ReportCard(report.Metadata.Title ?? report.Source.FileName, report.Source.FileName, report.Source.Pages, ReviewProgress.Of(state.File));
    }
}
