namespace ReportMiner.Review.Events;

/// <summary>The kinds of items that are reviewed.</summary>
public enum ItemKind
{
    /// <summary>A <see cref="Documents.Mention"/>.</summary>
    Mention,

    /// <summary>A <see cref="Documents.DateItem"/>.</summary>
    Date,

    /// <summary>A <see cref="Documents.Amount"/>.</summary>
    Amount,

    /// <summary>A <see cref="Documents.Recommendation"/>.</summary>
    Recommendation,

    /// <summary>A <see cref="Documents.Fact"/>.</summary>
    Fact,
}
