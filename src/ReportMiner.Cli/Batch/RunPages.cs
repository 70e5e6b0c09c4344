using ReportMiner.Emit;
using ReportMiner.Review;

namespace ReportMiner.Cli.Batch;

/// <summary>Writes what stands in an output folder: <c>run.json</c> and <c>index.html</c>.</summary>
internal static class RunPages
{
    public static void Write(OutputFolder folder, Journal journal)
    {
        var record = RunRecord.Of(journal.Last().Select(e => e.Record));
        folder.Write("run.json", record.Write());
        folder.Write("index.html", RunIndexPage.Write(record));
    }
}
