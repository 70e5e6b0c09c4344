namespace ReportMiner.Read;

/// <summary>
/// What one document may cost: a hostile file of a few kilobytes can unpack to gigabytes, nest without end or hold a
/// million entries. Every limit passed ends the reading with the failure of its own code.
/// </summary>
internal sealed class ReadBudget(LimitOptions limits, CancellationToken cancellation) : IDisposable
{
    private readonly CancellationTokenSource _time = new(TimeSpan.FromSeconds(limits.MaxSeconds));
    private long _unpacked;
    private int _entries;
    private int _depth;

    /// <summary>Counts bytes that came out of compression.</summary>
    /// <exception cref="UnreadableException">More than the document may unpack to, or its time is up.</exception>
    public void Unpack(long bytes)
    {
        _unpacked += bytes;
        Check(_unpacked <= limits.MaxUnpackedBytes, ReadFailures.UnpackedLimit(limits.MaxUnpackedBytes));
        Pass();
    }

    /// <summary>Counts files or streams of a container.</summary>
    /// <exception cref="UnreadableException">More than the document may have.</exception>
    public void Add(int entries)
    {
        _entries += entries;
        Check(_entries <= limits.MaxEntries, ReadFailures.EntryLimit(limits.MaxEntries));
    }

    /// <summary>Goes a level deeper into elements, tables or boxes.</summary>
    /// <exception cref="UnreadableException">Deeper than they may stand in each other.</exception>
    public void Enter() => Check(++_depth <= limits.MaxDepth, ReadFailures.DepthLimit(limits.MaxDepth));

    /// <summary>Comes back from a level.</summary>
    public void Leave() => _depth--;

    /// <summary>Looks at the length of one record or stretch of characters, in bytes.</summary>
    /// <exception cref="UnreadableException">Longer than one may be.</exception>
    public void Record(long bytes) => Check(bytes <= limits.MaxRecordBytes, ReadFailures.RecordLimit(limits.MaxRecordBytes));

    /// <summary>To be called as the work goes on.</summary>
    /// <exception cref="UnreadableException">The document's time is up.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public void Pass()
    {
        cancellation.ThrowIfCancellationRequested();
        Check(!_time.IsCancellationRequested, ReadFailures.TimeLimit(limits.MaxSeconds));
    }

    public void Dispose() => _time.Dispose();

    private static void Check(bool within, Documents.ReportFailure failure)
    {
        if (!within)
        {
            throw new UnreadableException(failure);
        }
    }
}
