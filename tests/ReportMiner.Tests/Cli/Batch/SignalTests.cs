using System.Diagnostics;
using Xunit;

namespace ReportMiner.Tests.Cli.Batch;

/// <summary>What a job scheduler does to the command.</summary>
public sealed class SignalTests : IDisposable
{
    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public async Task Watch_takes_files_as_they_arrive_and_ends_clean()
    {
        _work.Add("in/first.txt", Workspace.Plan);
        using var watch = new RunningCommand("watch", _work["in"], "-o", _work["out"]);
        await Until(() => File.Exists(_work["out/index.html"]));
        _work.Add("in/below/second.txt", Workspace.Plan);
        await Until(() => File.ReadAllText(_work["out/run.json"]).Contains("below/second.txt", StringComparison.Ordinal));
        await EndAsync(watch, 0);

        var run = await CommandRun.Of("run", _work["in"], "-o", _work["out"]);
        Assert.Equal(2, run.Data.Split('\n').Count(l => l.StartsWith("skipped\t", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_run_that_is_told_to_end_says_what_stands_and_leaves_nothing_half_done()
    {
        PlainReports.Write(_work["in"], 200, 2);
        using var run = new RunningCommand("run", _work["in"], "-o", _work["out"]);
        await Until(() => Directory.Exists(_work["out"]) && Directory.GetFiles(_work["out"], "*.txt.json").Length > 3);
        await EndAsync(run, 130);
        Assert.Equal(
            Directory.GetFiles(_work["out"], "*.txt.json").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal),
            File.ReadAllLines(_work["out/run.journal.jsonl"]).Select(l => System.Text.Json.Nodes.JsonNode.Parse(l)!["record"]!["path"]!.GetValue<string>() + ".json"));
        Assert.Empty(Directory.GetFiles(_work["out"], "*.partial"));
        Assert.True(File.Exists(_work["out/index.html"]));
    }

    private async Task EndAsync(RunningCommand command, int code)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        command.Terminate();
        var ended = await command.EndAsync();
        Assert.True(code == ended.Code, ended.Messages);
        Assert.Empty(RunningCommand.Workers(_work["out"]));
    }

    private static async Task Until(Func<bool> holds)
    {
        for (var clock = Stopwatch.StartNew(); !holds(); await Task.Delay(50))
        {
            Assert.True(clock.Elapsed.TotalSeconds < 60, "waited in vain");
        }
    }
}
