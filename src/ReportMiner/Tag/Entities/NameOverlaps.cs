using ReportMiner.Documents;

namespace ReportMiner.Tag.Entities;

/// <summary>Settles overlaps.</summary>
internal static class NameOverlaps
{
    /// <summary>By evidence: higher priority, then the longer, then the surer, then the earlier name.</summary>
    public static List<NameCandidate> Settle(List<NameCandidate> names) => Keep(
        names.Where(n => n.End > n.Start)
            .OrderByDescending(n => n.Priority)
            .ThenByDescending(n => n.End - n.Start)
            .ThenByDescending(n => n.Confidence)
            .ThenBy(n => n.Start)
            .ThenBy(n => n.Type),
        n => (n.Start, n.End));

    /// <summary>Keeps, the best first, each that overlaps none kept before; gives them in reading order.</summary>
    public static List<T> Keep<T>(IEnumerable<T> best, Func<T, (int Start, int End)> place)
    {
        var kept = new SortedList<int, (int End, T Item)>();
        foreach (var item in best)
        {
            var (start, end) = place(item);
            var next = TextSpans.First(kept.Count, i => kept.Values[i].End > start);
            if (next == kept.Count || kept.Keys[next] >= end)
            {
                kept.Add(start, (end, item));
            }
        }

        return [.. kept.Values.Select(k => k.Item)];
    }
}
