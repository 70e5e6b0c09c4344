using System.Diagnostics;
using ReportMiner.Cli.Batch;
using Xunit;

namespace ReportMiner.Tests.Cli.Batch;

public sealed class WorkerPoolTests : IDisposable
{
    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public async Task A_document_beyond_the_time_limit_fails_and_its_old_output_goes()
    {
        _work.Add("out/huge.txt.json", "{}");
        using var pool = Pool(new LimitOptions(MaxDocumentSeconds: 1, MaxDocumentMegabytes: 8192));
        Assert.Equal("RM1902", (await pool.ProcessAsync(Huge(), CancellationToken.None)).Failure?.Code);
        Assert.False(File.Exists(_work["out/huge.txt.json"]));
    }

    [Fact]
    public async Task A_document_beyond_the_memory_limit_fails_alone_and_a_new_worker_does_the_next()
    {
        using var pool = Pool(new LimitOptions(MaxDocumentMegabytes: 512));
        Assert.Equal(BatchStatus.Written, (await pool.ProcessAsync(Good(), CancellationToken.None)).Status);
        Assert.Equal("RM1903", (await pool.ProcessAsync(Huge(), CancellationToken.None)).Failure?.Code);
        Assert.Equal(BatchStatus.Written, (await pool.ProcessAsync(Good(), CancellationToken.None)).Status);
        Assert.InRange(pool.Peak, 512L << 20, 1L << 30);
    }

    [Fact]
    public async Task A_document_that_takes_two_workers_down_fails()
    {
        var started = 0;
        using var pool = Pool(new LimitOptions(), () =>
        {
            started++;
            return WorkerStart.Command("--version");
        });
        Assert.Equal("RM1904", (await pool.ProcessAsync(Good(), CancellationToken.None)).Failure?.Code);
        Assert.Equal(2, started);
    }

    [Fact]
    public async Task Cancelling_ends_the_worker_at_once()
    {
        using var pool = Pool(new LimitOptions());
        using var cancel = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        var clock = Stopwatch.StartNew();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pool.ProcessAsync(Huge(), cancel.Token));
        Assert.InRange(clock.Elapsed.TotalSeconds, 1, 15);
    }

    private WorkerPool Pool(LimitOptions limits, Func<ProcessStartInfo>? start = null) =>
        new(start ?? (() => WorkerStart.For(new BatchSettings(_work["out"], null, null, 2))), new OutputFolder(_work["out"]), limits, 2);

    private BatchItem Good() => new(_work.Add("good.txt", Workspace.Plan), "good.txt");

    // Some minutes' work, and more than half a gigabyte.
    private BatchItem Huge() => new(_work.Add("huge.txt", string.Concat(Enumerable.Repeat(Workspace.Plan, 100_000))), "huge.txt");
}
