using System.Collections.Immutable;

namespace ReportMiner.Documents;

/// <summary>What Read gives to Segment: pages of styled lines, in the order of the file.</summary>
/// <param name="Source">The input file.</param>
/// <param name="Pages">The pages; of a file without pages, stretches of number 0 without size (form feeds and page breaks part them).</param>
/// <param name="Removed">Characters the reader took out (markup, unreadable characters).</param>
/// <param name="Diagnostics">What the reader noticed.</param>
/// <param name="EmbeddedTitle">Title from the file's own properties, or null.</param>
internal sealed record SourceDocument(
    SourceFile Source,
    ImmutableArray<SourcePage> Pages,
    ImmutableArray<Removal> Removed,
    ImmutableArray<Diagnostic> Diagnostics,
    string? EmbeddedTitle = null)
{
    /// <summary>The outline of a PDF file, in its order.</summary>
    public ImmutableArray<Bookmark> Bookmarks { get; init; } = [];
}

/// <summary>A page as read. Width and height in points; null for files without pages.</summary>
internal sealed record SourcePage(int Number, double? Width, double? Height, ImmutableArray<SourceLine> Lines);

/// <summary>What the format itself says a line is.</summary>
internal enum LineHint
{
    None,

    /// <summary>A heading of markdown, HTML or a word processor's outline; <see cref="SourceLine.HintLevel"/> is its depth.</summary>
    Heading,

    /// <summary>A list item of markdown or HTML; <see cref="SourceLine.HintLevel"/> is its depth.</summary>
    ListItem,

    /// <summary>A table row; its cells are <see cref="SourceLine.Cells"/>.</summary>
    TableRow,

    /// <summary>The caption of the table or figure beside it.</summary>
    Caption,

    /// <summary>The first line of a note; <see cref="SourceLine.Note"/> tells which.</summary>
    Note,

    /// <summary>A further line of the note before it.</summary>
    NoteRest,
}

/// <summary>What parts a line from the one before it.</summary>
internal enum LineBreak
{
    /// <summary>Print: the line may go on with the one before it.</summary>
    Print,

    /// <summary>The author: the line opens a paragraph.</summary>
    Paragraph,

    /// <summary>The author, within a paragraph.</summary>
    InParagraph,
}

/// <summary>A note the source itself states.</summary>
/// <param name="Number">Counts the source's notes, from 1: what points to it and it itself have the same.</param>
/// <param name="Marker">Its number or sign, without brackets.</param>
/// <param name="Length">How many characters of the note's first line are its marker as printed.</param>
internal sealed record SourceNote(int Number, string Marker, int Length);

/// <summary>A place of a line that points to a note the source itself states.</summary>
/// <param name="Start">Offset into the line's text.</param>
/// <param name="End">Offset after the mark.</param>
/// <param name="Note">The note's <see cref="SourceNote.Number"/>.</param>
internal readonly record struct SourceAnchor(int Start, int End, int Note);

/// <summary>
/// A line as printed: its characters after mending (symbol fonts mapped, markup taken out), in runs of one style.
/// <see cref="Text"/> is the runs' text one after another; spaces between runs of a PDF line are already in it.
/// </summary>
internal sealed record SourceLine
{
    /// <summary>Page number, 0 for files without pages.</summary>
    public required int Page { get; init; }

    /// <summary>Line number on the page (in the file, for files without pages), from 1.</summary>
    public required int Number { get; init; }

    public required string Text { get; init; }

    /// <summary>The line's box; null for files without pages.</summary>
    public Box? Box { get; init; }

    public ImmutableArray<SourceRun> Runs { get; init; } = [];

    /// <summary>Whether blank lines stand before this one in a text file.</summary>
    public int BlankLinesBefore { get; init; }

    public LineHint Hint { get; init; }

    public int HintLevel { get; init; }

    /// <summary>What parts it from the line before it.</summary>
    public LineBreak Break { get; init; }

    /// <summary>The note it opens, or null.</summary>
    public SourceNote? Note { get; init; }

    /// <summary>Its marks of notes, where the source states them.</summary>
    public ImmutableArray<SourceAnchor> Anchors { get; init; } = [];

    /// <summary>Cells of a table row as offsets into <see cref="Text"/>; empty otherwise.</summary>
    public ImmutableArray<TextSpan> Cells { get; init; } = [];

    /// <summary>Which of the page's regions (columns, boxes, what lies between) the line stands in; 0 for files without pages.</summary>
    public int Region { get; init; }

    /// <summary>The table with a grid of its own the line stands in, or null.</summary>
    public SourceTable? Table { get; init; }

    /// <summary>Which of <see cref="SourceTable.Cells"/> it stands in.</summary>
    public int CellIndex { get; init; }

    /// <summary>The dominant font size of the line by characters, in points; 0 for text files.</summary>
    public double FontSize { get; init; }

    /// <summary>Whether the source tells how the line is set: a page, or a word processor's file.</summary>
    public bool IsSet => FontSize > 0;

    /// <summary>Where a stretch of <see cref="Text"/> stands, taken from the runs by character count; null where they have no place.</summary>
    public Box? BoxOf(int start, int end)
    {
        Box? all = null;
        foreach (var run in Runs)
        {
            if (run.Box is not { } box || run.End <= start || run.Start >= end)
            {
                continue;
            }

            var width = (box.X1 - box.X0) / Math.Max(1, run.End - run.Start);
            var x0 = box.X0 + (width * (Math.Max(start, run.Start) - run.Start));
            var x1 = box.X0 + (width * (Math.Min(end, run.End) - run.Start));
            all = all is null
                ? new Box(Page, x0, box.Y0, x1, box.Y1)
                : new Box(Page, Math.Min(all.X0, x0), Math.Min(all.Y0, box.Y0), Math.Max(all.X1, x1), Math.Max(all.Y1, box.Y1));
        }

        return all;
    }
}

/// <summary>Characters of one style in a line.</summary>
/// <param name="Start">Offset into the line's text.</param>
/// <param name="End">Offset after the last character.</param>
/// <param name="Box">Where it stands; null for files without pages.</param>
/// <param name="FontSize">Points; 0 for text files.</param>
/// <param name="Superscript">Raised and small, or <c>&lt;sup&gt;</c>.</param>
/// <param name="Confidence">How sure the characters are: less than 1 where they were recognized in a picture.</param>
internal sealed record SourceRun(int Start, int End, Box? Box, string? Font, double FontSize, string? Color, bool Bold, bool Superscript, double Confidence = 1);

/// <summary>A table whose grid the source itself draws or states. Its lines point to it.</summary>
/// <param name="Borders">Where the columns begin and the last one ends, in points from the left; in a file without pages, columns from 0.</param>
/// <param name="Cells">The cells in reading order; those of a page cover the grid.</param>
internal sealed record SourceTable(Box? Box, int Rows, ImmutableArray<double> Borders, ImmutableArray<SourceCell> Cells)
{
    public int Columns => Borders.Length - 1;
}

/// <summary>A cell: its first row and column from 0, and how many it covers.</summary>
/// <param name="Shaded">Whether it has a colour of its own.</param>
internal sealed record SourceCell(int Row, int Column, int RowSpan, int ColumnSpan, bool Shaded);
