using System.Text.Json.Serialization;

namespace ReportMiner.Documents;

/// <summary>What a block is.</summary>
public enum BlockKind
{
    /// <summary>A line that names a part of the report.</summary>
    Heading,

    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>A bullet or a numbered item.</summary>
    ListItem,

    /// <summary>A table: cells parted by tabs, rows by line feeds.</summary>
    Table,

    /// <summary>The title of a table or figure.</summary>
    Caption,

    /// <summary>A numbered or starred note.</summary>
    Footnote,

    /// <summary>A line that names the source of a table or figure.</summary>
    Source,

    /// <summary>A remark set apart by ※.</summary>
    Note,

    /// <summary>An entry of the table of contents.</summary>
    Toc,

    /// <summary>Quoted text.</summary>
    Quote,
}

/// <summary>A unit of reading: one line of <see cref="Report.Text"/> (a table takes one line a row).</summary>
public sealed record Block : TextItem
{
    /// <summary>What the block is.</summary>
    public required BlockKind Kind { get; init; }

    /// <summary>Depth from 1: of a heading in the outline, of a list item in its list; 0 for other kinds.</summary>
    public int Level { get; init; }

    /// <summary>The bullet or number that opens it, as printed; null if none. It is part of the block's text.</summary>
    public string? Marker { get; init; }

    /// <summary>The bracketed lead of a list item without its brackets (<c>데이터</c> of "○ (데이터) 개방 확대"), or null. It is part of the block's text.</summary>
    public string? Head { get; init; }

    /// <summary>Id of the section the block belongs to, or null before the first heading.</summary>
    public string? Section { get; init; }

    /// <summary>Offset of the first character after the marker and its space.</summary>
    [JsonIgnore]
    public int ContentStart { get; init; }
}
