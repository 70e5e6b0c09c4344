using System.Collections.Immutable;

namespace ReportMiner.Documents;

/// <summary>Searches in items that are in reading order.</summary>
internal static class TextSpans
{
    /// <summary>The first of so many places for which a condition holds that also holds for all after it; their number if for none.</summary>
    public static int First(int count, Func<int, bool> holds)
    {
        int low = 0, high = count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (holds(middle)) { high = middle; } else { low = middle + 1; }
        }

        return low;
    }

    /// <summary>The items that lie inside [start, end).</summary>
    public static IEnumerable<T> Within<T>(ImmutableArray<T> items, int start, int end)
        where T : TextItem
    {
        for (var i = First(items.Length, i => items[i].Start >= start); i < items.Length && items[i].Start < end; i++)
        {
            if (items[i].End <= end)
            {
                yield return items[i];
            }
        }
    }
}
