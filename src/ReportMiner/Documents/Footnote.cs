using System.Collections.Immutable;

namespace ReportMiner.Documents;

/// <summary>A half-open stretch of <see cref="Report.Text"/>.</summary>
public readonly record struct TextSpan(int Start, int End);

/// <summary>A numbered note, or a star note whose star stands in the body.</summary>
public sealed record Footnote : ExtractedItem
{
    /// <summary>The marker without brackets: <c>12</c>, <c>*</c>, <c>**</c>.</summary>
    public required string Marker { get; init; }

    /// <summary>The note without its marker.</summary>
    public required string Text { get; init; }

    /// <summary>The markers in the text that point to the note.</summary>
    public required ImmutableArray<TextSpan> References { get; init; }
}
