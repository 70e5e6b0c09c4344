using ReportMiner.Documents;

namespace ReportMiner.Learn;

/// <summary>Compares found facts with right ones that stand at the same place: whole facts by type, then what fills their roles.</summary>
internal static class FactComparison
{
    /// <summary>Compares where the report teaches of facts.</summary>
    public static void Compare(EvaluationBuilder builder, StudiedReport report, IEnumerable<Fact> found) => Compare(
        builder,
        [.. report.Facts!.Where(f => report.Teaches(Lesson.Facts, f.Start, f.End)).Select(ComparedFact.Of)],
        [.. found.Where(f => report.Teaches(Lesson.Facts, f.Start, f.End)).Select(f => ComparedFact.Of(f, f.Start, f.End))]);

    public static void Compare(EvaluationBuilder builder, IReadOnlyList<ComparedFact> right, IReadOnlyList<ComparedFact> found)
    {
        var matches = Match(right, found);
        var taken = matches.Values.ToHashSet();
        for (var f = 0; f < found.Count; f++)
        {
            builder.Find(EvaluationRows.Facts, found[f].Confidence, taken.Contains(f));
            if (!taken.Contains(f))
            {
                Count(builder, EvaluationRows.Facts, found[f].Type, new Counts(0, 1, 0));
                builder.Wrong($"{EvaluationRows.Facts}.{found[f].Type}", found[f].Start, found[f].End, found[f].Confidence);
                CountRoles(builder, found[f], new Counts(0, 1, 0));
            }
        }

        for (var r = 0; r < right.Count; r++)
        {
            if (matches.TryGetValue(r, out var match))
            {
                Count(builder, EvaluationRows.Facts, right[r].Type, new Counts(1, 0, 0));
                CompareRoles(builder, right[r], found[match]);
            }
            else
            {
                Count(builder, EvaluationRows.Facts, right[r].Type, new Counts(0, 0, 1));
                builder.Missed($"{EvaluationRows.Facts}.{right[r].Type}", right[r].Start, right[r].End);
                CountRoles(builder, right[r], new Counts(0, 0, 1));
            }
        }
    }

    /// <summary>Pairs right facts with found ones, those that have most in common first.</summary>
    private static Dictionary<int, int> Match(IReadOnlyList<ComparedFact> right, IReadOnlyList<ComparedFact> found)
    {
        var pairs = from r in Enumerable.Range(0, right.Count)
                    join f in Enumerable.Range(0, found.Count) on right[r].Type equals found[f].Type
                    let sameness = right[r].Sameness(found[f])
                    where sameness > 0
                    orderby sameness descending, r, f
                    select (r, f);
        var matches = new Dictionary<int, int>();
        var taken = new HashSet<int>();
        foreach (var (r, f) in pairs)
        {
            if (!matches.ContainsKey(r) && taken.Add(f))
            {
                matches.Add(r, f);
            }
        }

        return matches;
    }

    private static void CompareRoles(EvaluationBuilder builder, ComparedFact right, ComparedFact found)
    {
        foreach (var role in right.Roles.Union(found.Roles))
        {
            var counts = right.Agrees(role, found) ? new Counts(1, 0, 0) : new Counts(0, found.Roles.Contains(role) ? 1 : 0, right.Roles.Contains(role) ? 1 : 0);
            Count(builder, EvaluationRows.FactRoles, role, counts);
            if (counts.Wrong > 0)
            {
                builder.Wrong($"{EvaluationRows.FactRoles}.{role}", right.Start, right.End, found.Confidence);
            }
            else if (counts.Missed > 0)
            {
                builder.Missed($"{EvaluationRows.FactRoles}.{role}", right.Start, right.End);
            }
        }
    }

    private static void CountRoles(EvaluationBuilder builder, ComparedFact fact, Counts counts)
    {
        foreach (var role in fact.Roles)
        {
            Count(builder, EvaluationRows.FactRoles, role, counts);
        }
    }

    private static void Count(EvaluationBuilder builder, string all, string one, Counts counts)
    {
        builder.Count(all, counts);
        builder.Count($"{all}.{one}", counts);
    }
}
