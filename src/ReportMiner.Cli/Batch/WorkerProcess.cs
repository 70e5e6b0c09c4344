using System.ComponentModel;
using System.Diagnostics;
using ReportMiner.Resources;

namespace ReportMiner.Cli.Batch;

/// <summary>One worker: takes a document at a time, and is killed when a document goes beyond a limit.</summary>
internal sealed class WorkerProcess : IDisposable
{
    /// <summary>What a worker says when its rules are loaded.</summary>
    public const string Ready = "ready";

    // A new worker also loads the models, which a slow disk may draw out; that is not the document's fault.
    private const int LoadSeconds = 120;

    // How long a worker that says no more may take to be gone.
    private const int DeathSeconds = 2;

    private const int ErrorLines = 20;

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    // How long a cancelled run waits for a document that is nearly done, so that no result stands that nothing tells of.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly Process _process;
    private readonly LimitOptions _limits;
    private readonly Task<List<string>> _errors;
    private Task<string?>? _line;
    private bool _ready;

    private WorkerProcess(Process process, LimitOptions limits)
    {
        _process = process;
        _limits = limits;
        _errors = ReadErrorsAsync(process.StandardError);
    }

    public bool Alive => !_process.HasExited;

    /// <summary>Most memory it has held, in bytes, when it was last looked at.</summary>
    public long Peak { get; private set; }

    /// <summary>Whether a large document has left it so large that little is left of what the next one may use.</summary>
    public bool Swollen => Memory() > MemoryLimit / 4 * 3;

    private long MemoryLimit => (long)_limits.MaxDocumentMegabytes << 20;

    /// <exception cref="UsageException">It cannot be started.</exception>
    public static WorkerProcess Start(ProcessStartInfo info, LimitOptions limits)
    {
        try
        {
            return new WorkerProcess(Process.Start(info)!, limits);
        }
        catch (Win32Exception e)
        {
            throw new UsageException($"작업 프로세스를 시작할 수 없습니다({info.FileName})", $"a worker process cannot be started: {e.Message}");
        }
    }

    /// <returns>The result, or null and why there is none; the worker is of no use then.</returns>
    /// <exception cref="ResourceException">A file of the models folder is not valid.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<(BatchResult? Result, WorkerEnd End)> ProcessAsync(BatchItem item, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            await _process.StandardInput.WriteLineAsync(BatchJson.Line(item).AsMemory(), cancellation);
            await _process.StandardInput.FlushAsync(cancellation);
        }
        catch (IOException)
        {
            return await EndAsync(cancellation);
        }

        while (true)
        {
            _line ??= _process.StandardOutput.ReadLineAsync(CancellationToken.None).AsTask();
            await Task.WhenAny(_line, Task.Delay(Poll, cancellation));
            if (cancellation.IsCancellationRequested && await Task.WhenAny(_line, Task.Delay(Grace, CancellationToken.None)) != _line)
            {
                throw new OperationCanceledException(cancellation);
            }

            if (_line.IsCompleted)
            {
                var line = await _line;
                _line = null;
                if (line == Ready)
                {
                    _ready = true;
                    clock.Restart();
                    continue;
                }

                Memory();
                return line is not null && BatchJson.Read<BatchResult>(line) is { } result ? (result, default) : await EndAsync(cancellation);
            }

            if (clock.Elapsed.TotalSeconds > _limits.MaxDocumentSeconds + (_ready ? 0 : LoadSeconds))
            {
                return (null, WorkerEnd.TimeLimit);
            }

            if (Memory() > MemoryLimit)
            {
                return (null, WorkerEnd.MemoryLimit);
            }
        }
    }

    /// <summary>Ends it, whatever it is doing, and the programs it started.</summary>
    public void Dispose()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It ended by itself in between.
        }

        _process.Dispose();
    }

    /// <summary>A worker that died of its configuration says so in its exit code: the next one would die of it too.</summary>
    private async Task<(BatchResult? Result, WorkerEnd End)> EndAsync(CancellationToken cancellation)
    {
        await Task.WhenAny(_process.WaitForExitAsync(cancellation), Task.Delay(DeathSeconds * 1000, cancellation));
        return _process.HasExited && _process.ExitCode == ExitCode.Usage ? throw new ResourceException(string.Join('\n', await _errors)) : (null, WorkerEnd.Died);
    }

    private long Memory()
    {
        try
        {
            _process.Refresh();
            if (_process.HasExited)
            {
                return 0;
            }

            Peak = Math.Max(Peak, _process.PeakWorkingSet64);
            return _process.WorkingSet64;
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            return 0;
        }
    }

    private static async Task<List<string>> ReadErrorsAsync(StreamReader reader)
    {
        var lines = new List<string>();
        while (await reader.ReadLineAsync() is { } line)
        {
            if (lines.Count < ErrorLines)
            {
                lines.Add(line);
            }
        }

        return lines;
    }
}
