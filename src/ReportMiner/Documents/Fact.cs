using System.Collections.Immutable;

namespace ReportMiner.Documents;

/// <summary>One filler of a fact's role.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Ref">Id of the mention, date or amount; null for a phrase.</param>
public sealed record FactArgument(string Text, string? Ref);

/// <summary>A record joined from names, dates and amounts of one statement.</summary>
public sealed record Fact : ExtractedItem
{
    /// <summary>release, investment, acquisition, partnership, budget, target, forecast or statistic.</summary>
    public required string Type { get; init; }

    /// <summary>Role to fillers, in ordinal order of the roles.</summary>
    public required ImmutableSortedDictionary<string, ImmutableArray<FactArgument>> Arguments { get; init; }
}
