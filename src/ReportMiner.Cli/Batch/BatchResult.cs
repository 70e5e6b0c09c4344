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
internal sealed record BatchResult(BatchItem Item, BatchStatus Status, ReportFailure? Failure, ReportOutcome Record, int Length)
{
    // A text file has no pages; this many characters are what a printed page of a report holds.
    private const int CharactersPerPage = 1500;

    public int Pages => Status == BatchStatus.Failed ? 0 : Record.Pages ?? Math.Max(1, (Length + CharactersPerPage - 1) / CharactersPerPage);
}
