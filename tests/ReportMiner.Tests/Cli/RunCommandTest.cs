using System.Text.Json.Nodes;
using ReportMiner.Tests.House;
using Xunit;

namespace ReportMiner.Tests.Cli;

public sealed class RunCommandTest
{
    [Fact]
    public async Task Folders_are_mirrored_and_what_is_no_report_is_left_out()
    {
        using var work = new Workspace();
        work.Add("in/b/plan.txt", Workspace.Plan);
        work.Add("in/a.txt", Workspace.Plan);
        work.Add("in/a.txt.meta.json", """{"published":"2021-05"}""");
        work.Add("in/.hidden.txt", Workspace.Plan);
        work.Add("in/data.csv", "1,2");

        var run = await CommandRun.Of("run", work["in"], "-o", work["in/out"]);
        var again = await CommandRun.Of("run", work["in"], "-o", work["in/out"]);

        Assert.Equal(0, run.Code);
        Assert.Equal($"written\t{work["in/out/a.txt.json"]}\nwritten\t{work["in/out/b/plan.txt.json"]}\n", run.Data.ReplaceLineEndings("\n"));
        Assert.Equal("2021-05", JsonNode.Parse(File.ReadAllBytes(work["in/out/a.txt.json"]))!["metadata"]!["published"]!.GetValue<string>());
        Assert.StartsWith("skipped\t", again.Data);
        Assert.Equal(2, again.Data.Split('\n').Count(l => l.StartsWith("skipped\t", StringComparison.Ordinal)));
        Assert.Empty(Directory.GetFiles(work["in/out"], "*.partial", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_changed_input_and_force_are_processed_again()
    {
        using var work = new Workspace();
        var file = work.Add("a.txt", Workspace.Plan);
        await CommandRun.Of("run", file, "-o", work["out"]);
        var forced = await CommandRun.Of("run", file, "-o", work["out"], "--force");
        work.Add("a.txt", Workspace.Plan + "끝\n");
        var changed = await CommandRun.Of("run", file, "-o", work["out"]);

        Assert.StartsWith("written\t", forced.Data);
        Assert.StartsWith("written\t", changed.Data);
    }

    [Fact]
    public async Task The_number_of_workers_does_not_change_a_byte()
    {
        using var work = new Workspace();
        for (var i = 0; i < 12; i++)
        {
            work.Add($"in/{i}.txt", Workspace.Plan + new string('가', i * 100));
        }

        await CommandRun.Of("run", work["in"], "-o", work["one"], "--jobs", "1");
        await CommandRun.Of("run", work["in"], "-o", work["four"], "--jobs", "4");

        var names = Directory.GetFiles(work["one"]).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal).ToArray();
        Assert.Contains("run.json", names);
        Assert.Equal(names, Directory.GetFiles(work["four"]).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        Assert.All(names, n => Assert.Equal(File.ReadAllBytes(Path.Combine(work["one"], n)), File.ReadAllBytes(Path.Combine(work["four"], n))));
    }

    [Fact]
    public async Task Files_of_one_name_in_two_folders_do_not_collide()
    {
        using var work = new Workspace();
        work.Add("north/plan.txt", Workspace.Plan);
        work.Add("south/plan.txt", Workspace.Plan);
        var run = await CommandRun.Of("run", work["north"], work["south"], "-o", work["out"]);

        Assert.Equal(0, run.Code);
        Assert.True(File.Exists(work["out/north/plan.txt.json"]));
        Assert.True(File.Exists(work["out/south/plan.txt.json"]));
    }

    [Fact]
    public async Task Inputs_that_cannot_be_told_apart_are_a_usage_error()
    {
        using var work = new Workspace();
        work.Add("one/in/plan.txt", Workspace.Plan);
        work.Add("two/in/plan.txt", Workspace.Plan);
        var run = await CommandRun.Of("run", work["one/in"], work["two/in"], "-o", work["out"]);

        Assert.Equal(2, run.Code);
        Assert.Contains("plan.txt", run.Messages);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("run", "no-such-file.txt", "-o", "out")]
    [InlineData("run", ".", "-o", "out", "--jobs", "0")]
    [InlineData("run", ".", "-o", "out", "--config", "no-such-file.json")]
    [InlineData("schema", "poem")]
    [InlineData("models", "seal", "no-such-folder")]
    [InlineData("dance")]
    public async Task Wrong_usage_is_exit_code_2_with_a_message_on_the_error_stream(params string[] args)
    {
        var run = await CommandRun.Of(args);
        Assert.Equal(2, run.Code);
        Assert.Empty(run.Data.Trim());
        Assert.NotEmpty(run.Messages);
    }

    [Fact]
    public async Task A_cancelled_run_is_exit_code_130()
    {
        using var work = new Workspace();
        var file = work.Add("a.txt", Workspace.Plan);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        Assert.Equal(130, (await CommandRun.Of(cancelled.Token, "run", file, "-o", work["out"])).Code);
    }

    [Fact]
    public async Task A_bad_sidecar_fails_its_report_alone()
    {
        using var work = new Workspace();
        work.Add("in/bad.txt", Workspace.Plan);
        work.Add("in/bad.txt.meta.json", "{ published");
        work.Add("in/good.txt", Workspace.Plan);
        var some = await CommandRun.Of("run", work["in"], "-o", work["out"]);
        var all = await CommandRun.Of("run", work["in/bad.txt"], "-o", work["out"]);

        Assert.Equal(3, some.Code);
        Assert.Equal(4, all.Code);
        Assert.Contains("RM1901", some.Data);
    }

    [Fact]
    public async Task Bad_files_get_an_error_with_a_code_and_good_ones_their_result()
    {
        using var work = new Workspace();
        work.Add("in/cut.pdf", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog");
        work.Add("in/empty.txt", "");
        work.Add("in/picture.pdf", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
        work.Add("in/cp949.txt", [0xC1, 0xA4, 0xC3, 0xA5, 0x20, 0xBA, 0xB8, 0xB0, 0xED, 0xBC, 0xAD, 0x0A]);
        work.Add("in/large.txt", string.Concat(Enumerable.Repeat("가나다 ", 2000)));
        work.Add("in/good.txt", Workspace.Plan);
        var config = work.Add("pipeline.json", """{ "limits": { "maxTextBytes": 10000 } }""");
        var run = await CommandRun.Of("run", work["in"], "-o", work["out"], "--config", config);

        var lines = run.Data.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, run.Code);
        Assert.All(
            new[] { "cut.pdf", "empty.txt", "large.txt", "picture.pdf" },
            n => Assert.Contains(lines, l => l.StartsWith($"failed\t{work["in/" + n]}\tRM1", StringComparison.Ordinal)));
        Assert.Equal(2, lines.Count(l => l.StartsWith("written\t", StringComparison.Ordinal)));
        Assert.DoesNotContain("RM1900", run.Data);
        Assert.StartsWith("정책 보고서", JsonNode.Parse(File.ReadAllBytes(work["out/cp949.txt.json"]))!["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task Every_output_over_the_samples_keeps_the_contract()
    {
        using var work = new Workspace();
        work.Add("in/emoji.txt", "👉 제목 𠀀\n\n" + Workspace.Plan);
        List<string> inputs = [work["in"]];
        if (Directory.Exists(Repository.PathOf("samples")))
        {
            inputs.Add(Repository.PathOf("samples"));
        }

        await CommandRun.Of(["run", .. inputs, "-o", work["out"]]);
        var outputs = Directory.GetFiles(work["out"], "*.json", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != "run.json").ToArray();
        Assert.NotEmpty(outputs);
        foreach (var output in outputs)
        {
            await ContractAssert.Holds(File.ReadAllBytes(output));
        }
    }
}
