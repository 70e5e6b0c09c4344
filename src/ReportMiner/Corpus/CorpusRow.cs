using System.Text.Json.Serialization;

namespace ReportMiner.Corpus;

/// <summary>A row of a corpus: a line of one of its JSON Lines files.</summary>
public abstract record CorpusRow
{
    /// <summary>Version of the rows' shapes, by semantic versioning.</summary>
    public const string CurrentSchemaVersion = "1.0.0";

    /// <summary>Version of the rows' shapes, by semantic versioning.</summary>
    [JsonPropertyOrder(-20)]
    public string SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>What the row is: <c>report</c>, <c>entity</c>, <c>fact</c>, <c>recommendation</c>, <c>date</c>, <c>total</c> or <c>contradiction</c>.</summary>
    [JsonPropertyOrder(-19)]
    public abstract string Row { get; }
}
