namespace ReportMiner.Documents;

/// <summary>An amount as the amount tagger found it, before its numerals are resolved to decimals.</summary>
internal sealed record AmountExpression(int Start, int End, string Rule, string Text)
{
    /// <summary>The numeral as printed, without sign and unit; of a range the first.</summary>
    public required string Low { get; init; }

    /// <summary>The second numeral of a range, or null.</summary>
    public string? High { get; init; }

    /// <summary>A numeral to multiply by, from a unit head (억원, 백만 달러) or a word after a currency sign (billion); or null.</summary>
    public string? Scale { get; init; }

    /// <summary>True if a minus or △ stands before the figure.</summary>
    public bool Negative { get; init; }

    /// <summary>ISO 4217, <c>%</c>, <c>%p</c>, <c>x</c>, or the counter as written.</summary>
    public required string Unit { get; init; }

    /// <summary>What it measures.</summary>
    public required AmountKind Kind { get; init; }

    /// <summary>What a word beside it makes of it, or null.</summary>
    public AmountModifier? Modifier { get; init; }

    /// <summary>Probability that this is an amount and its unit is right, from the rule.</summary>
    public required double Confidence { get; init; }
}
