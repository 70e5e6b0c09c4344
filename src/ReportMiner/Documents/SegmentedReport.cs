using System.Collections.Immutable;

namespace ReportMiner.Documents;

/// <summary>
/// What Segment gives to the later stages: the text and its structure. All offsets are UTF-16 code units into
/// <see cref="Text"/>. Blocks are in reading order, do not overlap, and no extracted item crosses a block's end
/// (nor, in a table, a cell's).
/// </summary>
internal sealed record SegmentedReport(
    SourceFile Source,
    string Text,
    ImmutableArray<Page> Pages,
    ImmutableArray<Block> Blocks,
    ImmutableArray<Removal> Removed,
    ImmutableArray<Section> Sections,
    ImmutableArray<Footnote> Footnotes,
    ImmutableArray<Table> Tables,
    ImmutableArray<Figure> Figures,
    ImmutableArray<Diagnostic> Diagnostics,
    PlaceMap Places)
{
    /// <summary>
    /// The stretches of text a tagger reads one by one: blocks, and for tables their cells.
    /// No item crosses the end of one.
    /// </summary>
    public IEnumerable<TextSegment> Segments()
    {
        var tables = Tables.ToDictionary(t => t.Start);
        foreach (var block in Blocks)
        {
            if (block.Kind == BlockKind.Table && tables.TryGetValue(block.Start, out var table) && !table.CellSpans.IsEmpty)
            {
                for (var r = 0; r < table.CellSpans.Length; r++)
                {
                    for (var c = 0; c < table.CellSpans[r].Length; c++)
                    {
                        var cell = table.CellSpans[r][c];
                        if (cell.End > cell.Start)
                        {
                            yield return new TextSegment(block, cell.Start, cell.End, table, r, c);
                        }
                    }
                }
            }
            else
            {
                yield return new TextSegment(block, block.Start, block.End, null, -1, -1);
            }
        }
    }
}

/// <summary>A stretch of text to be tagged by itself. <paramref name="Table"/>, row and column are set for a table's cell.</summary>
internal readonly record struct TextSegment(Block Block, int Start, int End, Table? Table, int Row, int Column);
