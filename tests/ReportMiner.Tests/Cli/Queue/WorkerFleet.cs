using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace ReportMiner.Tests.Cli.Queue;

/// <summary>Worker processes, each started again when it ends, as an orchestrator does; and one document that is the end of whoever touches it.</summary>
internal sealed class WorkerFleet : IAsyncDisposable
{
    private readonly string _queue;
    private readonly string _output;
    private readonly string _temporary;
    private readonly string _killer;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<int, Process> _living = new();
    private readonly Task[] _keepers;

    /// <param name="workers">How many live at a time.</param>
    /// <param name="queue">The address.</param>
    /// <param name="output">The folder they share.</param>
    /// <param name="temporary">Where each has its own temporary folder.</param>
    /// <param name="killer">The name of the document whose workers are killed.</param>
    public WorkerFleet(int workers, string queue, string output, string temporary, string killer)
    {
        (_queue, _output, _temporary, _killer) = (queue, output, temporary, killer);
        _keepers = [.. Enumerable.Range(0, workers).Select(i => Task.Run(() => KeepAsync(i)))];
    }

    /// <summary>How the workers ended that were told to stop.</summary>
    public ConcurrentBag<int> Ends { get; } = [];

    public int KilledByDocument { get; private set; }

    /// <summary>What the workers printed.</summary>
    public ConcurrentQueue<string> Lines { get; } = [];

    public async Task KillOneAsync(int worker)
    {
        Process? process;
        while (!_living.TryGetValue(worker, out process))
        {
            // Between two of its lives.
            await Task.Delay(10);
        }

        process.Kill();
    }

    /// <summary>Ends them as an orchestrator does, and waits.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        foreach (var process in _living.Values)
        {
            using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        }

        await Task.WhenAll(_keepers).WaitAsync(TimeSpan.FromSeconds(60));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        foreach (var process in _living.Values)
        {
            process.Kill(entireProcessTree: true);
        }

        await Task.WhenAll(_keepers);
        _stop.Dispose();
    }

    private async Task KeepAsync(int worker)
    {
        for (var life = 0; !_stop.IsCancellationRequested; life++)
        {
            // Its own temporary folder shows what it is working on.
            var temporary = Directory.CreateDirectory(Path.Combine(_temporary, $"{worker}-{life}")).FullName;
            string[] arguments = [Path.Combine(AppContext.BaseDirectory, "ReportMiner.Cli.dll"), "worker", "-o", _output, "--jobs", "1"];
            var info = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
            info.Environment["TMPDIR"] = temporary;
            info.Environment["REPORTMINER_QUEUE"] = _queue;
            using var process = Process.Start(info)!;
            process.OutputDataReceived += (_, e) => Lines.Enqueue(e.Data ?? "");
            process.ErrorDataReceived += (_, e) => Lines.Enqueue(e.Data ?? "");
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            _living[worker] = process;
            while (!process.HasExited)
            {
                if (Directory.EnumerateFiles(temporary, _killer, new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }).Any())
                {
                    KilledByDocument++;
                    process.Kill();
                    await process.WaitForExitAsync();
                }

                await Task.Delay(10);
            }

            await process.WaitForExitAsync();
            _living.TryRemove(worker, out _);
            if (_stop.IsCancellationRequested)
            {
                Ends.Add(process.ExitCode);
            }
        }
    }
}
