using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Review;

/// <summary>A block as it stands on one page.</summary>
/// <param name="Number">Its place in the page's reading order, from 1.</param>
/// <param name="Lines">A box for each of its lines on the page.</param>
/// <param name="Pieces">Its lines, drawn together as long as they follow each other down the page.</param>
/// <param name="Cells">A table's cells on the page.</param>
/// <param name="Table">The table the block is, or null.</param>
/// <param name="FromBefore">Whether it began on an earlier page.</param>
/// <param name="GoesOn">Whether it goes on on a later one.</param>
internal sealed record BlockMark(
    int Number, Block Block, ImmutableArray<Box> Lines, ImmutableArray<Box> Pieces, ImmutableArray<Box> Cells, Table? Table, bool FromBefore, bool GoesOn);

/// <summary>Characters taken out of a page; the box is null where only the height on the page is known.</summary>
internal sealed record RemovalMark(Removal Removal, Box? Box);
