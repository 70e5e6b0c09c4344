using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ReportMiner.Documents;

/// <summary>Kinds of names. The JSON spells them as here, in capitals.</summary>
public enum EntityType
{
    /// <summary>Companies, ministries, institutes, universities, bodies, media.</summary>
    [JsonStringEnumMemberName("ORG")] Org,

    /// <summary>Persons.</summary>
    [JsonStringEnumMemberName("PER")] Per,

    /// <summary>Countries, regions, cities.</summary>
    [JsonStringEnumMemberName("LOC")] Loc,

    /// <summary>Products, services, models, chips, platforms.</summary>
    [JsonStringEnumMemberName("PRODUCT")] Product,

    /// <summary>Laws, bills, standards, guidelines.</summary>
    [JsonStringEnumMemberName("LAW")] Law,

    /// <summary>Policies, plans, programmes, funds of public bodies.</summary>
    [JsonStringEnumMemberName("POLICY")] Policy,

    /// <summary>Conferences, meetings, contests.</summary>
    [JsonStringEnumMemberName("EVENT")] Event,

    /// <summary>Titles of reports, papers, articles.</summary>
    [JsonStringEnumMemberName("WORK")] Work,
}

/// <summary>One occurrence of a name.</summary>
public sealed record Mention : ExtractedItem
{
    /// <summary>Kind of name.</summary>
    public required EntityType Type { get; init; }

    /// <summary>The name as printed.</summary>
    public required string Text { get; init; }

    /// <summary>Id of the <see cref="Entity"/>.</summary>
    public string? Entity { get; init; }
}

/// <summary>What one or more mentions name.</summary>
public sealed record Entity
{
    /// <summary>Identifier.</summary>
    public required string Id { get; init; }

    /// <summary>Kind of name.</summary>
    public required EntityType Type { get; init; }

    /// <summary>Finer kind where a gazetteer knows it (<c>government</c>, <c>company</c>, <c>country</c> …), or null.</summary>
    public required string? Subtype { get; init; }

    /// <summary>The canonical name.</summary>
    public required string Name { get; init; }

    /// <summary>Other forms that occur in the report, ordinal order.</summary>
    public required ImmutableArray<string> Aliases { get; init; }

    /// <summary>Ids of its mentions in reading order.</summary>
    public required ImmutableArray<string> Mentions { get; init; }
}
