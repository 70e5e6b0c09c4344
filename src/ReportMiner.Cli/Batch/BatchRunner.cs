namespace ReportMiner.Cli.Batch;

/// <summary>Processes many files at once. One bad file never stops the others.</summary>
internal sealed class BatchRunner(Func<BatchItem, CancellationToken, Task<BatchResult>> process)
{
    /// <summary>Processes the files; the results are in their order, whatever the number of workers.</summary>
    /// <param name="finished">Called once a file, as soon as it is finished, one call at a time.</param>
    /// <param name="report">Called once a file, in the order of the files, one call at a time.</param>
    /// <exception cref="OperationCanceledException">Cancelled; what was written is whole.</exception>
    public async Task<BatchResult[]> RunAsync(IReadOnlyList<BatchItem> items, int jobs, Action<BatchResult> finished, Action<BatchResult> report, CancellationToken cancellation)
    {
        var results = new BatchResult?[items.Count];
        var told = 0;
        var gate = new Lock();
        await Parallel.ForAsync(
            0,
            items.Count,
            // One more than there are workers, so that the next file is read and hashed when a worker is free.
            new ParallelOptions { MaxDegreeOfParallelism = jobs + 1, CancellationToken = cancellation },
            async (i, stop) =>
            {
                var result = await process(items[i], stop);
                lock (gate)
                {
                    results[i] = result;
                    finished(result);
                    for (; told < results.Length && results[told] is { } next; told++)
                    {
                        report(next);
                    }
                }
            });
        return results!;
    }
}
