using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ReportMiner.Cli.Batch;

/// <summary>What a run says: a line a document to the data stream, what people or programs read of the run to the other.</summary>
internal sealed class RunReport(OutputFolder folder, TextWriter data, RunLog log)
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    public void Tell(BatchResult result)
    {
        if (result.Failure is { } failure)
        {
            data.WriteLine($"failed\t{result.Item.Path}\t{failure.Code}");
            log.Tell("document.failed", new JsonObject { ["path"] = result.Item.Path, ["code"] = failure.Code, ["message"] = failure.Message }, $"{result.Item.Path}: {failure.Code} {failure.Message}");
        }
        else
        {
            var status = JsonNamingPolicy.CamelCase.ConvertName(result.Status.ToString());
            log.Tell("document.finished", new JsonObject { ["path"] = result.Item.Path, ["status"] = status, ["pages"] = result.Pages });
            data.WriteLine($"{status}\t{folder.PathOf(result.Item.Target + ".json")}");
        }
    }

    public void Summarize(BatchResult[] results, long memory)
    {
        var elapsed = _clock.Elapsed;
        var fresh = results.Where(r => r.Status == BatchStatus.Written).Sum(r => r.Pages);
        var pages = results.Sum(r => r.Pages);
        var skipped = results.Count(r => r.Status == BatchStatus.Skipped);
        var failed = results.Count(r => r.Status == BatchStatus.Failed);
        var each = fresh == 0 ? 0 : elapsed.TotalMilliseconds / fresh;
        log.Tell(
            "run.finished",
            new JsonObject { ["reports"] = results.Length, ["unchanged"] = skipped, ["failed"] = failed, ["pages"] = pages, ["seconds"] = Math.Round(elapsed.TotalSeconds, 3), ["peakMemoryBytes"] = memory },
            string.Create(CultureInfo.InvariantCulture, $"보고서 {results.Length}건(그대로 둔 것 {skipped}, 실패 {failed}), {pages}쪽, {elapsed.TotalSeconds:F1}초, 쪽당 {each:F1} ms, 최대 메모리 {memory >> 20} MB"),
            string.Create(CultureInfo.InvariantCulture, $"{results.Length} reports ({skipped} unchanged, {failed} failed), {pages} pages, {elapsed.TotalSeconds:F1} s, {each:F1} ms a page, peak memory {memory >> 20} MB"));
    }
}
