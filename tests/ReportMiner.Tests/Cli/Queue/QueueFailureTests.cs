using System.Diagnostics;
using System.Globalization;
using System.Text;
using ReportMiner.Tests.Read;
using Xunit;
using Xunit.Abstractions;

namespace ReportMiner.Tests.Cli.Queue;

/// <summary>A night on which everything fails. <c>REPORTMINER_QUEUE_DOCUMENTS</c> makes it a longer one.</summary>
[Collection("broker")]
public sealed class QueueFailureTests(BrokerNode node, ITestOutputHelper output)
{
    private const string Killer = "killer.txt";

    private static readonly int Documents = int.Parse(Environment.GetEnvironmentVariable("REPORTMINER_QUEUE_DOCUMENTS") ?? "60", CultureInfo.InvariantCulture);
    private static readonly TimeSpan Cut = TimeSpan.FromSeconds(Documents < 1000 ? 4 : 30);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(Documents < 1000 ? 4 : 40);

    [BrokerFact]
    public async Task Nothing_is_lost_when_workers_are_killed_the_broker_is_restarted_and_the_network_is_cut()
    {
        using var work = new Workspace();
        for (var i = 0; i < Documents; i++)
        {
            work.Add($"good/{i:d4}.txt", Report(i, 40));
        }

        work.Add("bad/cut.pdf", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog");
        work.Add("bad/empty.txt", "");
        work.Add("bad/locked.pdf", EncryptedPdf.Bytes);
        work.Add("bad/picture.pdf", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
        work.Add("bad/" + Killer, Report(0, 3000));
        using var line = new NetworkLine(node.Port);
        var queue = $"amqp://127.0.0.1:{line.Port}/?queue=night";

        Assert.Equal(0, (await CommandRun.Of("submit", work["bad"], "--queue", queue)).Code);
        Assert.Equal(0, (await CommandRun.Of("submit", work["good"], "--queue", queue)).Code);
        // Again, by reference.
        Assert.Equal(0, (await CommandRun.Of("submit", work["good"], "--inline", "0", "--queue", queue)).Code);

        var watch = Stopwatch.StartNew();
        await using var fleet = new WorkerFleet(3, queue, work["out"], work["tmp"], Killer);
        await DoneAsync(work, fleet, 0.1);
        await fleet.KillOneAsync(0);
        await DoneAsync(work, fleet, 0.3);
        node.Kill();
        await node.StartAsync();
        await DoneAsync(work, fleet, 0.5);
        line.Break();
        await fleet.KillOneAsync(1);
        await Task.Delay(Cut);
        line.Mend();
        await DoneAsync(work, fleet, 0.7);
        line.FallSilent();
        await Task.Delay(Cut);
        line.Mend();
        await DoneAsync(work, fleet, 1);
        await UntilAsync(fleet, async () => (await DeadAsync()).Length == 5 && await node.IsDrainedAsync("night"));
        var elapsed = watch.Elapsed;
        await fleet.StopAsync();

        // Nothing is on its way any more, and the bad ones are dead for their reasons.
        Assert.All(fleet.Ends, e => Assert.Equal(0, e));
        Assert.StartsWith("waiting\t0\nworkers\t0\n", await StatusAsync());
        Assert.Equal(["RM1002 empty.txt", "RM1005 picture.pdf", "RM1006 cut.pdf", "RM1007 locked.pdf", $"RM5009 {Killer}"], await DeadAsync());

        // The results are those of a run that nothing disturbed, each once.
        Assert.Equal(0, (await CommandRun.Of("run", work["good"], "-o", work["calm"])).Code);
        string[] results = [.. Directory.EnumerateFiles(work["calm"], "*.txt.*").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
        Assert.Equal(2 * Documents, results.Length);
        Assert.Equal(results, Directory.EnumerateFiles(work["out"], "*.*", SearchOption.AllDirectories).Select(f => Path.GetFileName(f)).Where(f => !f.StartsWith("run.", StringComparison.Ordinal) && !f.StartsWith('.') && !f.EndsWith(".partial", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.All(results, f => Assert.Equal(File.ReadAllBytes(Path.Combine(work["calm"], f)), File.ReadAllBytes(Path.Combine(work["out"], f))));

        // A run over the same documents finds them all done.
        var collected = await CommandRun.Of("run", work["good"], "-o", work["out"]);
        Assert.All(collected.Data.Split('\n', StringSplitOptions.RemoveEmptyEntries), l => Assert.StartsWith("skipped\t", l));
        Assert.Equal(File.ReadAllBytes(Path.Combine(work["calm"], "run.json")), File.ReadAllBytes(Path.Combine(work["out"], "run.json")));

        var kinds = fleet.Lines.Select(l => l.Split('\t')[0]).Where(k => k is "written" or "skipped" or "again" or "failed").CountBy(k => k).OrderBy(k => k.Key, StringComparer.Ordinal);
        output.WriteLine($"{Documents} documents, {elapsed.TotalSeconds:F0} s, {fleet.KilledByDocument} workers killed by one document; {string.Join(", ", kinds.Select(k => $"{k.Key} {k.Value}"))}");

        async Task<string> StatusAsync() => (await CommandRun.Of("queue", "status", "--queue", queue)).Data.ReplaceLineEndings("\n");

        async Task<string[]> DeadAsync() =>
            [.. (await CommandRun.Of("queue", "dead", "--queue", queue)).Data.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => string.Join(' ', l.Split('\t')[..2])).Order(StringComparer.Ordinal)];
    }

    private static Task DoneAsync(Workspace work, WorkerFleet fleet, double share) => UntilAsync(fleet, () => Task.FromResult(
        Directory.Exists(work["out"]) && Directory.EnumerateFiles(work["out"], "*.txt.json").Count() >= share * Documents));

    private static async Task UntilAsync(WorkerFleet fleet, Func<Task<bool>> holds)
    {
        var watch = Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.True(watch.Elapsed < Limit, string.Join('\n', fleet.Lines.TakeLast(40)));
            await Task.Delay(100);
        }
    }

    private static string Report(int number, int paragraphs)
    {
        var text = new StringBuilder($"연안 안전 관리 {number}차 보고\n2024. 3. 5.\n\n1. 추진 배경\n");
        for (var i = 0; i < paragraphs; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $" □ 해양수산부는 {2020 + (i % 6)}년까지 {1000 + (number * 7) + i}억원을 들여 관측소 {i + 3}곳을 새로 둘 필요\n  ○ 제{i}항만의 수위 자료는 {number + i}일마다 지방자치단체에 알리기로 함\n");
        }

        return text.ToString();
    }
}
