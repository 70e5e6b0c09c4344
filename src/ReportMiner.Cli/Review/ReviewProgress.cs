using System.Globalization;
using ReportMiner.Review.Events;

namespace ReportMiner.Cli.Review;

/// <summary>How far a review is.</summary>
/// <param name="Report">The output's path in its folder, or <c>total</c>.</param>
/// <param name="Items">All items, those taken out and added too.</param>
/// <param name="Done">Items somebody decided on, in per cent of all, rounded down: 100 is all.</param>
/// <param name="LastReviewer">Who made the last event, or null.</param>
/// <param name="LastTime">When, or null.</param>
/// <param name="Audit">The random sample of sure items, and how good they are by it.</param>
internal sealed record ReviewProgress(
    string Report, int Items, int Accepted, int Rejected, int Edited, int Added, int Open, int Conflicts, int Done, string? LastReviewer, string? LastTime, AuditState Audit)
{
    public static ReviewProgress Of(ReviewFile file)
    {
        var decisions = file.Reviewed.Items.CountBy(i => i.Decision).ToDictionary();
        int Count(Decision decision) => decisions.GetValueOrDefault(decision);
        var last = file.Events.LastOrDefault();
        return Make(
            file.Name, file.Reviewed.Items.Length, Count(Decision.Accepted), Count(Decision.Rejected), Count(Decision.Edited), Count(Decision.Added), Count(Decision.Open),
            file.Reviewed.Conflicts.Length, last?.Who, last?.When.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), AuditSample.StateOf(file.Reviewed, file.Events));
    }

    public static ReviewProgress Sum(IReadOnlyCollection<ReviewProgress> all)
    {
        var last = all.MaxBy(p => p.LastTime, StringComparer.Ordinal);
        return Make(
            "total", all.Sum(p => p.Items), all.Sum(p => p.Accepted), all.Sum(p => p.Rejected), all.Sum(p => p.Edited), all.Sum(p => p.Added), all.Sum(p => p.Open),
            all.Sum(p => p.Conflicts), last?.LastReviewer, last?.LastTime, AuditState.Sum(all.Select(p => p.Audit)));
    }

    private static ReviewProgress Make(string report, int items, int accepted, int rejected, int edited, int added, int open, int conflicts, string? who, string? when, AuditState audit) =>
        new(report, items, accepted, rejected, edited, added, open, conflicts, items == 0 ? 100 : (int)(100L * (items - open) / items), who, when, audit);
}
