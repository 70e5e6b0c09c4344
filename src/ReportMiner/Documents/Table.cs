using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ReportMiner.Documents;

/// <summary>A table of the report.</summary>
public sealed record Table : ExtractedItem
{
    /// <summary>The caption's label, <c>표 2-1</c>, or null.</summary>
    public string? Label { get; init; }

    /// <summary>The caption without its label, or null.</summary>
    public string? Caption { get; init; }

    /// <summary>How many of the first rows are heads.</summary>
    public int HeaderRows { get; init; }

    /// <summary>The cells' text, row by row; every row has a slot for each column. A merged cell stands in its first slot, the others it covers are empty.</summary>
    public required ImmutableArray<ImmutableArray<string>> Rows { get; init; }

    /// <summary>The merged cells, in reading order.</summary>
    public ImmutableArray<CellSpan> Spans { get; init; } = [];

    /// <summary>The unit stated for the whole table as printed (<c>억 원</c>), or null.</summary>
    public string? Unit { get; init; }

    /// <summary>The line under the table that names its source, as printed, or null.</summary>
    public string? SourceLine { get; init; }

    /// <summary>Where each cell of <see cref="Rows"/> stands in the text.</summary>
    [JsonIgnore]
    public ImmutableArray<ImmutableArray<TextSpan>> CellSpans { get; init; } = [];
}

/// <summary>A merged cell: where it begins in <see cref="Table.Rows"/>, from 0, and how many rows and columns it covers.</summary>
public readonly record struct CellSpan(int Row, int Column, int RowSpan, int ColumnSpan);

/// <summary>A figure, known by its caption.</summary>
public sealed record Figure : ExtractedItem
{
    /// <summary>The caption's label, <c>그림 2-1</c>, or null.</summary>
    public required string? Label { get; init; }

    /// <summary>The caption without its label.</summary>
    public required string Caption { get; init; }
}
