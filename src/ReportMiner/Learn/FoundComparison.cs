using ReportMiner.Documents;
using ReportMiner.Tag.Recommendations;

namespace ReportMiner.Learn;

/// <summary>Compares found names and recommendations with annotated ones, where somebody looked through the text.</summary>
internal static class FoundComparison
{
    public static void Compare(EvaluationBuilder builder, StudiedReport report, IEnumerable<(int Stretch, int Start, int End, EntityType Type, double Confidence)> found)
    {
        var read = report.Stretches.ConvertAll(s => report.Teaches(Lesson.Names, s.Start, s.Start + s.Text.Length));
        var open = report.Names.Select((n, s) => read[s] ? n.ToHashSet() : []).ToArray();
        foreach (var (s, start, end, type, confidence) in found.Where(f => read[f.Stretch]))
        {
            var right = open[s].Remove((start, end, type));
            var offset = report.Stretches[s].Start;
            Tell(builder, type, right ? new Counts(1, 0, 0) : new Counts(0, 1, 0));
            builder.Find(EvaluationRows.Names, confidence, right);
            if (!right)
            {
                builder.Wrong(EvaluationRows.Of(type), offset + start, offset + end, confidence);
            }
        }

        for (var s = 0; s < open.Length; s++)
        {
            foreach (var (start, end, type) in open[s].Order())
            {
                Tell(builder, type, new Counts(0, 0, 1));
                builder.Missed(EvaluationRows.Of(type), report.Stretches[s].Start + start, report.Stretches[s].Start + end);
            }
        }
    }

    private static void Tell(EvaluationBuilder builder, EntityType type, Counts counts)
    {
        builder.Count(EvaluationRows.Of(type), counts);
        builder.Count(EvaluationRows.Names, counts);
    }

    public static void Compare(EvaluationBuilder builder, MatchedStatements statements, IEnumerable<FoundStatement> found)
    {
        var open = statements.Taught.ToHashSet();
        foreach (var find in found.Where(f => statements.Teaches(f.Statement)))
        {
            var statement = statements.Studied.Statements[find.Statement];
            var match = statements.Matches[find.Statement];
            builder.Count(EvaluationRows.Recommendations, match >= 0 ? new Counts(1, 0, 0) : new Counts(0, 1, 0));
            builder.Find(EvaluationRows.Recommendations, find.Probability, match >= 0);
            if (match < 0)
            {
                builder.Wrong(EvaluationRows.Recommendations, statement.Start, statement.End, find.Probability);
                continue;
            }

            open.Remove(match);
            var marked = statements.Marked[match];
            builder.Count(EvaluationRows.Kind, string.Equals(marked.Kind, find.Kind.ToString(), StringComparison.OrdinalIgnoreCase) ? new Counts(1, 0, 0) : new Counts(0, 1, 1));
            builder.Count(EvaluationRows.Category, marked.Category == find.Category ? new Counts(1, 0, 0) : new Counts(0, 1, 1));
        }

        foreach (var missed in open.Order())
        {
            builder.Count(EvaluationRows.Recommendations, new Counts(0, 0, 1));
            var statement = Array.IndexOf(statements.Matches, missed);
            if (statement >= 0)
            {
                builder.Missed(EvaluationRows.Recommendations, statements.Studied.Statements[statement].Start, statements.Studied.Statements[statement].End);
            }
        }
    }
}
