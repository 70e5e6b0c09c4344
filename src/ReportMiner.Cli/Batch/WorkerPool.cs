using System.Collections.Concurrent;
using System.Diagnostics;
using ReportMiner.Documents;

namespace ReportMiner.Cli.Batch;

/// <summary>Worker processes, started when they are needed and replaced when they die or are killed.</summary>
/// <param name="start">How a worker is started; asked anew each time, for the information is not safe to be used by several threads.</param>
/// <param name="slots">Most workers at a time.</param>
internal sealed class WorkerPool(Func<ProcessStartInfo> start, OutputFolder output, LimitOptions limits, int slots) : IDisposable
{
    private readonly SemaphoreSlim _slots = new(slots);
    private readonly ConcurrentStack<WorkerProcess> _idle = new();
    private readonly Dictionary<WorkerProcess, long> _peaks = [];

    /// <summary>Most memory the workers held together, in bytes: no less than that, since each counts with its own highest.</summary>
    public long Peak { get; private set; }

    /// <summary>Hands a document to a worker. A bad one is a failure, whatever it does to the worker.</summary>
    /// <exception cref="Resources.ResourceException">A file of the models folder is not valid.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; what was written is whole.</exception>
    public async Task<BatchResult> ProcessAsync(BatchItem item, CancellationToken cancellation)
    {
        await _slots.WaitAsync(cancellation);
        try
        {
            var (result, end) = await TryAsync(item, cancellation);
            if (result is null && end == WorkerEnd.Died)
            {
                // It may have been ended from outside: a document is at fault only when it takes a second one down.
                (result, end) = await TryAsync(item, cancellation);
            }

            if (result is not null)
            {
                return result;
            }

            output.Forget(item);
            return BatchResult.Fail(item, Failure(end));
        }
        finally
        {
            _slots.Release();
        }
    }

    public void Dispose()
    {
        while (_idle.TryPop(out var worker))
        {
            worker.Dispose();
        }

        _slots.Dispose();
    }

    private async Task<(BatchResult? Result, WorkerEnd End)> TryAsync(BatchItem item, CancellationToken cancellation)
    {
        WorkerProcess? worker;
        while (_idle.TryPop(out worker) && !worker.Alive)
        {
            End(worker);
        }

        worker ??= WorkerProcess.Start(start(), limits);
        var keep = false;
        try
        {
            var answer = await worker.ProcessAsync(item, cancellation);
            keep = answer.Result is not null && !worker.Swollen;
            return answer;
        }
        finally
        {
            Note(worker);
            if (keep)
            {
                _idle.Push(worker);
            }
            else
            {
                End(worker);
            }
        }
    }

    private void Note(WorkerProcess worker)
    {
        lock (_peaks)
        {
            _peaks[worker] = worker.Peak;
            Peak = Math.Max(Peak, _peaks.Values.Sum());
        }
    }

    private void End(WorkerProcess worker)
    {
        lock (_peaks)
        {
            _peaks.Remove(worker);
        }

        worker.Dispose();
    }

    private ReportFailure Failure(WorkerEnd end) => end switch
    {
        WorkerEnd.TimeLimit => new("RM1902", $"보고서 하나의 시간 한도 {limits.MaxDocumentSeconds}초를 넘었습니다(limits.maxDocumentSeconds)", $"took longer than the {limits.MaxDocumentSeconds} s a document may take"),
        WorkerEnd.MemoryLimit => new("RM1903", $"보고서 하나의 메모리 한도 {limits.MaxDocumentMegabytes} MB를 넘었습니다(limits.maxDocumentMegabytes)", $"took more than the {limits.MaxDocumentMegabytes} MB of memory a document may take"),
        _ => new("RM1904", "이 보고서를 처리하던 프로세스가 두 번 죽었습니다", "the process that worked on it died twice"),
    };
}
