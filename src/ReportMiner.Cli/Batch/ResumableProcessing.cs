namespace ReportMiner.Cli.Batch;

/// <summary>Passes over what is done already, and remembers what it does.</summary>
/// <param name="configuration">The <see cref="DocumentKey.Configuration"/> of the run.</param>
/// <param name="process">What does a document.</param>
/// <param name="force">Whether to do what is done already too.</param>
internal sealed class ResumableProcessing(OutputFolder output, Journal journal, string configuration, Func<BatchItem, CancellationToken, Task<BatchResult>> process, bool force)
{
    public async Task<BatchResult> ProcessAsync(BatchItem item, CancellationToken cancellation)
    {
        var key = DocumentKey.Of(item.Path, configuration);
        if (!force && journal.Of(item.Target).FirstOrDefault(e => !e.Failed && e.Key == key && e.Files.All(output.Holds)) is { } done)
        {
            journal.Confirm(done);
            return new BatchResult(item, BatchStatus.Skipped, done.Record, done.Length, done.Files);
        }

        var result = await process(item, cancellation);
        journal.Append(JournalEntry.Of(key, result));
        return result;
    }
}
