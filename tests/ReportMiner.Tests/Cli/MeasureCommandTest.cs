using Xunit;

namespace ReportMiner.Tests.Cli;

public sealed class MeasureCommandTest
{
    private const string Text = "주민이 함께 만든 계획을 바탕으로 예산을 정하고 해마다 성과를 점검하며 부족한 점을 고쳐 나간다.\n";

    [Fact]
    public async Task Measure_prints_a_row_a_width_and_their_sum_and_the_same_each_time()
    {
        using var work = new Workspace();
        work.Add("texts/a.txt", Text);
        work.Add("texts/b.txt", Text);
        var run = await CommandRun.Of("measure", "joins", work["texts"], "--widths", "20-22");
        var rows = run.Data.TrimEnd().Split('\n').Select(l => l.Split('\t')).ToList();
        Assert.Equal(0, run.Code);
        Assert.Equal(["width", "20", "21", "22", "all"], rows.Select(r => r[0].Trim()));
        Assert.Equal(int.Parse(rows[4][1]), rows.Skip(1).Take(3).Sum(r => int.Parse(r[1])));
        Assert.All(rows.Skip(1), r => Assert.Equal(int.Parse(r[1]), int.Parse(r[2]) + int.Parse(r[3]) + int.Parse(r[4])));
        Assert.Equal(run, await CommandRun.Of("measure", "joins", work["texts"], "--widths", "20-22"));
    }

    [Theory]
    [InlineData("45-20")]
    [InlineData("1-5")]
    [InlineData("wide")]
    public async Task A_wrong_range_of_widths_is_named(string widths)
    {
        using var work = new Workspace();
        var run = await CommandRun.Of("measure", "joins", work.Add("a.txt", Text), "--widths", widths);
        Assert.Equal(2, run.Code);
        Assert.Contains(widths, run.Messages);
    }

    [Fact]
    public async Task Speed_prints_a_row_a_file_a_row_a_stage_and_memory_and_leaves_nothing_behind()
    {
        using var work = new Workspace();
        var file = work.Add("a.txt", Workspace.Plan);
        var run = await CommandRun.Of("measure", "speed", file, "--rounds", "1");
        var rows = run.Data.TrimEnd().Split('\n').Select(l => l.TrimEnd('\r').Split('\t')).ToList();
        Assert.Equal(0, run.Code);
        Assert.Equal(["file", "pages", "first", "seconds", "pagesPerSecond", "pdftotext", "ratio"], rows[0]);
        Assert.Equal([file, "all"], rows.Skip(1).Take(2).Select(r => r[0]));
        Assert.Contains(rows, r => r[0] == "facts" && r.Length == 3);
        Assert.True(int.Parse(rows.Single(r => r[0] == "peakMemoryMegabytes")[1]) > 10);
        Assert.Equal([file], Directory.GetFiles(work.Root, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_learned_model_is_written_where_it_was_asked_for()
    {
        using var work = new Workspace();
        var text = work.Add("a.txt", string.Concat(Enumerable.Repeat(Text, 10)));
        var run = await CommandRun.Of("learn", "spacing", text, "--reports", text, "-o", work["spacing.bin"]);
        Assert.Equal(0, run.Code);
        Assert.True(File.Exists(work["spacing.bin"]));
    }
}
