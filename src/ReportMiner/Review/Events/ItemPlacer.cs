using ReportMiner.Documents;

namespace ReportMiner.Review.Events;

/// <summary>Gives an item whose place a reviewer set its page, boxes and section.</summary>
internal sealed class ItemPlacer(Report report, PointText text)
{
    /// <summary>Whether a stretch lies inside one block, or, where it may, over several from inside one to inside another.</summary>
    public bool InOneBlock(int start, int end, bool over) => over
        ? BlockAt(start) is not null && BlockAt(end - 1) is not null
        : BlockAt(start) is { } block && end <= block.End;

    public ExtractedItem Place(ExtractedItem item, int start, int end) => item with { Start = start, End = end, Page = PageAt(start), Boxes = [] };

    public string? SectionAt(int start) => BlockAt(start)?.Section;

    private int? PageAt(int start) => report.Pages.LastOrDefault(p => p.Start <= start)?.Number;

    private Block? BlockAt(int at) =>
        TextSpans.First(report.Blocks.Length, i => report.Blocks[i].End > at) is var i && i < report.Blocks.Length && report.Blocks[i].Start <= at && text.Length > at ? report.Blocks[i] : null;
}
