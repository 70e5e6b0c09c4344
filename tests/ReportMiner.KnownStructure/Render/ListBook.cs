namespace ReportMiner.KnownStructure.Render;

/// <summary>
/// The lists of a report, counted as a word processor counts them. Where it would print another number than the
/// report has, a list begins anew.
/// </summary>
internal sealed class ListBook
{
    private readonly List<WrittenList> _lists = [];

    /// <summary>In the order they begin; the first may be the headings'.</summary>
    public IReadOnlyList<WrittenList> Lists => _lists;

    /// <summary>The list whose next paragraph of this level gets the marker.</summary>
    /// <param name="headings">Whether it is a heading; headings and items are never in one list.</param>
    public WrittenList Place(string printed, int level, bool headings)
    {
        var mark = ListMark.Of(printed, level);
        var list = _lists.FindLast(l => l.Headings == headings && l.Takes(mark, level));
        if (list is null)
        {
            list = new WrittenList(_lists.Count + 1, headings);
            _lists.Add(list);
        }

        list.Add(mark, level);
        return list;
    }
}

/// <summary>A list.</summary>
/// <param name="id">From 1.</param>
internal sealed class WrittenList(int id, bool headings)
{
    public const int MostLevels = 9;

    private readonly ListMark?[] _levels = new ListMark?[MostLevels + 1];
    private readonly int[] _counts = new int[MostLevels + 1];

    public int Id => id;

    public bool Headings => headings;

    /// <summary>What a level of it looks like, or null where it has none.</summary>
    public ListMark? this[int level] => _levels[level];

    /// <summary>Whether it could print this marker next.</summary>
    public bool Takes(ListMark mark, int level) =>
        Fits(mark, level) && (mark.Form == MarkForm.Bullet || _counts[level] + 1 == mark.Value);

    /// <summary>Whether no level of it looks otherwise than the other's.</summary>
    public bool SharesLooks(WrittenList other) =>
        headings == other.Headings && Enumerable.Range(1, MostLevels).All(l => other[l] is not { } mark || Fits(mark, l));

    public void Add(ListMark mark, int level)
    {
        _levels[level] ??= mark;
        _counts[level] = mark.Value;
        Array.Clear(_counts, level + 1, MostLevels - level);
    }

    private bool Fits(ListMark mark, int level) => _levels[level] is not { } own || (own.Form, own.Format) == (mark.Form, mark.Format);
}
