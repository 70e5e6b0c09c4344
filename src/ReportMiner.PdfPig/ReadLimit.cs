using ReportMiner.Documents;
using ReportMiner.Read;

namespace ReportMiner.PdfPig;

/// <summary>
/// The time and memory one file may take. Inside a process nothing can be stopped from without: the limits are looked at
/// before each page and each unpacked stream, and time also by the caller, who then goes on without the reader.
/// </summary>
internal sealed class ReadLimit : IDisposable
{
    private readonly PdfOptions _options;
    private readonly CancellationToken _cancellation;
    private readonly CancellationTokenSource _stop;
    private readonly long _before = GC.GetTotalMemory(false);

    public ReadLimit(PdfOptions options, CancellationToken cancellation)
    {
        _options = options;
        _cancellation = cancellation;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Stop = _stop.Token;
        _stop.CancelAfter(TimeSpan.FromSeconds(options.TimeLimitSeconds));
    }

    /// <summary>Set when the time is up or the caller cancels.</summary>
    public CancellationToken Stop { get; }

    /// <summary>What to say when the time is up.</summary>
    public ReportFailure Failure => ReadFailures.TimeLimit(_options.TimeLimitSeconds);

    private long Bytes => (long)_options.MemoryLimitMegabytes << 20;

    /// <summary>To be called as the work goes on.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <exception cref="LimitPassedException">The time is up, or more memory than the file may take.</exception>
    public void Check()
    {
        _cancellation.ThrowIfCancellationRequested();
        if (Stop.IsCancellationRequested)
        {
            throw new LimitPassedException(Failure);
        }

        // Other files are read beside this one: what is no longer used does not count.
        if (GC.GetTotalMemory(false) - _before > Bytes && GC.GetTotalMemory(true) - _before > Bytes)
        {
            throw new LimitPassedException(ReadFailures.MemoryLimit(_options.MemoryLimitMegabytes));
        }
    }

    /// <summary>Looks at the size of something about to be taken into memory.</summary>
    /// <exception cref="LimitPassedException">More than the file may take.</exception>
    public void Take(long bytes)
    {
        if (bytes > Bytes)
        {
            throw new LimitPassedException(ReadFailures.MemoryLimit(_options.MemoryLimitMegabytes));
        }
    }

    /// <summary>Whether something could be more than the file may take.</summary>
    public bool Doubts(long bytes) => bytes > Bytes;

    public void Dispose() => _stop.Dispose();
}
