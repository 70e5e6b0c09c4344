using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportMiner.Documents;

namespace ReportMiner.Tag.Amounts;

/// <summary>An entry of units.json. <c>Kind</c> "none" stands for what is no amount: durations, ages, ordinals.</summary>
internal sealed record UnitRule
{
    public required string Id { get; init; }

    public string? Unit { get; init; }

    public required string Kind { get; init; }

    public required ImmutableArray<string> Forms { get; init; }

    public ImmutableArray<string> Prefixes { get; init; } = [];

    public bool Native { get; init; }

    public bool Tight { get; init; }

    public bool Noun { get; init; }

    public bool Magnitude { get; init; }

    public bool Needs { get; init; }

    public int LeastDigits { get; init; }

    public string? Next { get; init; }

    public string? Before { get; init; }

    public string? OrAfter { get; init; }

    public string? Unless { get; init; }

    public ImmutableArray<ImmutableArray<string>> Examples { get; init; } = [];

    public ImmutableArray<string> Not { get; init; } = [];
}

/// <summary>A <see cref="UnitRule"/> made ready: patterns compiled, kind known.</summary>
internal sealed class Unit(UnitRule rule)
{
    public UnitRule Rule { get; } = rule;

    /// <summary>What it measures; null for what is no amount.</summary>
    public AmountKind? Kind { get; } = rule.Kind == "none" ? null : Enum.Parse<AmountKind>(rule.Kind, ignoreCase: true);

    public Regex? Before { get; } = Compile(rule.Before);

    public Regex? OrAfter { get; } = Compile(rule.OrAfter);

    public Regex? Unless { get; } = Compile(rule.Unless);

    /// <summary>The unit as the contract writes it, for a form as printed.</summary>
    public string Name(string form) => Rule.Unit ?? form;

    internal static Regex? Compile(string? pattern) =>
        pattern is null ? null : new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
