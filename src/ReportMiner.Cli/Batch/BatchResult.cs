using ReportMiner.Documents;

namespace ReportMiner.Cli.Batch;

internal enum BatchStatus
{
    Written,
    Skipped,
    Failed,
}

/// <summary>What became of one file.</summary>
internal sealed record BatchResult(BatchItem Item, BatchStatus Status, ReportFailure? Failure, ReportCounts? Counts, double Seconds);

/// <summary>The figures of a report that outlive it; a run of many reports must not hold them all.</summary>
internal sealed record ReportCounts(int Pages, int Sections, int Footnotes, int Mentions, int Dates, int Amounts, int Recommendations, int Diagnostics)
{
    // A text file has no pages; this many characters are what a printed page of a report holds.
    private const int CharactersPerPage = 1500;

    public static ReportCounts Of(Report report) => new(
        report.Source.Pages ?? Math.Max(1, (report.Text.Length + CharactersPerPage - 1) / CharactersPerPage),
        report.Sections.Length,
        report.Footnotes.Length,
        report.Mentions.Length,
        report.Dates.Length,
        report.Amounts.Length,
        report.Recommendations.Length,
        report.Diagnostics.Length);
}
