using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Corpus;

/// <summary>What reports name, joined over all of them.</summary>
public sealed record EntityRow : CorpusRow
{
    /// <inheritdoc/>
    public override string Row => "entity";

    /// <summary>Kind of name.</summary>
    public required EntityType Type { get; init; }

    /// <summary>Finer kind where a gazetteer knows it, or null.</summary>
    public required string? Subtype { get; init; }

    /// <summary>The canonical name.</summary>
    public required string Name { get; init; }

    /// <summary>Number of reports that name it.</summary>
    public required int Reports { get; init; }

    /// <summary>Number of mentions.</summary>
    public required int Mentions { get; init; }

    /// <summary>Earliest publication date of these reports in EDTF; null where none is known.</summary>
    public required string? First { get; init; }

    /// <summary>Latest publication date of these reports in EDTF; null where none is known.</summary>
    public required string? Last { get; init; }

    /// <summary>The names as printed, the most used first.</summary>
    public required ImmutableArray<EntityForm> Forms { get; init; }

    /// <summary>Where it is named, a report each.</summary>
    public required ImmutableArray<EntityPlace> Places { get; init; }
}

/// <summary>A name as printed and how often it is.</summary>
public sealed record EntityForm(string Text, int Mentions);

/// <summary>An entity in one report: its first mention there, that mention's page, and how many there are.</summary>
/// <param name="Report">Path of the report's output.</param>
/// <param name="Mention">Id of the first mention.</param>
/// <param name="Page">Page of the first mention, or null.</param>
public sealed record EntityPlace(string Report, string Mention, int? Page, int Mentions);
