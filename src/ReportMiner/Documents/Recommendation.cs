using System.Collections.Immutable;

namespace ReportMiner.Documents;

/// <summary>Whether a statement advises or announces.</summary>
public enum RecommendationKind
{
    /// <summary>제언: says what should be done.</summary>
    Proposal,

    /// <summary>추진과제: a public body announces it.</summary>
    Plan,
}

/// <summary>A statement that proposes or announces a policy action.</summary>
public sealed record Recommendation : ExtractedItem
{
    /// <summary>The statement, white space folded, bullet marker left off.</summary>
    public required string Text { get; init; }

    /// <summary>Whether it advises or announces.</summary>
    public required RecommendationKind Kind { get; init; }

    /// <summary>One of the ten categories of the annotation guide, such as <c>r&amp;d</c>.</summary>
    public required string Category { get; init; }

    /// <summary>Ids of the mentions that are to act.</summary>
    public required ImmutableArray<string> Actors { get; init; }

    /// <summary>When, in EDTF, or null.</summary>
    public required string? Period { get; init; }

    /// <summary>The tag 신규 or 강화, or null.</summary>
    public required string? Status { get; init; }

    /// <summary>Ids of the amounts in the statement.</summary>
    public required ImmutableArray<string> Amounts { get; init; }

    /// <summary>Id of the section it stands in, or null.</summary>
    public required string? Section { get; init; }
}
