using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Corpus;

/// <summary>A recommendation of one report.</summary>
public sealed record RecommendationRow : CorpusRow
{
    /// <inheritdoc/>
    public override string Row => "recommendation";

    /// <summary>Path of the report's output.</summary>
    public required string Report { get; init; }

    /// <summary>The recommendation's id in that report.</summary>
    public required string Recommendation { get; init; }

    /// <summary>The statement.</summary>
    public required string Text { get; init; }

    /// <summary>Whether it advises or announces.</summary>
    public required RecommendationKind Kind { get; init; }

    /// <summary>One of the ten categories of the annotation guide.</summary>
    public required string Category { get; init; }

    /// <summary>Who is to act, by canonical names.</summary>
    public required ImmutableArray<string> Actors { get; init; }

    /// <summary>The ministries that are to act; where it names none, those that published the report.</summary>
    public required ImmutableArray<string> Ministries { get; init; }

    /// <summary>When, in EDTF, or null.</summary>
    public required string? Period { get; init; }

    /// <summary>The tag 신규 or 강화, or null.</summary>
    public required string? Status { get; init; }

    /// <summary>Its amounts as printed.</summary>
    public required ImmutableArray<string> Amounts { get; init; }

    /// <summary>Its page, or null.</summary>
    public required int? Page { get; init; }

    /// <summary>Probability that it is right.</summary>
    public required double Confidence { get; init; }
}
