using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReportMiner.Documents;
using ReportMiner.Emit;

namespace ReportMiner.Cli.Batch;

internal enum BatchStatus
{
    Written,
    Skipped,
    Failed,
}

/// <summary>What became of one file.</summary>
/// <param name="Record">The figures that outlive the report; a run of many reports must not hold them all.</param>
/// <param name="Length">Characters of the report's text.</param>
/// <param name="Files">What was written for it.</param>
internal sealed record BatchResult(BatchItem Item, BatchStatus Status, ReportOutcome Record, int Length, ImmutableArray<OutputFile> Files)
{
    // A text file has no pages; this many characters are what a printed page of a report holds.
    private const int CharactersPerPage = 1500;

    [JsonIgnore]
    public ReportFailure? Failure => Status == BatchStatus.Failed ? new(Record.Code!, Record.Korean!, Record.English!) : null;

    [JsonIgnore]
    public int Pages => Status == BatchStatus.Failed ? 0 : Record.Pages ?? Math.Max(1, (Length + CharactersPerPage - 1) / CharactersPerPage);

    public static BatchResult Fail(BatchItem item, ReportFailure failure) =>
        new(item, BatchStatus.Failed, ReportOutcome.Of(item.Target, failure, []), 0, []);
}
