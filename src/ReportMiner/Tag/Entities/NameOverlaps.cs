namespace ReportMiner.Tag.Entities;

/// <summary>Settles overlaps by evidence: higher priority, then the longer, then the surer, then the earlier name.</summary>
internal static class NameOverlaps
{
    public static List<NameCandidate> Settle(List<NameCandidate> names)
    {
        var kept = new SortedList<int, NameCandidate>();
        foreach (var name in names
            .OrderByDescending(n => n.Priority)
            .ThenByDescending(n => n.End - n.Start)
            .ThenByDescending(n => n.Confidence)
            .ThenBy(n => n.Start)
            .ThenBy(n => n.Type))
        {
            if (name.End > name.Start && Free(kept, name))
            {
                kept.Add(name.Start, name);
            }
        }

        return [.. kept.Values];
    }

    private static bool Free(SortedList<int, NameCandidate> kept, NameCandidate name)
    {
        int low = 0, high = kept.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (kept.Values[middle].End <= name.Start) { low = middle + 1; } else { high = middle; }
        }

        return low == kept.Count || kept.Keys[low] >= name.End;
    }
}
