using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Polly;
using Polly.Retry;

namespace ReportMiner.Read.Pdf;

/// <summary>How a child process ended.</summary>
internal enum ProcessEnd
{
    Exited,
    TimeLimit,
    MemoryLimit,
}

/// <summary>What came of a child process: its output as the caller read it, and the head of its error output.</summary>
internal sealed record ProcessResult<T>(ProcessEnd End, int ExitCode, T Output, IReadOnlyList<string> Errors);

/// <summary>Runs a program with a time limit, a memory limit and retries of starts that fail for a passing reason.</summary>
internal sealed class ChildProcess
{
    /// <summary>Lines of error output that are kept; the rest is read and dropped, lest the child waits for us.</summary>
    private const int ErrorLines = 400;

    private const int ErrorLineLength = 300;

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(40);

    private readonly PdfOptions _options;
    private readonly ResiliencePipeline _start;

    public ChildProcess(PdfOptions options)
    {
        _options = options;
        _start = options.Retries < 1
            ? ResiliencePipeline.Empty
            : new ResiliencePipelineBuilder()
                .AddRetry(new RetryStrategyOptions
                {
                    ShouldHandle = new PredicateBuilder().Handle<Win32Exception>(IsPassing),
                    MaxRetryAttempts = options.Retries,
                    Delay = TimeSpan.FromMilliseconds(200),
                    BackoffType = DelayBackoffType.Exponential,
                })
                .Build();
    }

    /// <summary>Runs a program and reads its output while it works.</summary>
    /// <param name="encoding">How the output's bytes become characters; UTF-8 unless told.</param>
    /// <exception cref="Win32Exception">The program cannot be started.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the child has been killed.</exception>
    public ProcessResult<T> Run<T>(string program, IEnumerable<string> arguments, Func<TextReader, T> read, CancellationToken cancellation, Encoding? encoding = null)
    {
        var info = new ProcessStartInfo(program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = encoding ?? Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        // Each child one core: we run them side by side, and tesseract's own threads only slow each other down.
        info.Environment["OMP_THREAD_LIMIT"] = "1";
        foreach (var argument in arguments)
        {
            info.ArgumentList.Add(argument);
        }

        using var process = _start.Execute(static (i, _) => Process.Start(i)!, info, cancellation);
        process.StandardInput.Close();
        // Threads of their own: a busy thread pool must not put off the limits.
        var errors = Task.Factory.StartNew(() => ReadErrors(process.StandardError), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        using var finished = new CancellationTokenSource();
        var watch = Task.Factory.StartNew(() => Watch(process, cancellation, finished.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            var output = read(process.StandardOutput);
            process.WaitForExit();
            finished.Cancel();
            var end = watch.GetAwaiter().GetResult();
            cancellation.ThrowIfCancellationRequested();
            return new ProcessResult<T>(end, process.ExitCode, output, errors.GetAwaiter().GetResult());
        }
        finally
        {
            finished.Cancel();
            Kill(process);
        }
    }

    private static bool IsPassing(Win32Exception e) =>
        !OperatingSystem.IsWindows() && e.NativeErrorCode is 4 or 11 or 12 or 26; // EINTR, EAGAIN, ENOMEM, ETXTBSY

    private ProcessEnd Watch(Process process, CancellationToken cancellation, CancellationToken finished)
    {
        var clock = Stopwatch.StartNew();
        var bytes = (long)_options.MemoryLimitMegabytes << 20;
        while (!finished.WaitHandle.WaitOne(PollInterval))
        {
            ProcessEnd? end = clock.Elapsed.TotalSeconds > _options.TimeLimitSeconds ? ProcessEnd.TimeLimit
                : Memory(process) > bytes ? ProcessEnd.MemoryLimit
                : null;
            if (end is not null || cancellation.IsCancellationRequested)
            {
                Kill(process);
                return end ?? ProcessEnd.Exited;
            }
        }

        return ProcessEnd.Exited;
    }

    private static long Memory(Process process)
    {
        try
        {
            process.Refresh();
            return process.HasExited ? 0 : process.WorkingSet64;
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or NotSupportedException)
        {
            return 0;
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It ended by itself in between.
        }
    }

    private static List<string> ReadErrors(StreamReader reader)
    {
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (lines.Count < ErrorLines && line.Length > 0)
            {
                lines.Add(line.Length > ErrorLineLength ? line[..ErrorLineLength] : line);
            }
        }

        return lines;
    }
}
