using ReportMiner.Cli.Batch;
using Xunit;

namespace ReportMiner.Tests.Cli.Batch;

public sealed class DocumentKeyTests
{
    [Fact]
    public void The_key_changes_with_the_bytes_what_is_known_and_the_settings()
    {
        using var work = new Workspace();
        var (file, same) = (work.Add("a.txt", Workspace.Plan), work.Add("b.txt", Workspace.Plan));
        var plain = Key(file);
        Assert.Equal(plain, Key(same));
        Assert.NotEqual(plain, Key(file, o => o with { Output = o.Output with { ReviewHtml = false } }));
        Assert.NotEqual(plain, Key(file, o => o with { Limits = o.Limits with { MaxTextBytes = 1000 } }));
        work.Add("a.txt.meta.json", "{}");
        Assert.NotEqual(plain, Key(file));
        work.Add("b.txt", Workspace.Plan + "끝");
        Assert.NotEqual(plain, Key(same));
    }

    [Fact]
    public void The_limits_of_a_worker_and_where_programs_are_do_not_change_it()
    {
        using var work = new Workspace();
        var file = work.Add("a.txt", Workspace.Plan);
        Assert.Equal(Key(file), Key(file, o => o with { Limits = o.Limits with { MaxDocumentSeconds = 5, MaxDocumentMegabytes = 600 }, Pdf = o.Pdf with { PopplerPath = "/opt" } }));
    }

    [Fact]
    public void Shares_are_disjoint_and_leave_nothing_out()
    {
        using var work = new Workspace();
        var items = Enumerable.Range(0, 60).Select(i => new BatchItem(work.Add($"{i}.txt", $"보고서 {i}"), $"{i}.txt")).Append(new BatchItem(work["gone.txt"], "gone.txt")).ToList();
        var shares = Enumerable.Range(1, 4).Select(i => items.Where(new Shard(i, 4).Has).ToList()).ToList();
        Assert.Equal(items.OrderBy(i => i.Target, StringComparer.Ordinal), shares.SelectMany(s => s).OrderBy(i => i.Target, StringComparer.Ordinal));
        Assert.All(shares, s => Assert.InRange(s.Count, 5, 30));
    }

    private static string Key(string path, Func<PipelineOptions, PipelineOptions>? change = null) =>
        DocumentKey.Of(path, DocumentKey.Configuration(new ReportPipelineBuilder().Configure(change ?? (o => o)).Identify()));
}
