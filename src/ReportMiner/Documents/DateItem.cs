namespace ReportMiner.Documents;

/// <summary>How a date bounds time.</summary>
public enum DateKind
{
    /// <summary>One day, month, quarter, half, year.</summary>
    Point,

    /// <summary>From a date until a date.</summary>
    Range,

    /// <summary>From a date on.</summary>
    Since,

    /// <summary>Up to a date.</summary>
    Until,
}

/// <summary>A calendar expression.</summary>
public sealed record DateItem : ExtractedItem
{
    /// <summary>The expression as printed.</summary>
    public required string Text { get; init; }

    /// <summary>Its value in EDTF (ISO 8601-2); null where it cannot be resolved.</summary>
    public required string? Edtf { get; init; }

    /// <summary>First day, <c>yyyy-MM-dd</c>; null if open or unresolved.</summary>
    public required string? From { get; init; }

    /// <summary>Last day, <c>yyyy-MM-dd</c>; null if open or unresolved.</summary>
    public required string? Until { get; init; }

    /// <summary>How it bounds time.</summary>
    public required DateKind Kind { get; init; }
}
