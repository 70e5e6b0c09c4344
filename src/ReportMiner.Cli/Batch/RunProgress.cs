using Spectre.Console;

namespace ReportMiner.Cli.Batch;

/// <summary>Shows how far a run is: a bar on a terminal, nothing but the lines elsewhere. Writes to the error stream only.</summary>
internal sealed class RunProgress(TextWriter errors, bool terminal)
{
    public async Task<T> ShowAsync<T>(int total, Func<Action, Task<T>> work)
    {
        if (!terminal)
        {
            return await work(static () => { });
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(errors) });
        return await console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new SpinnerColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask("보고서 / reports", maxValue: Math.Max(1, total));
                return await work(() => task.Increment(1));
            });
    }
}
