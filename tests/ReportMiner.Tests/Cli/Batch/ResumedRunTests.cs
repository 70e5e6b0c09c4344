using System.Text.Json.Nodes;
using ReportMiner.Cli.Batch;
using Xunit;

namespace ReportMiner.Tests.Cli.Batch;

public sealed class ResumedRunTests : IDisposable
{
    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public async Task An_output_that_was_deleted_or_altered_is_made_again_and_the_review_is_left_alone()
    {
        foreach (var name in new[] { "a", "b", "c" })
        {
            _work.Add($"in/{name}.txt", Workspace.Plan);
        }

        await Run();
        var (page, index) = (File.ReadAllBytes(_work["out/b.txt.review.html"]), File.ReadAllBytes(_work["out/run.json"]));
        File.Delete(_work["out/a.txt.json"]);
        page[100] ^= 1;
        File.WriteAllBytes(_work["out/b.txt.review.html"], page);
        _work.Add("out/a.txt.review.jsonl", "결정\n");

        Assert.Equal(["written", "written", "skipped"], Statuses(await Run()));
        Assert.Equal("결정\n", File.ReadAllText(_work["out/a.txt.review.jsonl"]));
        Assert.Equal(index, File.ReadAllBytes(_work["out/run.json"]));
        Assert.Equal(["skipped", "skipped", "skipped"], Statuses(await Run()));
    }

    [Fact]
    public async Task A_failure_is_retried_and_with_retry_failed_nothing_else_is()
    {
        _work.Add("in/bad.txt", Workspace.Plan);
        _work.Add("in/bad.txt.meta.json", "{");
        _work.Add("in/good.txt", Workspace.Plan);
        Assert.Equal(["failed", "written"], Statuses(await Run()));
        Assert.Equal(["failed", "skipped"], Statuses(await Run()));
        _work.Add("in/good.txt", Workspace.Plan + "달라짐\n");
        _work.Add("in/new.txt", Workspace.Plan);
        File.Delete(_work["in/bad.txt.meta.json"]);

        var retried = await Run("--retry-failed");
        Assert.Equal((0, $"written\t{_work["out/bad.txt.json"]}"), (retried.Code, retried.Data.Trim()));
        Assert.Equal(["bad.txt", "good.txt"], Listed());
        Assert.Empty(Statuses(await Run("--retry-failed")));
        Assert.Equal(["skipped", "written", "written"], Statuses(await Run()));
    }

    [Fact]
    public async Task The_index_says_what_stands_in_the_folder_whichever_run_wrote_it()
    {
        _work.Add("in/a.txt", Workspace.Plan);
        _work.Add("in/b.txt", "");
        _work.Add("more/c.txt", Workspace.Plan);
        await Run();
        await CommandRun.Of("run", _work["more"], "-o", _work["out"]);
        Assert.Equal(["a.txt", "c.txt"], Listed());

        File.Delete(_work["out/a.txt.json"]);
        await CommandRun.Of("run", _work["more"], "-o", _work["out"]);
        Assert.Equal(["c.txt"], Listed());
    }

    [Fact]
    public async Task Shares_are_collected_by_a_run_without_share_that_does_nothing_again()
    {
        PlainReports.Write(_work["in"], 6, 0.2);
        await Run("-o", _work["alone"]);
        for (var i = 1; i <= 2; i++)
        {
            Assert.Equal(0, (await Run("--shard", $"{i}/2")).Code);
        }

        Assert.False(File.Exists(_work["out/run.json"]));
        Assert.True(File.Exists(_work["out/run.journal.1-of-2.jsonl"]));
        Assert.All(Statuses(await Run()), s => Assert.Equal("skipped", s));
        Assert.Equal(Files("alone"), Files("out"));
    }

    [Theory]
    [InlineData("0/2")]
    [InlineData("3/2")]
    [InlineData("1")]
    [InlineData("1/2/3")]
    public async Task A_share_that_is_none_is_a_usage_error(string share)
    {
        _work.Add("in/a.txt", Workspace.Plan);
        var run = await Run("--shard", share);
        Assert.Equal(2, run.Code);
        Assert.Contains("--shard", run.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_in_which_another_run_is_at_work_is_refused()
    {
        _work.Add("in/a.txt", Workspace.Plan);
        var settings = new BatchSettings(_work["out"], null, null, 1);
        using (new BatchSession(settings, share: "1-of-2"))
        {
            Assert.Equal(2, (await Run()).Code);
            Assert.Equal(0, (await Run("--shard", "2/2")).Code);
        }

        using (new BatchSession(settings))
        {
            Assert.Equal(2, (await Run()).Code);
            Assert.Equal(2, (await Run("--shard", "2/2")).Code);
        }

        Assert.Equal(0, (await Run()).Code);
    }

    [Fact]
    public async Task Half_written_files_of_killed_workers_are_swept_and_others_stay()
    {
        _work.Add("in/a/b.txt", Workspace.Plan);
        _work.Add("out/a/b.txt.json.0123abcd.partial", "{");
        _work.Add("out/mine.partial", "?");
        await Run();
        Assert.False(File.Exists(_work["out/a/b.txt.json.0123abcd.partial"]));
        Assert.True(File.Exists(_work["out/mine.partial"]));
    }

    [Fact]
    public async Task Rules_that_are_not_valid_end_the_run_with_a_message_and_no_document_is_blamed()
    {
        _work.Add("in/a.txt", Workspace.Plan);
        _work.Add("models/manifest.json", "{}");
        var run = await Run("--models", _work["models"]);
        Assert.Equal((2, ""), (run.Code, run.Data));
        Assert.Contains("not in manifest.json", run.Messages, StringComparison.Ordinal);
    }

    private Task<CommandRun> Run(params string[] more) => CommandRun.Of(["run", _work["in"], .. more.Contains("-o") ? [] : new[] { "-o", _work["out"] }, .. more]);

    private static string[] Statuses(CommandRun run) => [.. run.Data.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t')[0])];

    private string[] Listed() => [.. JsonNode.Parse(File.ReadAllBytes(_work["out/run.json"]))!["reports"]!.AsArray().Select(r => r!["path"]!.GetValue<string>())];

    private SortedDictionary<string, string> Files(string folder) => new(
        Directory.GetFiles(_work[folder], "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(_work[folder], f), File.ReadAllText), StringComparer.Ordinal);
}
