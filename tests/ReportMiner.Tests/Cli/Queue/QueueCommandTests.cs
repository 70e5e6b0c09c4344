using System.Security.Cryptography;
using System.Text;
using RabbitMQ.Client;
using ReportMiner.Cli.Batch;
using ReportMiner.Cli.Queue;
using ReportMiner.Documents;
using ReportMiner.Emit;
using Xunit;

namespace ReportMiner.Tests.Cli.Queue;

[Collection("broker")]
public sealed class QueueCommandTests(BrokerNode node)
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(60);

    [BrokerFact]
    public async Task What_is_wrong_with_a_queue_is_told_by_code_and_never_with_the_password()
    {
        var login = await CommandRun.Of("queue", "status", "--queue", $"amqp://guest:geheim@127.0.0.1:{node.Port}/?queue=codes");
        var host = await CommandRun.Of("queue", "status", "--queue", $"amqp://guest:guest@127.0.0.1:{node.Port}/geheim?queue=codes");
        var missing = await CommandRun.Of("queue", "dead", "--queue", node.Address("nowhere"));
        await node.OnChannelAsync(c => c.QueueDeclareAsync("classic", durable: true, exclusive: false, autoDelete: false));
        using var work = new Workspace();
        var different = await CommandRun.Of("submit", work.Add("a.txt", Workspace.Plan), "--queue", node.Address("classic"));

        foreach (var (run, code) in new[] { (login, "RM5003"), (host, "RM5003"), (missing, "RM5004"), (different, "RM5005") })
        {
            Assert.Equal(2, run.Code);
            Assert.StartsWith(code, run.Messages);
            Assert.Empty(run.Data);
            Assert.DoesNotContain("geheim", run.Messages);
        }
    }

    [Fact]
    public async Task A_broker_that_is_not_there_is_told_after_some_patience()
    {
        var run = await CommandRun.Of("queue", "status", "--queue", $"amqp://kim:geheim@127.0.0.1:{BrokerNode.FreePort()}/");
        Assert.Equal(2, run.Code);
        Assert.Contains("RM5002 큐 서버", run.Messages);
        Assert.DoesNotContain("geheim", run.Messages);
    }

    [BrokerFact]
    public async Task What_failed_can_be_looked_at_as_often_as_one_likes_and_tried_again()
    {
        using var work = new Workspace();
        var address = QueueAddress.Parse(node.Address("dead"));
        work.Add("in/a.txt", Workspace.Plan);
        work.Add("in/b.txt", Workspace.Plan);
        await CommandRun.Of("submit", work["in"], "--queue", node.Address("dead"));
        await CommandRun.Of("submit", work["in/a.txt"], "--queue", node.Address("dead"));
        var failing = new[] { "RM1006", "RM1007" };
        await WorkAsync(work, address, 3, item => BatchResult.Fail(item, new ReportFailure(failing[item.Target == "a.txt" ? 0 : 1], "까닭", "the\treason\n")));

        for (var i = 0; i < 10; i++)
        {
            var dead = await CommandRun.Of("queue", "dead", "--queue", node.Address("dead"));
            Assert.Equal("RM1006\ta.txt\t까닭 / the reason \nRM1007\tb.txt\t까닭 / the reason \n", dead.Data.ReplaceLineEndings("\n"));
        }

        await ShowsAsync("dead", "waiting\t0\nworkers\t0\ndead\t3\n");
        var one = await CommandRun.Of("queue", "retry", "--code", "RM1006", "--queue", node.Address("dead"));
        Assert.Equal("retried\ta.txt\tRM1006\n", one.Data.ReplaceLineEndings("\n"));
        await ShowsAsync("dead", "waiting\t2\nworkers\t0\ndead\t1\n");
        var all = await CommandRun.Of("queue", "retry", "--queue", node.Address("dead"));
        Assert.Equal("retried\tb.txt\tRM1007\n", all.Data.ReplaceLineEndings("\n"));
        await ShowsAsync("dead", "waiting\t3\nworkers\t0\ndead\t0\n");
    }

    [BrokerFact]
    public async Task A_failure_that_may_pass_is_tried_three_times_and_one_that_stays_once()
    {
        using var work = new Workspace();
        var address = QueueAddress.Parse(node.Address("tries"));
        work.Add("in/passing.txt", Workspace.Plan);
        work.Add("in/staying.txt", Workspace.Plan);
        await CommandRun.Of("submit", work["in"], "--queue", node.Address("tries"));
        List<string> tried = [];
        await WorkAsync(work, address, 4, item =>
        {
            tried.Add(item.Target);
            return BatchResult.Fail(item, new ReportFailure(item.Target == "passing.txt" ? "RM1904" : "RM1006", "까닭", "reason"));
        });

        Assert.Equal(["passing.txt", "passing.txt", "passing.txt", "staying.txt"], tried.Order(StringComparer.Ordinal));
        await ShowsAsync("tries", "waiting\t0\nworkers\t0\ndead\t2\n");
    }

    [BrokerFact]
    public async Task A_message_that_leads_out_of_the_output_folder_or_is_none_of_ours_is_dead_and_writes_nothing()
    {
        using var work = new Workspace();
        var address = QueueAddress.Parse(node.Address("hostile"));
        var content = Encoding.UTF8.GetBytes(Workspace.Plan);
        var message = new DocumentMessage("../outside.txt", Convert.ToHexStringLower(SHA256.HashData(content)), content.Length, null, null);
        await CommandRun.Of("submit", work.Add("good.txt", Workspace.Plan), "--queue", node.Address("hostile"));
        await node.OnChannelAsync(async c =>
        {
            await c.BasicPublishAsync("", "hostile", message.Write(content));
            await c.BasicPublishAsync("", "hostile", (message with { Target = "/tmp/outside.txt" }).Write(content));
            await c.BasicPublishAsync("", "hostile", new byte[] { 0, 1, 2 });
            return 0;
        });
        using var stop = new CancellationTokenSource();
        var worker = CommandRun.Of(stop.Token, "worker", "--queue", node.Address("hostile"), "-o", work["out"], "--jobs", "1");
        await UntilAsync(async () => File.Exists(work["out/good.txt.json"]) && (await StatusAsync("hostile")).Contains("dead\t3", StringComparison.Ordinal));
        await stop.CancelAsync();
        var run = await worker;
        var dead = await CommandRun.Of("queue", "dead", "--queue", node.Address("hostile"));

        Assert.Equal(0, run.Code);
        Assert.Equal(["RM5006\t", "RM5007\t../outside.txt", "RM5007\t/tmp/outside.txt"], dead.Data.Split('\n')[..3].Select(l => string.Join('\t', l.Split('\t')[..2])).Order(StringComparer.Ordinal));
        Assert.Empty(Directory.GetFileSystemEntries(work.Root, "*outside*", SearchOption.AllDirectories));
        Assert.False(File.Exists("/tmp/outside.txt.json"));
    }

    [BrokerFact]
    public async Task A_worker_that_is_told_to_stop_finishes_what_is_under_way_and_gives_the_rest_back()
    {
        using var work = new Workspace();
        var address = QueueAddress.Parse(node.Address("drain"));
        await SubmitAsync(work, "drain", 6);
        using var stop = new CancellationTokenSource();
        var (started, go) = (new SemaphoreSlim(0), new TaskCompletionSource());
        var answers = new List<DocumentAnswer>();
        await using var broker = Broker.Make(address, static _ => { });
        using var spool = new SpoolFolder();
        var begun = new BegunDocuments(new OutputFolder(work["out"]));
        var worker = new QueueWorker(
            broker,
            address,
            spool,
            begun,
            async (item, _) =>
            {
                started.Release();
                await go.Task;
                return Written(item);
            },
            jobs: 2,
            a =>
            {
                lock (answers)
                {
                    answers.Add(a);
                }
            }).RunAsync(stop.Token);
        await started.WaitAsync(Long);
        await started.WaitAsync(Long);
        await ShowsAsync("drain", "waiting\t2\nworkers\t1");
        await stop.CancelAsync();
        Assert.False(worker.IsCompleted);
        go.SetResult();
        await worker.WaitAsync(Long);

        Assert.Equal(2, answers.Count);
        Assert.Equal(0, started.CurrentCount);
        await ShowsAsync("drain", "waiting\t4\nworkers\t0\ndead\t0\n");
    }

    [BrokerFact]
    public async Task What_is_wrong_with_the_machine_ends_the_worker_and_harms_no_document()
    {
        using var work = new Workspace();
        var address = QueueAddress.Parse(node.Address("fault"));
        await CommandRun.Of("submit", work.Add("a.txt", Workspace.Plan), "--queue", node.Address("fault"));
        await using var broker = Broker.Make(address, static _ => { });
        using var spool = new SpoolFolder();
        var begun = new BegunDocuments(new OutputFolder(work["out"]));
        var worker = new QueueWorker(broker, address, spool, begun, static (_, _) => throw new IOException("disk full"), 1, static _ => { });

        Assert.Equal("disk full", (await Assert.ThrowsAsync<IOException>(() => worker.RunAsync(CancellationToken.None).WaitAsync(Long))).Message);
        await ShowsAsync("fault", "waiting\t1\nworkers\t0\ndead\t0\n");
    }

    [BrokerFact]
    public async Task A_document_on_which_workers_end_again_and_again_is_dead_and_what_lay_beside_it_is_done()
    {
        using var work = new Workspace();
        var address = QueueAddress.Parse(node.Address("ends"));
        await SubmitAsync(work, "ends", 4);
        var done = new HashSet<string>(StringComparer.Ordinal); // an acknowledgement may be lost with the line
        var lives = 0;
        for (var over = false; !over; lives++)
        {
            // A worker of two slots that has lost its broker for good when it comes to the third document: all it holds comes back.
            using var line = new NetworkLine(node.Port);
            using var dead = new CancellationTokenSource(Long);
            await using var broker = Broker.Make(QueueAddress.Parse($"amqp://127.0.0.1:{line.Port}/?queue=ends"), static _ => { });
            using var spool = new SpoolFolder();
            var begun = new BegunDocuments(new OutputFolder(work["out"]));
            var worker = new QueueWorker(
                broker,
                address,
                spool,
                begun,
                async (item, _) =>
                {
                    if (item.Target == "2.txt")
                    {
                        line.Break();
                        await dead.CancelAsync();
                        await Task.Delay(Timeout.Infinite, CancellationToken.None);
                    }

                    await Task.Delay(50, CancellationToken.None);
                    return Written(item);
                },
                2,
                a =>
                {
                    lock (done)
                    {
                        done.Add(a.Target + " " + a.Failure?.Code);
                        over = done.Count == 4;
                    }

                    if (over)
                    {
                        dead.Cancel();
                    }
                }).RunAsync(dead.Token);
            await Task.WhenAny(worker, Task.Delay(Timeout.Infinite, dead.Token)).ContinueWith(static _ => { }, TaskScheduler.Default);
        }

        Assert.Equal(QueueWorker.MaxEnds + 1, lives);
        Assert.Equal(["0.txt ", "1.txt ", "2.txt RM5009", "3.txt "], done.Order(StringComparer.Ordinal));
    }

    [BrokerFact]
    public async Task A_document_the_broker_gave_up_handing_out_is_dead_for_that_reason()
    {
        using var work = new Workspace();
        await CommandRun.Of("submit", work.Add("a.txt", Workspace.Plan), "--queue", node.Address("limit"));
        var times = await node.OnChannelAsync(async c =>
        {
            var taken = 0;
            for (; taken < 100 && await c.BasicGetAsync("limit", autoAck: false) is { } got; taken++)
            {
                await c.BasicRejectAsync(got.DeliveryTag, requeue: true);
            }

            return taken;
        });

        Assert.Equal(QueueTopology.DeliveryLimit + 1, times);
        await UntilAsync(async () => (await CommandRun.Of("queue", "dead", "--queue", node.Address("limit"))).Data.StartsWith("RM5010\ta.txt\t", StringComparison.Ordinal));
    }

    /// <summary>Works until so many documents are answered for, without the pipeline.</summary>
    private static async Task WorkAsync(Workspace work, QueueAddress address, int count, Func<BatchItem, BatchResult> process)
    {
        using var stop = new CancellationTokenSource(Long);
        await using var broker = Broker.Make(address, static _ => { });
        using var spool = new SpoolFolder();
        var begun = new BegunDocuments(new OutputFolder(work["out"]));
        var left = count;
        await new QueueWorker(broker, address, spool, begun, (item, _) => Task.FromResult(process(item)), 1, _ =>
        {
            if (--left == 0)
            {
                stop.Cancel();
            }
        }).RunAsync(stop.Token);
        Assert.Equal(0, left);
    }

    private static BatchResult Written(BatchItem item) =>
        new(item, BatchStatus.Written, new ReportOutcome { Path = item.Target, Status = ReportStatus.Ok }, 1, []);

    private async Task<string> StatusAsync(string queue) => (await CommandRun.Of("queue", "status", "--queue", node.Address(queue))).Data.ReplaceLineEndings("\n");

    /// <summary>The broker counts a little later than it acts.</summary>
    private Task ShowsAsync(string queue, string status) => UntilAsync(async () => (await StatusAsync(queue)).StartsWith(status, StringComparison.Ordinal));

    private async Task SubmitAsync(Workspace work, string queue, int documents)
    {
        for (var i = 0; i < documents; i++)
        {
            work.Add($"in/{i}.txt", Workspace.Plan + i);
        }

        await CommandRun.Of("submit", work["in"], "--queue", node.Address(queue));
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var limit = new CancellationTokenSource(Long);
        while (!await holds())
        {
            await Task.Delay(200, limit.Token);
        }
    }
}
