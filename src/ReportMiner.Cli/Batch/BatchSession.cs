using System.Diagnostics;
using ReportMiner.Cli.Commands;

namespace ReportMiner.Cli.Batch;

/// <summary>A process at work in an output folder, with its lock, journal and workers.</summary>
internal sealed class BatchSession : IDisposable
{
    private readonly IDisposable _lock;
    private readonly WorkerPool _pool;
    private readonly ResumableProcessing _processing;
    private readonly int _jobs;
    private readonly bool _whole;

    /// <param name="share">The share of the work it does; null for the whole, and then nobody else may be at work in the folder.</param>
    /// <param name="force">Whether to do what is done already too.</param>
    /// <exception cref="UsageException">Another run is at work in the folder.</exception>
    public BatchSession(BatchSettings settings, string? share = null, bool force = false)
    {
        var builder = Configuration.Load(settings.Config, settings.Models);
        var configuration = DocumentKey.Configuration(builder.Identify());
        Folder = new OutputFolder(settings.Output);
        _whole = share is null;
        _jobs = settings.Jobs;
        _lock = _whole ? OutputLock.TakeWhole(Folder) : OutputLock.TakeShare(Folder);
        Journal = Journal.Open(Folder, share);
        _pool = new WorkerPool(() => WorkerStart.For(settings), Folder, builder.Options.Limits, settings.Jobs);
        _processing = new ResumableProcessing(Folder, Journal, configuration, _pool.ProcessAsync, force);
    }

    public OutputFolder Folder { get; }

    public Journal Journal { get; }

    /// <summary>Most memory this process and the workers held together, in bytes; no less than that.</summary>
    public long PeakMemory
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return process.PeakWorkingSet64 + _pool.Peak;
        }
    }

    /// <summary>Processes one document, or finds that it is done.</summary>
    public Task<BatchResult> ProcessAsync(BatchItem item, CancellationToken cancellation) => _processing.ProcessAsync(item, cancellation);

    /// <summary>Processes many, as <see cref="BatchRunner.RunAsync"/>.</summary>
    public Task<BatchResult[]> RunAsync(IReadOnlyList<BatchItem> items, Action<BatchResult> finished, Action<BatchResult> report, CancellationToken cancellation) =>
        new BatchRunner(ProcessAsync).RunAsync(items, _jobs, finished, report, cancellation);

    /// <summary>Brings a folder to what it holds, however often the work was stopped; only for the whole of the work.</summary>
    /// <param name="items">The documents there are to do. Of others stays what is written.</param>
    public void Settle(IReadOnlyCollection<BatchItem> items)
    {
        var present = items.Select(i => i.Target).ToHashSet(StringComparer.Ordinal);
        Journal.Compact(e => present.Contains(e.Target) || (!e.Failed && e.Files.All(Folder.Has)));
        Folder.Sweep(items);
        RunPages.Write(Folder, Journal);
    }

    public void Dispose()
    {
        _pool.Dispose();
        Journal.Dispose();
        _lock.Dispose();
    }
}
