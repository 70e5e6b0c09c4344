using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace ReportMiner.Cli.Batch;

/// <summary>What a run says: a line a document to the data stream, what people read to the other.</summary>
internal sealed class RunReport(OutputFolder folder, TextWriter data, TextWriter messages)
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    public void Tell(BatchResult result)
    {
        if (result.Failure is { } failure)
        {
            data.WriteLine($"failed\t{result.Item.Path}\t{failure.Code}");
            messages.WriteLine($"{result.Item.Path}: {failure.Code} {failure.Message}");
        }
        else
        {
            data.WriteLine($"{JsonNamingPolicy.CamelCase.ConvertName(result.Status.ToString())}\t{folder.PathOf(result.Item.Target + ".json")}");
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
        messages.WriteLine(string.Create(CultureInfo.InvariantCulture, $"보고서 {results.Length}건(그대로 둔 것 {skipped}, 실패 {failed}), {pages}쪽, {elapsed.TotalSeconds:F1}초, 쪽당 {each:F1} ms, 최대 메모리 {memory >> 20} MB"));
        messages.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{results.Length} reports ({skipped} unchanged, {failed} failed), {pages} pages, {elapsed.TotalSeconds:F1} s, {each:F1} ms a page, peak memory {memory >> 20} MB"));
    }
}
