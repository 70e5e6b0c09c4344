using ReportMiner.Documents;
using ReportMiner.Link.Facts;

namespace ReportMiner.Learn;

/// <summary>Compares found facts with annotated ones: the same type and the same figure, or without one a shared name or phrase.</summary>
internal static class FactComparison
{
    public static void Compare(EvaluationBuilder builder, StudiedReport report, IEnumerable<Fact> found)
    {
        var open = report.Facts!.Where(f => report.Teaches(Lesson.Facts, f.Start, f.End)).ToList();
        foreach (var fact in found.Where(f => report.Teaches(Lesson.Facts, f.Start, f.End)))
        {
            var match = open.FindIndex(a => IsSame(a.Fact, fact));
            builder.Count(EvaluationRows.Facts, match >= 0 ? new Counts(1, 0, 0) : new Counts(0, 1, 0));
            builder.Find(EvaluationRows.Facts, fact.Confidence, match >= 0);
            if (match >= 0)
            {
                open.RemoveAt(match);
            }
            else
            {
                builder.Wrong(EvaluationRows.Facts, fact.Start, fact.End, fact.Confidence);
            }
        }

        foreach (var missed in open)
        {
            builder.Count(EvaluationRows.Facts, new Counts(0, 0, 1));
            builder.Missed(EvaluationRows.Facts, missed.Start, missed.End);
        }
    }

    private static bool IsSame(MarkedFact annotated, Fact found)
    {
        if (annotated.Type != found.Type)
        {
            return false;
        }

        bool Agrees(string role) => found.Arguments.TryGetValue(role, out var fillers) && fillers.Any(f => annotated.Of(role).Any(a => CharacterPairs.Fold(a) == CharacterPairs.Fold(f.Text)));
        return annotated.Of(FactTypes.Amount).Any() || found.Arguments.ContainsKey(FactTypes.Amount)
            ? Agrees(FactTypes.Amount)
            : FactTypes.Roles.Any(Agrees);
    }
}
