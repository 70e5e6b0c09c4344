using System.Text.Json;
using ReportMiner.Documents;
using ReportMiner.Emit;
using ReportMiner.Resources;
using ReportMiner.Review;

namespace ReportMiner.Cli.Batch;

/// <summary>Runs the pipeline over many files at once. One bad file never stops the others.</summary>
internal sealed class BatchRunner(ReportPipeline pipeline, OutputFolder output, bool reviewHtml, bool force)
{
    /// <summary>Processes the files; the results are in their order, whatever the number of workers.</summary>
    /// <param name="report">Called once a file, in the order of the files, one call at a time.</param>
    /// <exception cref="OperationCanceledException">Cancelled; what was written is whole.</exception>
    public async Task<BatchResult[]> RunAsync(IReadOnlyList<BatchItem> items, int jobs, Action<BatchResult> report, CancellationToken cancellation)
    {
        var results = new BatchResult?[items.Count];
        var told = 0;
        var gate = new Lock();
        await Parallel.ForAsync(
            0,
            items.Count,
            new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation },
            (i, stop) =>
            {
                var result = Process(items[i], stop);
                lock (gate)
                {
                    results[i] = result;
                    for (; told < results.Length && results[told] is { } next; told++)
                    {
                        report(next);
                    }
                }

                return ValueTask.CompletedTask;
            });
        return results!;
    }

    private BatchResult Process(BatchItem item, CancellationToken cancellation)
    {
        try
        {
            if (!force && output.Current(item, pipeline.Generator, reviewHtml) is { } current)
            {
                return Done(item, BatchStatus.Skipped, current);
            }

            var outcome = ReadKnown(item.Path, out var known) is { } bad ? bad : pipeline.Run(new ReportInput(item.Path, known), cancellation);
            if (!outcome.Succeeded)
            {
                return Fail(item, outcome.Failure);
            }

            var review = reviewHtml ? Task.Run(() => ReviewPage.Write(outcome.Value), cancellation) : null;
            output.Write(item.Target + ".json", ReportJson.Write(outcome.Value));
            if (review is not null)
            {
                output.Write(item.Target + ".review.html", review.GetAwaiter().GetResult());
            }

            return Done(item, BatchStatus.Written, outcome.Value);
        }
        catch (Exception e) when (e is not (OperationCanceledException or ResourceException))
        {
            return Fail(item, new ReportFailure("RM1900", $"예상하지 못한 오류입니다({e.GetType().Name}: {e.Message})", $"unexpected error in {e.TargetSite?.DeclaringType?.Name}"));
        }
    }

    private BatchResult Done(BatchItem item, BatchStatus status, Report report)
    {
        string[] outputs = reviewHtml ? [item.Target + ".json", item.Target + ".review.html"] : [item.Target + ".json"];
        var record = ReportOutcome.Of(item.Target, report, outputs);
        return new BatchResult(item, status, null, status == BatchStatus.Skipped ? record with { Status = ReportStatus.Skipped } : record, report.Text.Length);
    }

    // What an earlier run wrote for this file no longer holds.
    private BatchResult Fail(BatchItem item, ReportFailure failure)
    {
        output.Delete(item.Target + ".json");
        output.Delete(item.Target + ".review.html");
        return new BatchResult(item, BatchStatus.Failed, failure, ReportOutcome.Of(item.Target, failure, []), 0);
    }

    private static ReportFailure? ReadKnown(string path, out KnownMetadata? known)
    {
        known = null;
        var sidecar = InputFinder.SidecarOf(path);
        if (!File.Exists(sidecar))
        {
            return null;
        }

        try
        {
            known = JsonSerializer.Deserialize<KnownMetadata>(File.ReadAllBytes(sidecar), ReportJson.Options);
            return null;
        }
        catch (JsonException e)
        {
            return new ReportFailure("RM1901", $"{Path.GetFileName(sidecar)} 파일이 올바르지 않습니다", $"the file of known metadata is not valid: {e.Message}");
        }
    }
}
