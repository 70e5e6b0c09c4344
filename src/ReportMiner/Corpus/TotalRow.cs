namespace ReportMiner.Corpus;

/// <summary>A total over all reports. Amounts of different currencies are never added.</summary>
public sealed record TotalRow : CorpusRow
{
    /// <inheritdoc/>
    public override string Row => "total";

    /// <summary>What is counted: <c>report</c>, <c>recommendation</c>, <c>budget</c>, <c>investment</c>, <c>acquisition</c>, or <c>recommendationMoney</c>.</summary>
    public required string Of { get; init; }

    /// <summary>What it is by: <c>all</c>, <c>ministry</c>, <c>category</c>, <c>year</c>, or two of them joined by <c>+</c>.</summary>
    public required string By { get; init; }

    /// <summary>The ministry; null where the total is not by ministry or none is named.</summary>
    public required string? Ministry { get; init; }

    /// <summary>The category; null where the total is not by category.</summary>
    public required string? Category { get; init; }

    /// <summary>The year, of money also a stretch of years (<c>2024/2027</c>); null where the total is not by year or none is stated.</summary>
    public required string? Year { get; init; }

    /// <summary>ISO 4217; null for a count.</summary>
    public required string? Currency { get; init; }

    /// <summary>Sum of the lowest values, an exact decimal; null for a count.</summary>
    public required string? Low { get; init; }

    /// <summary>Sum of the highest values.</summary>
    public required string? High { get; init; }

    /// <summary>How many statements were counted or added.</summary>
    public required int Statements { get; init; }

    /// <summary>How many were left out because they say again what one that counts says.</summary>
    public required int Restated { get; init; }

    /// <summary>How many reports these statements stand in.</summary>
    public required int Reports { get; init; }

    /// <summary>What it is a total of, in Korean and in English, parted by " / ".</summary>
    public required string Meaning { get; init; }
}
