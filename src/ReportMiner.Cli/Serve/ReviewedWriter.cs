using System.Collections.Concurrent;
using System.Diagnostics;
using ReportMiner.Cli.Batch;
using ReportMiner.Emit;

namespace ReportMiner.Cli.Serve;

/// <summary>Writes <c>REPORT.ext.reviewed.json</c> when changes have settled, and on stop. It can always be made again from the events.</summary>
internal sealed class ReviewedWriter(TextWriter messages) : IAsyncDisposable
{
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<ReportDesk, long> _changed = [];
    private readonly CancellationTokenSource _stop = new();
    private Task _work = Task.CompletedTask;

    /// <summary>The reviewed report of an output.</summary>
    public static string PathOf(string output) => Path.ChangeExtension(output, ReportFiles.ReviewedExtension);

    /// <summary>A report has new events.</summary>
    public void Later(ReportDesk desk) => _changed[desk] = Stopwatch.GetTimestamp();

    /// <summary>Begins to look for settled changes.</summary>
    public void Start() => _work = Task.Run(WorkAsync);

    /// <summary>Writes what is left.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _work;
        Write(TimeSpan.Zero);
        _stop.Dispose();
    }

    private async Task WorkAsync()
    {
        using var timer = new PeriodicTimer(Look);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                Write(Settled);
            }
        }
        catch (OperationCanceledException)
        {
            // What is left is written by who stops us.
        }
    }

    private void Write(TimeSpan settled)
    {
        foreach (var (desk, changed) in _changed.Where(c => Stopwatch.GetElapsedTime(c.Value) >= settled))
        {
            // Taken out before it is read: what comes in between is written next time.
            _changed.TryRemove(KeyValuePair.Create(desk, changed));
            try
            {
                if (desk.Read() is { } state)
                {
                    new OutputFolder(Path.GetDirectoryName(desk.Path)!).Write(Path.GetFileName(PathOf(desk.Path)), ReportJson.Write(state.Reviewed.Report));
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                messages.WriteLine($"{PathOf(desk.Path)}: 쓰지 못했습니다. 결정은 기록에 남아 있습니다. / could not be written; the decisions are kept in the review file. {e.Message}");
            }
        }
    }
}
