namespace ReportMiner.Segment;

/// <summary>The headings that are open at a place of the report, and what was closed before: gives each new heading its level.</summary>
internal sealed class HeadingStack
{
    /// <summary>Kind of 참고, 붙임 and the like.</summary>
    private const string BoxKind = "box";

    private readonly List<Entry> _open = [];
    private readonly Dictionary<string, (List<Entry> Around, int Number)> _last = new(StringComparer.Ordinal);

    private readonly record struct Entry(string Kind, double? Rank, bool Leaf, int? Depth);

    /// <summary>Opens a heading and gives its level, from 1.</summary>
    /// <param name="kind">Tells siblings: headings of one kind stand on one level while their parent is open.</param>
    /// <param name="rank">Customary depth, 0 the highest, or null.</param>
    /// <param name="number">Its count among its siblings, or 0.</param>
    /// <param name="leaf">A title such as 요약, which holds no numbered parts of the report.</param>
    /// <param name="depth">Its depth in the file's own outline, or null: tells where a new kind without a custom opens.</param>
    public int Open(string kind, double? rank, int number, bool leaf, int? depth)
    {
        var at = _open.FindIndex(e => e.Kind == kind);
        if (at < 0 && number > 1 && _last.TryGetValue(kind, out var last) && last.Number == number - 1 && Aside(last.Around))
        {
            // 2. after 1., though a box or a summary came between: it goes on where 1. stood.
            _open.Clear();
            _open.AddRange(last.Around);
            at = _open.Count;
        }
        else if (at < 0)
        {
            at = rank is null ? UnderShallower(depth) : _open.FindIndex(e => e.Leaf || e.Rank is null || e.Rank >= rank);
        }

        if (at >= 0)
        {
            // Siblings, leaves, and what custom ranks lower end here.
            _open.RemoveRange(at, _open.Count - at);
        }

        _last[kind] = ([.. _open], number);
        _open.Add(new Entry(kind, rank, leaf, depth));
        return _open.Count;
    }

    /// <summary>Where what stands below the last heading that the file's own outline has above this one begins, or -1.</summary>
    private int UnderShallower(int? depth) =>
        !_open.Exists(e => e.Depth is not null && depth is not null) ? -1
        : _open.FindIndex(e => e.Depth >= depth) is >= 0 and var same ? same
        : _open.FindLastIndex(e => e.Depth < depth) + 1;

    /// <summary>Whether what was opened since is a box or a summary. After a new chapter numbers may go on as well, but there.</summary>
    private bool Aside(List<Entry> around)
    {
        var same = 0;
        while (same < around.Count && same < _open.Count && around[same] == _open[same])
        {
            same++;
        }

        return same < _open.Count && (_open[same].Leaf || _open[same].Kind == BoxKind);
    }
}
