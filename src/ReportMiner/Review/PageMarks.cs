using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Review;

/// <summary>What stands on one page: its blocks in reading order, and what was taken out of it.</summary>
internal sealed record PageMarks(SourcePage Page, ImmutableArray<BlockMark> Blocks, ImmutableArray<RemovalMark> Removed)
{
    /// <param name="page">A page of the source, with a size.</param>
    public static PageMarks Of(SourcePage page, SegmentedReport report)
    {
        var tables = report.Tables.ToLookup(t => t.Start);
        var blocks = ImmutableArray.CreateBuilder<BlockMark>();
        var read = new HashSet<int>();
        foreach (var block in report.Blocks)
        {
            var places = report.Places.Between(block.Start, block.End).ToList();
            if (!places.Exists(p => p.Line.Page == page.Number))
            {
                continue;
            }

            read.UnionWith(places.Where(p => p.Line.Page == page.Number).Select(p => p.Line.Number));
            var lines = OnPage(report, block.Start, block.End, page.Number);
            var table = block.Kind == BlockKind.Table ? tables[block.Start].FirstOrDefault() : null;
            blocks.Add(new BlockMark(
                blocks.Count + 1,
                block,
                lines,
                Pieces(lines, block.Kind),
                table is null ? [] : [.. table.CellSpans.SelectMany(r => r).Select(c => Around(OnPage(report, c.Start, c.End, page.Number))).OfType<Box>()],
                table,
                places[0].Line.Page != page.Number,
                places[^1].Line.Page != page.Number));
        }

        // A line that was taken out whole has its box; what was taken out of a line has only the line's number.
        var whole = page.Lines.Where(l => !read.Contains(l.Number)).ToDictionary(l => l.Number, l => l.Box);
        return new PageMarks(page, blocks.ToImmutable(), [.. report.Removed.Where(r => r.Page == page.Number).Select(r => new RemovalMark(r, Whole(r) ? whole[r.Line] : null))]);

        bool Whole(Removal r) => r.Reason is RemovalReason.PageNumber or RemovalReason.RunningHead && whole.ContainsKey(r.Line);
    }

    private static ImmutableArray<Box> OnPage(SegmentedReport report, int start, int end, int page) =>
        [.. report.Places.BoxesOf(start, end).Where(b => b.Page == page)];

    /// <summary>A line above the one before it opens the next column: there the piece ends.</summary>
    private static ImmutableArray<Box> Pieces(ImmutableArray<Box> lines, BlockKind kind)
    {
        var pieces = ImmutableArray.CreateBuilder<Box>();
        for (var i = 0; i < lines.Length; i++)
        {
            var jumps = i > 0 && kind != BlockKind.Table && lines[i].Y1 < lines[i - 1].Y0;
            if (i == 0 || jumps)
            {
                pieces.Add(lines[i]);
            }
            else
            {
                pieces[^1] = Around([pieces[^1], lines[i]])!;
            }
        }

        return pieces.ToImmutable();
    }

    private static Box? Around(ImmutableArray<Box> boxes) => boxes.IsEmpty
        ? null
        : new Box(boxes[0].Page, boxes.Min(b => b.X0), boxes.Min(b => b.Y0), boxes.Max(b => b.X1), boxes.Max(b => b.Y1));
}
