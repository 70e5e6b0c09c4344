namespace ReportMiner.Documents;

/// <summary>What an amount measures.</summary>
public enum AmountKind
{
    /// <summary>Money; the unit is an ISO 4217 code.</summary>
    Money,

    /// <summary>Percent or percentage points.</summary>
    Percent,

    /// <summary>Counted things.</summary>
    Count,

    /// <summary>배.</summary>
    Multiple,

    /// <summary>위.</summary>
    Rank,

    /// <summary>A physical or technical unit.</summary>
    Measure,
}

/// <summary>What a word beside the amount makes of it.</summary>
public enum AmountModifier
{
    /// <summary>약, 여, 내외, 가량, 수준.</summary>
    About,

    /// <summary>이상, 최소.</summary>
    AtLeast,

    /// <summary>이하, 최대, 이내.</summary>
    AtMost,

    /// <summary>초과, 돌파, 넘는.</summary>
    Over,

    /// <summary>미만.</summary>
    Under,
}

/// <summary>A number with its unit.</summary>
public sealed record Amount : ExtractedItem
{
    /// <summary>The amount as printed.</summary>
    public required string Text { get; init; }

    /// <summary>The lower bound as an exact decimal in full digits; null if vague.</summary>
    public required string? Low { get; init; }

    /// <summary>The upper bound; equal to <see cref="Low"/> unless a range is stated.</summary>
    public required string? High { get; init; }

    /// <summary>ISO 4217, <c>%</c>, <c>%p</c>, <c>x</c>, or the counter as written.</summary>
    public required string? Unit { get; init; }

    /// <summary>What it measures.</summary>
    public required AmountKind Kind { get; init; }

    /// <summary>What a word beside it makes of it, or null.</summary>
    public required AmountModifier? Modifier { get; init; }

    /// <summary>True for 수천억, 수십 개 and the like.</summary>
    public required bool Vague { get; init; }
}
