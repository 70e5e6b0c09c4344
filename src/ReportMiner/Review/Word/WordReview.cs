using System.Collections.Immutable;
using ReportMiner.Review.Events;

namespace ReportMiner.Review.Word;

/// <summary>The review report as a Word document, and back.</summary>
public static class WordReview
{
    /// <summary>Writes a report as reviewed; the same report gives the same bytes.</summary>
    /// <param name="reviewed">The report.</param>
    /// <param name="name">The output's path in its folder, with <c>/</c>.</param>
    public static byte[] Write(ReviewedReport reviewed, string name)
    {
        ArgumentNullException.ThrowIfNull(reviewed);
        ArgumentNullException.ThrowIfNull(name);
        return WordPackage.Write(reviewed, name);
    }

    /// <summary>What taking a document in would do.</summary>
    /// <param name="returned">The document that came back.</param>
    /// <param name="reviewed">The report as it is now.</param>
    /// <param name="events">The events that made it so.</param>
    /// <param name="stamp">Makes the stamp of an event of a reason, or of none.</param>
    public static ImportPlan Plan(WordReturn returned, ReviewedReport reviewed, ImmutableArray<ReviewEvent> events, Func<string?, EventStamp> stamp)
    {
        ArgumentNullException.ThrowIfNull(returned);
        ArgumentNullException.ThrowIfNull(reviewed);
        ArgumentNullException.ThrowIfNull(stamp);
        return new WordImport(returned, reviewed, stamp).Plan(events);
    }
}
