using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Read.Flow;

/// <summary>
/// What a word processor's file (HWP, HWPX, DOCX) says, in reading order and before it is laid out on pages. Numbers
/// and bullets that the program makes stand in the text as a reader sees them.
/// </summary>
/// <param name="Blocks">The text.</param>
/// <param name="Asides">What stands in the file but not in its text: running heads and feet, memos, deleted words.</param>
/// <param name="Title">Title from the file's own properties, or null.</param>
internal sealed record FlowDocument(ImmutableArray<FlowBlock> Blocks, ImmutableArray<FlowAside> Asides, string? Title);

/// <summary>A paragraph or a table.</summary>
internal abstract record FlowBlock;

/// <summary>What the program itself calls a paragraph.</summary>
internal enum FlowKind
{
    Text,

    /// <summary>A paragraph of an outline level, or in a heading style.</summary>
    Heading,

    /// <summary>The caption of a table or figure.</summary>
    Caption,
}

/// <summary>A paragraph.</summary>
internal sealed record FlowParagraph(ImmutableArray<FlowSpan> Spans) : FlowBlock
{
    public FlowKind Kind { get; init; }

    /// <summary>Depth of a heading, from 1.</summary>
    public int Level { get; init; }

    /// <summary>Whether the author begins a new page here.</summary>
    public bool OpensPage { get; init; }

    public bool IsBlank => Spans.All(s => string.IsNullOrWhiteSpace(s.Text));
}

/// <summary>Characters of one style. A line break the author set is <c>\n</c>.</summary>
/// <param name="Note">The note this is the mark of, or null; the text is then the mark as printed.</param>
internal sealed record FlowSpan(string Text, FlowStyle Style, FlowNote? Note = null);

/// <summary>How characters are set.</summary>
/// <param name="Size">Points.</param>
/// <param name="Color"><c>#rrggbb</c>, or null for the usual one.</param>
internal sealed record FlowStyle(string? Font, double Size, bool Bold, bool Raised, string? Color);

/// <summary>A footnote or endnote.</summary>
/// <param name="Marker">Its number or sign without brackets.</param>
/// <param name="Printed">The marker as printed, as <c>1)</c>.</param>
internal sealed record FlowNote(string Marker, string Printed, bool Endnote, ImmutableArray<FlowBlock> Blocks);

/// <summary>A table; its cells in reading order.</summary>
internal sealed record FlowTable(ImmutableArray<FlowCell> Cells) : FlowBlock;

/// <summary>A cell: its first row and column from 0, and how many it covers.</summary>
/// <param name="Head">Whether the file calls it a head, or gives it a colour of its own.</param>
internal sealed record FlowCell(int Row, int Column, int RowSpan, int ColumnSpan, bool Head, ImmutableArray<FlowBlock> Blocks)
{
    public bool IsBlank => Blocks.All(b => b is FlowParagraph { IsBlank: true });
}

/// <summary>Something that is not part of the text.</summary>
internal sealed record FlowAside(RemovalReason Reason, string Text);
