using System.Collections.Immutable;
using ReportMiner.Resources;

namespace ReportMiner.Tag.Amounts;

/// <summary>amounts.json: cues, signs and confidences of the amount tagger.</summary>
internal sealed record AmountRules
{
    public const string FileName = "rules/amounts.json";

    public const string UnitsFileName = "rules/units.json";

    public required ImmutableArray<string> Particles { get; init; }

    public required string UnmarkedBefore { get; init; }

    public required string YearBefore { get; init; }

    public required string UnmarkedAfter { get; init; }

    public required ImmutableArray<ModifierRule> Modifiers { get; init; }

    public required string MinusSigns { get; init; }

    public required string RiseSigns { get; init; }

    public required string FallSigns { get; init; }

    public required string RangeSigns { get; init; }

    public required ImmutableSortedDictionary<string, string> Magnitudes { get; init; }

    public required string UnitHead { get; init; }

    /// <summary>Heads of columns of rates.</summary>
    public required string RateHead { get; init; }

    public required BareMoneyRule BareMoney { get; init; }

    public required ImmutableArray<ColumnHeadRule> ColumnHeads { get; init; }

    public required AmountConfidence Confidence { get; init; }

    public ImmutableArray<ImmutableArray<string>> Examples { get; init; } = [];

    public ImmutableArray<string> Not { get; init; } = [];

    public static AmountRules Load(ResourceDirectory resources) => resources.ReadJson<AmountRules>(FileName);

    public static ImmutableArray<UnitRule> LoadUnits(ResourceDirectory resources) => resources.ReadJson<UnitList>(UnitsFileName).Units;

    private sealed record UnitList(ImmutableArray<UnitRule> Units);
}

/// <summary>A word before or after an amount and what it makes of it.</summary>
internal sealed record ModifierRule
{
    public required string Id { get; init; }

    public required string Modifier { get; init; }

    public string? Before { get; init; }

    public string? After { get; init; }

    public ImmutableArray<ImmutableArray<string>> Examples { get; init; } = [];
}

/// <summary>How sure the rules are of what they find.</summary>
internal sealed record AmountConfidence(double Unit, double Head, double Noun, double Native, double Vague, double Prefix, double BareMoney);

/// <summary>A table's column that names what is counted, and the counter of its bare numbers.</summary>
internal sealed record ColumnHeadRule(string Head, string Unit, string Example);

/// <summary>Which words make a numeral of 억 and above without a unit money, and of which currency.</summary>
internal sealed record BareMoneyRule(string Before, string After, string Unit);
