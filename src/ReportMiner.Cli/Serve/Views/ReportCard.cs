using ReportMiner.Review.Events;

namespace ReportMiner.Cli.Serve.Views;

/// <summary>A report in the list: what it is and how far its review is.</summary>
internal sealed record ReportCard(
    string Name, string Title, string FileName, int? Pages, int Items, int Accepted, int Rejected, int Edited, int Added, int Open, int Conflicts, string? LastReviewer, DateTimeOffset? LastTime)
{
    public static ReportCard Of(string name, DeskState state)
    {
        var report = state.Reviewed.Extraction;
        var counts = state.Reviewed.Items.CountBy(i => i.Decision).ToDictionary();
        int Count(Decision decision) => counts.GetValueOrDefault(decision);
        var last = state.Events.LastOrDefault();
        return new ReportCard(
            name, report.Metadata.Title ?? report.Source.FileName, report.Source.FileName, report.Source.Pages, state.Items.Length,
            Count(Decision.Accepted), Count(Decision.Rejected), Count(Decision.Edited), Count(Decision.Added), Count(Decision.Open), state.Reviewed.Conflicts.Length, last?.Who, last?.When);
    }
}
