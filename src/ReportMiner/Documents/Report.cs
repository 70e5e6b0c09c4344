using System.Collections.Immutable;

namespace ReportMiner.Documents;

/// <summary>Everything ReportMiner knows of one report: the output contract. Offsets are Unicode code points.</summary>
public sealed record Report
{
    /// <summary>Version of this shape, by semantic versioning.</summary>
    public const string CurrentSchemaVersion = "1.4.0";

    /// <summary>Version of this shape, by semantic versioning.</summary>
    public string SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>What made it.</summary>
    public required Generator Generator { get; init; }

    /// <summary>What it was made from.</summary>
    public required SourceFile Source { get; init; }

    /// <summary>What the report says of itself.</summary>
    public required Metadata Metadata { get; init; }

    /// <summary>The normalized text in reading order, one block a line.</summary>
    public required string Text { get; init; }

    /// <summary>The pages and their stretch of the text; empty for inputs without pages.</summary>
    public required ImmutableArray<Page> Pages { get; init; }

    /// <summary>The blocks in reading order.</summary>
    public required ImmutableArray<Block> Blocks { get; init; }

    /// <summary>What was taken out of the text, and why.</summary>
    public required ImmutableArray<Removal> Removed { get; init; }

    /// <summary>The outline.</summary>
    public required ImmutableArray<Section> Sections { get; init; }

    /// <summary>Numbered and star notes.</summary>
    public required ImmutableArray<Footnote> Footnotes { get; init; }

    /// <summary>Tables.</summary>
    public required ImmutableArray<Table> Tables { get; init; }

    /// <summary>Figures.</summary>
    public required ImmutableArray<Figure> Figures { get; init; }

    /// <summary>Occurrences of names.</summary>
    public required ImmutableArray<Mention> Mentions { get; init; }

    /// <summary>What the mentions name.</summary>
    public required ImmutableArray<Entity> Entities { get; init; }

    /// <summary>Calendar expressions.</summary>
    public required ImmutableArray<DateItem> Dates { get; init; }

    /// <summary>Numbers with units.</summary>
    public required ImmutableArray<Amount> Amounts { get; init; }

    /// <summary>Proposals and plans.</summary>
    public required ImmutableArray<Recommendation> Recommendations { get; init; }

    /// <summary>Joined records.</summary>
    public required ImmutableArray<Fact> Facts { get; init; }

    /// <summary>The amounts that are in no fact, in reading order, each with the reason.</summary>
    public required ImmutableArray<LeftFigure> LeftFigures { get; init; }

    /// <summary>Findings about the report and its reading.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }
}
