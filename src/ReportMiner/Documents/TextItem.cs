using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ReportMiner.Documents;

/// <summary>
/// A piece of the report's text and its place. <see cref="Start"/> and <see cref="End"/> are half-open offsets into
/// <see cref="Report.Text"/>: UTF-16 code units while the stages work, Unicode code points in the finished
/// <see cref="Report"/> (Emit rewrites them once, at the end).
/// </summary>
public abstract record TextItem
{
    /// <summary>Identifier, unique in the report: a letter for the kind and a number in reading order.</summary>
    [JsonPropertyOrder(-10)]
    public required string Id { get; init; }

    /// <summary>Offset of the first character.</summary>
    [JsonPropertyOrder(10)]
    public required int Start { get; init; }

    /// <summary>Offset after the last character.</summary>
    [JsonPropertyOrder(11)]
    public required int End { get; init; }

    /// <summary>Page of the first character, from 1; null for inputs without pages.</summary>
    [JsonPropertyOrder(12)]
    public int? Page { get; init; }

    /// <summary>One box a line the item covers; empty for inputs without pages.</summary>
    [JsonPropertyOrder(13)]
    public ImmutableArray<Box> Boxes { get; init; } = [];
}

/// <summary>A <see cref="TextItem"/> that was extracted by a rule, a list or a model, with how sure it is.</summary>
public abstract record ExtractedItem : TextItem
{
    /// <summary>Probability that the item is right, 0 to 1.</summary>
    [JsonPropertyOrder(20)]
    public required double Confidence { get; init; }

    /// <summary>What found it: <c>rule:ID</c>, <c>gazetteer:NAME</c>, <c>model:NAME</c> or <c>review:WHO</c>.</summary>
    [JsonPropertyOrder(21)]
    public required string Source { get; init; }
}
