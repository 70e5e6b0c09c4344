using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Corpus;

/// <summary>A fact of one report.</summary>
public sealed record FactRow : CorpusRow
{
    /// <inheritdoc/>
    public override string Row => "fact";

    /// <summary>Path of the report's output.</summary>
    public required string Report { get; init; }

    /// <summary>The fact's id in that report.</summary>
    public required string Fact { get; init; }

    /// <summary>release, investment, acquisition, partnership, budget, target, forecast or statistic.</summary>
    public required string Type { get; init; }

    /// <summary>Role to fillers as printed.</summary>
    public required ImmutableSortedDictionary<string, ImmutableArray<string>> Arguments { get; init; }

    /// <summary>Lowest value of its amount, an exact decimal; null without one.</summary>
    public required string? Low { get; init; }

    /// <summary>Highest value of its amount.</summary>
    public required string? High { get; init; }

    /// <summary>Unit of its amount.</summary>
    public required string? Unit { get; init; }

    /// <summary>What a word beside the amount makes of it, or null.</summary>
    public required AmountModifier? Modifier { get; init; }

    /// <summary>Its date in EDTF, or null.</summary>
    public required string? Edtf { get; init; }

    /// <summary>First day of its date, or null.</summary>
    public required string? From { get; init; }

    /// <summary>Last day of its date, or null.</summary>
    public required string? Until { get; init; }

    /// <summary>The ministries that act in it; where it names none, those that published the report.</summary>
    public required ImmutableArray<string> Ministries { get; init; }

    /// <summary>Its page, or null.</summary>
    public required int? Page { get; init; }

    /// <summary>Probability that it is right.</summary>
    public required double Confidence { get; init; }

    /// <summary>What found it.</summary>
    public required string Source { get; init; }

    /// <summary>The words it stands in.</summary>
    public required string Statement { get; init; }

    /// <summary>The fillers of a role as printed, parted by a comma; null where it has none.</summary>
    public string? Words(string role) => Arguments.TryGetValue(role, out var fillers) ? string.Join(", ", fillers) : null;
}
