using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Xunit;
using Xunit.Abstractions;

namespace ReportMiner.Tests.Cli.Batch;

/// <summary>
/// A run that is killed again and again leaves the same bytes as one that is not. Small in the test suite; with
/// <c>REPORTMINER_OVERNIGHT=REPORTS,PAGES,KILLS</c> as large as one likes, and it says how fast it was and what memory it took.
/// </summary>
public sealed class KilledRunTests(ITestOutputHelper told)
{
    private static readonly double[] Size = [.. (Environment.GetEnvironmentVariable("REPORTMINER_OVERNIGHT") ?? "40,0.5,3").Split(',').Select(n => double.Parse(n, CultureInfo.InvariantCulture))];

    private readonly Random _chance = new(20240305);

    [Fact]
    public async Task A_run_killed_at_random_and_resumed_leaves_the_bytes_of_an_undisturbed_one()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using var work = new Workspace();
        var (reports, kills) = ((int)Size[0], (int)Size[2]);
        PlainReports.Write(work["in"], reports, Size[1]);
        var clock = Stopwatch.StartNew();
        long memory = 0;
        using (var undisturbed = new RunningCommand("run", work["in"], "-o", work["whole"]))
        {
            for (; !undisturbed.Ended; await Task.Delay(100))
            {
                memory = Math.Max(memory, undisturbed.Memory(work["whole"]));
            }

            var run = await undisturbed.EndAsync();
            Assert.Equal(0, run.Code);
            told.WriteLine(run.Messages);
        }

        told.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{reports} reports of {Size[1]} pages: {clock.Elapsed.TotalSeconds:F0} s, {reports / clock.Elapsed.TotalSeconds:F2} reports/s, {reports * Size[1] / clock.Elapsed.TotalSeconds:F1} pages/s, memory {memory >> 20} MB at most"));
        for (var kill = 1; kill <= kills; kill++)
        {
            using var run = new RunningCommand("run", work["in"], "-o", work["killed"]);
            var until = Finished(work) + _chance.Next(1, (reports - Finished(work)) / (kills + 2 - kill));
            while (Finished(work) < until)
            {
                Assert.False(run.Ended);
                memory = Math.Max(memory, run.Memory(work["killed"]));
                await Task.Delay(20);
            }

            await Task.Delay(_chance.Next(0, 40));
            await run.KillAsync();
            told.WriteLine($"killed with {Finished(work)} finished");
            await NoWorkerOutlives(work["killed"]);
        }

        clock.Restart();
        var before = Finished(work);
        using var last = new RunningCommand("run", work["in"], "-o", work["killed"]);
        await KillOneWorker(work["killed"]);
        var resumed = await last.EndAsync();
        told.WriteLine(resumed.Messages);

        Assert.Equal(0, resumed.Code);
        Assert.Equal(before, resumed.Data.Split('\n').Count(l => l.StartsWith("skipped\t", StringComparison.Ordinal)));
        Assert.Equal(Tree(work["whole"]), Tree(work["killed"]));
        Assert.True(memory < 1_500_000_000, $"{memory >> 20} MB");
    }

    private static int Finished(Workspace work) =>
        File.Exists(work["killed/run.journal.jsonl"]) ? File.ReadAllBytes(work["killed/run.journal.jsonl"]).Count(b => b == '\n') : 0;

    private static async Task NoWorkerOutlives(string output)
    {
        for (var clock = Stopwatch.StartNew(); RunningCommand.Workers(output).Count > 0; await Task.Delay(20))
        {
            Assert.True(clock.Elapsed.TotalSeconds < 5, "a worker outlives the command");
        }
    }

    // The document it was at goes to another one.
    private static async Task KillOneWorker(string output)
    {
        IReadOnlyList<int> workers;
        while ((workers = RunningCommand.Workers(output)).Count == 0)
        {
            await Task.Delay(20);
        }

        using var worker = Process.GetProcessById(workers[0]);
        worker.Kill();
    }

    private static SortedDictionary<string, string> Tree(string folder) => new(
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(folder, f), f => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(f)))),
        StringComparer.Ordinal);
}
