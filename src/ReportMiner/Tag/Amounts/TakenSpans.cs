using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Tag.Amounts;

/// <summary>The stretches the dates hold, asked in ascending order.</summary>
internal sealed class TakenSpans(ImmutableArray<DateItem> dates)
{
    private readonly (int Start, int End)[] _spans = [.. dates.Select(d => (d.Start, d.End)).Order()];

    /// <summary>The end of the stretch that overlaps [start, end), or -1.</summary>
    public int Overlap(int start, int end)
    {
        var at = FirstAfter(start);
        return at < _spans.Length && _spans[at].Start < end ? _spans[at].End : -1;
    }

    /// <summary>The end of the last stretch that ends at or before an offset, or -1.</summary>
    public int EndBefore(int offset)
    {
        var at = FirstAfter(offset) - 1;
        return at >= 0 ? _spans[at].End : -1;
    }

    // Index of the first stretch that ends after the offset.
    private int FirstAfter(int offset) => TextSpans.First(_spans.Length, i => _spans[i].End > offset);
}
