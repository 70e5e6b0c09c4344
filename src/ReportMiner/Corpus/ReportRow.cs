using System.Collections.Immutable;

namespace ReportMiner.Corpus;

/// <summary>A report of the corpus.</summary>
public sealed record ReportRow : CorpusRow
{
    /// <inheritdoc/>
    public override string Row => "report";

    /// <summary>Path of its output in the folder of outputs, with <c>/</c>; the other rows name the report by it.</summary>
    public required string Report { get; init; }

    /// <summary>Its title, or null.</summary>
    public required string? Title { get; init; }

    /// <summary>Who published it, as printed.</summary>
    public required ImmutableArray<string> Publishers { get; init; }

    /// <summary>Those publishers that are ministries, by their canonical names.</summary>
    public required ImmutableArray<string> Ministries { get; init; }

    /// <summary>Publication date in EDTF, or null.</summary>
    public required string? Published { get; init; }

    /// <summary>Year of publication, or null.</summary>
    public required int? Year { get; init; }

    /// <summary>Its number as printed, or null.</summary>
    public required string? ReportNumber { get; init; }

    /// <summary>Number of pages, or null.</summary>
    public required int? Pages { get; init; }

    /// <summary>Name of the input file.</summary>
    public required string FileName { get; init; }

    /// <summary>SHA-256 of the input file.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Path of its review page in the folder of outputs, with <c>/</c>; null if there is none.</summary>
    public required string? ReviewPage { get; init; }

    /// <summary>Whether people decided on its items.</summary>
    public required bool Reviewed { get; init; }

    /// <summary>The report that was made from the same file and is counted in its stead; null if it counts itself.</summary>
    public required string? CopyOf { get; init; }

    /// <summary>Number of mentions of names.</summary>
    public required int Mentions { get; init; }

    /// <summary>Number of dates.</summary>
    public required int Dates { get; init; }

    /// <summary>Number of dates whose value is not known; the timeline leaves them out.</summary>
    public required int UnresolvedDates { get; init; }

    /// <summary>Number of amounts.</summary>
    public required int Amounts { get; init; }

    /// <summary>Number of recommendations.</summary>
    public required int Recommendations { get; init; }

    /// <summary>Number of facts.</summary>
    public required int Facts { get; init; }
}
