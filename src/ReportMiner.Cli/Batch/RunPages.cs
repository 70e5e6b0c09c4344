using ReportMiner.Emit;
using ReportMiner.Review;

namespace ReportMiner.Cli.Batch;

/// <summary>Writes what a run leaves about itself: <c>run.json</c> and <c>index.html</c>.</summary>
internal static class RunPages
{
    public static void Write(OutputFolder folder, BatchResult[] results)
    {
        var record = RunRecord.Of(results.Select(r => r.Record));
        folder.Write("run.json", record.Write());
        folder.Write("index.html", RunIndexPage.Write(record));
    }
}
