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
        for (var i = FirstFrom(items, start); i < items.Length && items[i].Start < end; i++)
        {
            if (items[i].End <= end)
            {
                yield return items[i];
            }
        }
    }

    /// <summary>How many items lie inside [start, end), counted up to <paramref name="most"/>.</summary>
    public static int Count<T>(ImmutableArray<T> items, int start, int end, int most)
        where T : TextItem
    {
        var count = 0;
        for (var i = FirstFrom(items, start); i < items.Length && items[i].Start < end && count < most; i++)
        {
            count += items[i].End <= end ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whether an item overlaps [start, end); of items none of which overlaps another.</summary>
    public static bool Touch<T>(ImmutableArray<T> items, int start, int end)
        where T : TextItem
    {
        var next = FirstFrom(items, start);
        return (next < items.Length && items[next].Start < end) || (next > 0 && items[next - 1].End > start);
    }

    /// <summary>Whether one of the items has all of another in it; of items none of which overlaps another.</summary>
    public static bool Around<T>(ImmutableArray<T> items, TextItem inner)
        where T : TextItem
    {
        var next = First(items.Length, i => items[i].Start > inner.Start);
        return next > 0 && items[next - 1].End >= inner.End;
    }

    private static int FirstFrom<T>(ImmutableArray<T> items, int start)
        where T : TextItem
    {
        int low = 0, high = items.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (items[middle].Start >= start) { high = middle; } else { low = middle + 1; }
        }

        return low;
    }
}
