using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Review.Events;

/// <summary>Gives an item whose place a reviewer set its page, boxes and section.</summary>
internal sealed class ItemPlacer(Report report, PointText text)
{
    /// <summary>Whether a stretch lies inside one block, or, where it may, over several from inside one to inside another.</summary>
    public bool InOneBlock(int start, int end, bool over) => over
        ? BlockAt(start) is not null && BlockAt(end - 1) is not null
        : BlockAt(start) is { } block && end <= block.End;

    public ExtractedItem Place(ExtractedItem item, int start, int end)
    {
        var boxes = Boxes(start, end);
        return item with { Start = start, End = end, Page = boxes.IsEmpty ? PageAt(start) : boxes[0].Page, Boxes = boxes };
    }

    public string? SectionAt(int start) => BlockAt(start)?.Section;

    private int? PageAt(int start) => report.Pages.LastOrDefault(p => p.Start <= start)?.Number;

    private Block? BlockAt(int at) => First(at) is var i && i < report.Blocks.Length && report.Blocks[i].Start <= at ? report.Blocks[i] : null;

    private int First(int at) => TextSpans.First(report.Blocks.Length, i => report.Blocks[i].End > at);

    private ImmutableArray<Box> Boxes(int start, int end)
    {
        var boxes = ImmutableArray.CreateBuilder<Box>();
        for (var i = First(start); i < report.Blocks.Length && report.Blocks[i].Start < end; i++)
        {
            boxes.AddRange(Boxes(report.Blocks[i], Math.Max(start, report.Blocks[i].Start), Math.Min(end, report.Blocks[i].End)));
        }

        return boxes.ToImmutable();
    }

    private IEnumerable<Box> Boxes(Block block, int start, int end)
    {
        if (block.Kind == BlockKind.Table && Cells(block) is var cells && cells.Count == block.Boxes.Length)
        {
            return cells.Zip(block.Boxes).SelectMany(c => Along(c.First.Start, c.First.End, [c.Second], Math.Max(start, c.First.Start), Math.Min(end, c.First.End)));
        }

        return Along(block.Start, block.End, block.Boxes, start, end);
    }

    /// <summary>The cells of a table that are not empty.</summary>
    private List<TextSpan> Cells(Block table)
    {
        var cells = new List<TextSpan>();
        var at = table.Start;
        foreach (var cell in text.Slice(table.Start, table.End).Split('\t', '\n'))
        {
            var end = at + cell.EnumerateRunes().Count();
            if (end > at)
            {
                cells.Add(new TextSpan(at, end));
            }

            at = end + 1;
        }

        return cells;
    }

    /// <summary>The print of a stretch: where it lies along the lines of the text it is part of, as its characters are wide.</summary>
    private IEnumerable<Box> Along(int first, int last, ImmutableArray<Box> lines, int start, int end)
    {
        var ems = Math.Max(Ems.Of(text.Slice(first, last)), double.Epsilon);
        var width = lines.Sum(b => b.X1 - b.X0);
        var from = width * Ems.Of(text.Slice(first, start)) / ems;
        var to = width * Ems.Of(text.Slice(first, end)) / ems;
        foreach (var line in lines)
        {
            var (left, right) = (Math.Max(0, from), Math.Min(line.X1 - line.X0, to));
            if (left < right)
            {
                yield return line with { X0 = Math.Round(line.X0 + left, 1), X1 = Math.Round(line.X0 + right, 1) };
            }

            (from, to) = (from - (line.X1 - line.X0), to - (line.X1 - line.X0));
        }
    }
}
