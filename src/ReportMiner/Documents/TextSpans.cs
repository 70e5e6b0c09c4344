using System.Collections.Immutable;

namespace ReportMiner.Documents;

/// <summary>Searches in items that are in reading order.</summary>
internal static class TextSpans
{
    /// <summary>The items that lie inside [start, end).</summary>
    public static IEnumerable<T> Within<T>(ImmutableArray<T> items, int start, int end)
        where T : TextItem
    {
        int lo = 0, hi = items.Length;
        while (lo < hi)
        {
            var mid = (lo + hi) / 2;
            if (items[mid].Start < start) { lo = mid + 1; } else { hi = mid; }
        }

        for (; lo < items.Length && items[lo].Start < end; lo++)
        {
            if (items[lo].End <= end)
            {
                yield return items[lo];
            }
        }
    }
}
