using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Corpus;

/// <summary>An entry of the timeline: a dated fact, a recommendation with its period, or a date of neither.</summary>
public sealed record DateRow : CorpusRow
{
    /// <inheritdoc/>
    public override string Row => "date";

    /// <summary>First day; null where it is open.</summary>
    public required string? From { get; init; }

    /// <summary>Last day; null where it is open.</summary>
    public required string? Until { get; init; }

    /// <summary>The date in EDTF.</summary>
    public required string Edtf { get; init; }

    /// <summary>How it bounds time.</summary>
    public required DateKind Kind { get; init; }

    /// <summary>The date as printed; null for a recommendation's period.</summary>
    public required string? Text { get; init; }

    /// <summary>What is dated: the type of a fact, <c>recommendation</c>, or <c>date</c> for a date of neither.</summary>
    public required string Type { get; init; }

    /// <summary>Path of the report's output.</summary>
    public required string Report { get; init; }

    /// <summary>Id of the fact, recommendation or date in that report.</summary>
    public required string Item { get; init; }

    /// <summary>Its page, or null.</summary>
    public required int? Page { get; init; }

    /// <summary>The ministries that act; where none is named, those that published the report.</summary>
    public required ImmutableArray<string> Ministries { get; init; }

    /// <summary>The words it stands in.</summary>
    public required string Statement { get; init; }
}
