using System.Diagnostics;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace ReportMiner.Cli.Batch;

/// <summary>Shows how far a run is: a bar on a terminal, a line now and then elsewhere. Writes to the error stream only.</summary>
internal sealed class RunProgress(RunLog log)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    public async Task<T> ShowAsync<T>(int total, Func<Action<BatchResult>, Task<T>> work)
    {
        var pace = new RunPace(total);
        if (log.Terminal is not { } terminal)
        {
            var last = Stopwatch.StartNew();
            return await work(result =>
            {
                pace.Note(result);
                if (last.Elapsed > Interval)
                {
                    log.Tell("run.progress", new JsonObject { ["finished"] = pace.Finished, ["total"] = pace.Total }, pace.ToString());
                    last.Restart();
                }
            });
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal) });
        return await console.Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new SpinnerColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask(pace.ToString(), maxValue: Math.Max(1, total));
                return await work(result =>
                {
                    pace.Note(result);
                    task.Description = pace.ToString();
                    task.Increment(1);
                });
            });
    }
}
