using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReportMiner.Emit;

namespace ReportMiner.Cli.Batch;

/// <summary>A line of the journal: a document that is finished.</summary>
/// <param name="Key">Its <see cref="DocumentKey"/>.</param>
internal sealed record JournalEntry(string Key, int Length, ReportOutcome Record, ImmutableArray<OutputFile> Files)
{
    [JsonIgnore]
    public string Target => Record.Path;

    [JsonIgnore]
    public bool Failed => Record.Status == ReportStatus.Failed;

    public static JournalEntry Of(string key, BatchResult result) => new(key, result.Length, result.Record, result.Files);
}
