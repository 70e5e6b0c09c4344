using System.Collections.Immutable;

namespace ReportMiner.Corpus;

/// <summary>Money that a report states, as far as it may be added to that of others.</summary>
internal sealed record MoneyStatement
{
    /// <summary><c>budget</c>, <c>investment</c>, <c>acquisition</c> or <c>recommendationMoney</c>.</summary>
    public required string Of { get; init; }

    public required string Currency { get; init; }

    public required decimal Low { get; init; }

    public required decimal High { get; init; }

    /// <summary>The year or the stretch of years it is for; null where none is stated.</summary>
    public required string? Year { get; init; }

    /// <summary>What it is for, as one key.</summary>
    public required string Thing { get; init; }

    /// <summary>The words of what it is for, as keys.</summary>
    public required ImmutableArray<string> Words { get; init; }

    public required ImmutableArray<string> Ministries { get; init; }

    public string? Category { get; init; }

    /// <summary>Number of the block it stands in.</summary>
    public int Block { get; init; }

    /// <summary>Whether the report also states the total of several years of which this is one.</summary>
    public bool OfSeveralYears { get; init; }

    /// <summary>Digits of its greatest value without the noughts round them.</summary>
    public int SignificantDigits => High.ToString().Replace(".", "", StringComparison.Ordinal).Trim('0', '-').Length;

    /// <summary>Whether it says what another statement says: the same sum, at no other date, for what is called alike.</summary>
    public bool Restates(MoneyStatement other) =>
        (Of, Currency, Low, High) == (other.Of, other.Currency, other.Low, other.High)
        && (Year is null || other.Year is null || Year == other.Year)
        && (Thing == other.Thing || IsAlike(other));

    // A sum of three digits or more is hardly that of two things that share a word.
    private bool IsAlike(MoneyStatement other) =>
        Words.Intersect(other.Words, StringComparer.Ordinal).Count() is var shared and > 0
        && (SignificantDigits >= 3 || shared * 2 >= Math.Max(Words.Length, other.Words.Length));

}
