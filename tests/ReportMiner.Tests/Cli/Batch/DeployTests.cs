using System.Diagnostics;
using System.Text.RegularExpressions;
using ReportMiner.Cli.Batch;
using ReportMiner.Tests.House;
using Xunit;

namespace ReportMiner.Tests.Cli.Batch;

/// <summary>The job files under <c>deploy/</c>, run as a scheduler would run each share of them.</summary>
public sealed class DeployTests : IDisposable
{
    private readonly Workspace _work = new();

    public DeployTests()
    {
        PlainReports.Write(_work["in"], 3, 0.2);
        _work.Add("in/bad.txt", "");
        var command = WorkerStart.Command();
        _work.Add("bin/reportminer", $"#!/bin/sh\nexec '{command.FileName}' '{string.Join("' '", command.ArgumentList)}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_work["bin/reportminer"], UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    public void Dispose() => _work.Dispose();

    [Fact]
    public async Task The_slurm_array_does_all_reports_and_the_job_after_it_collects_them()
    {
        var script = File.ReadAllText(Repository.PathOf("deploy/slurm.sh"));
        var shares = int.Parse(Regex.Match(script, "SHARES=([0-9]+)").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains($"#SBATCH --array=1-{shares}\n", script, StringComparison.Ordinal);
        for (var share = 1; share <= shares; share++)
        {
            Assert.Equal(0, await Shell([Repository.PathOf("deploy/slurm.sh"), _work["in"], _work["out"]], ("SLURM_ARRAY_TASK_ID", $"{share}")));
        }

        Assert.Equal(3, Directory.GetFiles(_work["out"], "*.txt.json").Length);
        Assert.Equal(3, await Shell([Repository.PathOf("deploy/slurm-collect.sh"), _work["in"], _work["out"]]));
        Assert.Equal([".run.lock", "index.html", "run.journal.jsonl", "run.json"], Runs());
    }

    [Fact]
    public async Task The_indexed_job_does_all_reports_and_the_suspended_one_collects_them()
    {
        var yaml = File.ReadAllText(Repository.PathOf("deploy/kubernetes-shards.yaml"));
        var shares = Regex.Match(yaml, "name: SHARES\n +value: \"([0-9]+)\"").Groups[1].Value;
        Assert.Contains($"completions: {shares}\n  parallelism: {shares}\n", yaml, StringComparison.Ordinal);
        var commands = Regex.Matches(yaml, @"- -c\n +- \|\n((?: {14}.*\n)+)").Select(m => m.Groups[1].Value
            .Replace("dotnet /app/ReportMiner.Cli.dll", "reportminer", StringComparison.Ordinal)
            .Replace("/reports", _work["in"], StringComparison.Ordinal)
            .Replace("/out", _work["out"], StringComparison.Ordinal)).ToList();
        for (var index = 0; index < int.Parse(shares, System.Globalization.CultureInfo.InvariantCulture); index++)
        {
            Assert.Equal(0, await Shell(["-c", commands[0]], ("JOB_COMPLETION_INDEX", $"{index}"), ("SHARES", shares)));
        }

        Assert.Equal(3, Directory.GetFiles(_work["out"], "*.txt.json").Length);
        Assert.Equal(0, await Shell(["-c", commands[1]]));
        Assert.Equal([".run.lock", "index.html", "run.journal.jsonl", "run.json"], Runs());
    }

    private IEnumerable<string> Runs() => Directory.GetFiles(_work["out"]).Select(f => Path.GetFileName(f)).Where(f => !f.StartsWith("report-", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private async Task<int> Shell(string[] arguments, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo("bash", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in variables.Append(("PATH", $"{_work["bin"]}:{Environment.GetEnvironmentVariable("PATH")}")).Append(("SLURM_CPUS_PER_TASK", "2")))
        {
            start.Environment[name] = value;
        }

        using var shell = Process.Start(start)!;
        await Task.WhenAll(shell.StandardOutput.ReadToEndAsync(), shell.StandardError.ReadToEndAsync());
        await shell.WaitForExitAsync();
        return shell.ExitCode;
    }
}
