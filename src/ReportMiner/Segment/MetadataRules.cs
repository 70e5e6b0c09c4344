using System.Collections.Immutable;

namespace ReportMiner.Segment;

/// <summary>The file <c>rules/metadata.json</c>: what covers and imprints look like.</summary>
internal sealed record MetadataRules
{
    public const string ResourceName = "rules/metadata.json";

    public required string Version { get; init; }

    /// <summary>How many lines at the start of a text file are read as its cover.</summary>
    public required int CoverLines { get; init; }

    /// <summary>How many lines at the end are read as the imprint.</summary>
    public required int ImprintLines { get; init; }

    /// <summary>Dates with the groups <c>y</c> (or <c>s</c>, two digits), <c>m</c>, <c>d</c>; the most exact first.</summary>
    public required ImmutableArray<MetadataPattern> DateFormats { get; init; }

    public required MetadataPattern DateLabel { get; init; }

    public required MetadataPattern DateLine { get; init; }

    public required MetadataPattern TitleLabel { get; init; }

    /// <summary>Ends of a line after which a title goes on in the next.</summary>
    public required MetadataPattern TitleContinues { get; init; }

    public required MetadataPattern TitleEnd { get; init; }

    public required MetadataPattern NotTitle { get; init; }

    /// <summary>Titles in a file's properties that name the file or the program.</summary>
    public required MetadataPattern NotEmbedded { get; init; }

    public required MetadataPattern Subtitle { get; init; }

    public required MetadataPattern PublisherLabel { get; init; }

    public required MetadataPattern PublisherLine { get; init; }

    public required MetadataPattern Author { get; init; }

    public required ImmutableArray<MetadataPattern> ReportNumbers { get; init; }
}

/// <summary>A pattern, its value in the group <c>v</c> where it has one, with texts it must and must not find.</summary>
internal sealed record MetadataPattern(string Pattern, ImmutableArray<string> Examples, ImmutableArray<string> CounterExamples);
