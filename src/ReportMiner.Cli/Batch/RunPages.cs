using System.Text.Json;
using ReportMiner.Emit;

namespace ReportMiner.Cli.Batch;

/// <summary>Writes what a run leaves about itself: <c>run.json</c>.</summary>
internal static class RunPages
{
    public static void Write(OutputFolder folder, BatchResult[] results)
    {
        var record = new
        {
            generator = $"ReportMiner {ReportJson.Version}",
            reports = results.Select(r => new { file = r.Item.Target, status = r.Status, code = r.Failure?.Code, message = r.Failure?.Message, counts = r.Counts }),
        };
        folder.Write("run.json", JsonSerializer.SerializeToUtf8Bytes(record, ReportJson.Options));
    }
}
