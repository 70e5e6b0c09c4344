using System.Collections.Immutable;
using ReportMiner.Tag.Recommendations;

namespace ReportMiner.Learn;

/// <summary>The statements of an annotated report, and which of them are the annotated recommendations.</summary>
/// <param name="Marked">The annotated recommendations.</param>
/// <param name="Matches">Which of them each statement is, or -1.</param>
internal sealed record MatchedStatements(StudiedReport Report, StudiedStatements Studied, ImmutableArray<MarkedRecommendation> Marked, int[] Matches)
{
    /// <summary>The annotated recommendations on lines that somebody looked through.</summary>
    public IEnumerable<int> Taught => Enumerable.Range(0, Marked.Length).Where(m => Array.IndexOf(Matches, m) is var s && (s < 0 ? Report.TeachesAll(Lesson.Recommendations) : Teaches(s)));

    /// <summary>Whether somebody looked through a statement.</summary>
    public bool Teaches(int statement) => Report.Teaches(Lesson.Recommendations, Studied.Statements[statement].Start, Studied.Statements[statement].End);
}
