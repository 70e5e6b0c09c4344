using System.Text;
using System.Text.Json;
using ReportMiner.Tests.Read;
using Xunit;

namespace ReportMiner.Tests.Cli;

public sealed class InspectCommandTest
{
    private static readonly byte[] Pdf = TinyPdf.Write(
        [new(72, 760, 18, "Harbour plan"), new(72, 700, 10, "The first page speaks of ships <and> \"cranes\" & more."), new(290, 30, 9, "- 1 -")],
        [new(72, 700, 10, "The second page speaks of rails."), new(290, 30, 9, "- 2 -")]);

    [PopplerFact]
    public async Task Each_page_of_a_range_becomes_a_file_of_the_same_bytes_every_time()
    {
        using var work = new Workspace();
        var file = work.Add("항만 계획.pdf", Pdf);
        var run = await CommandRun.Of("inspect", file, "--pages", "1-2", "-o", work["out"]);
        await CommandRun.Of("inspect", file, "--page", "2", "-o", work["again.html"]);

        Assert.Equal(0, run.Code);
        Assert.Equal(
            $"written\t{work["out/항만 계획.pdf.page-1.html"]}\nwritten\t{work["out/항만 계획.pdf.page-2.html"]}\n",
            run.Data.ReplaceLineEndings("\n"));
        Assert.Equal(File.ReadAllBytes(work["out/항만 계획.pdf.page-2.html"]), File.ReadAllBytes(work["again.html"]));
        var page = File.ReadAllText(work["out/항만 계획.pdf.page-1.html"], Encoding.UTF8);
        Assert.Contains("Harbour plan", page, StringComparison.Ordinal);
        Assert.Contains("href=\"data:image/png;base64,iVBORw0KGgo", page, StringComparison.Ordinal);
        Assert.Contains("ships &lt;and&gt; &quot;cranes&quot; &amp; more", page, StringComparison.Ordinal);
        Assert.DoesNotContain("rails", page, StringComparison.Ordinal);
    }

    [PopplerTheory]
    [InlineData("--page", "0")]
    [InlineData("--page", "3")]
    [InlineData("--pages", "2-3")]
    [InlineData("--pages", "2-1")]
    [InlineData("--pages", "all")]
    [InlineData("--page", "1", "--pages", "1-2")]
    public async Task A_page_that_is_not_there_is_a_usage_error_and_writes_nothing(params string[] pages)
    {
        using var work = new Workspace();
        var run = await CommandRun.Of(["inspect", work.Add("a.pdf", Pdf), "-o", work["out"], .. pages]);

        Assert.Equal(2, run.Code);
        Assert.Contains(" / ", run.Messages, StringComparison.Ordinal);
        Assert.False(Directory.Exists(work["out"]));
    }

    [Fact]
    public async Task A_text_file_has_no_page_picture()
    {
        using var work = new Workspace();
        var run = await CommandRun.Of("inspect", work.Add("a.txt", Workspace.Plan), "-o", work["out"]);

        Assert.Equal(2, run.Code);
        Assert.Contains("쪽 그림이 없습니다", run.Messages, StringComparison.Ordinal);
        Assert.Contains("no page picture", run.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_fails_with_its_code()
    {
        using var work = new Workspace();
        var missing = await CommandRun.Of("inspect", work["none.pdf"]);
        var picture = await CommandRun.Of("inspect", work.Add("a.pdf", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]));

        Assert.Equal(4, missing.Code);
        Assert.Equal($"failed\t{work["none.pdf"]}\tRM1001", missing.Data.Trim());
        Assert.Equal(4, picture.Code);
        Assert.Contains("RM1005", picture.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_poppler_it_says_how_to_get_it()
    {
        using var work = new Workspace();
        var config = work.Add("pipeline.json", $$"""{ "pdf": { "engine": "poppler", "popplerPath": {{JsonSerializer.Serialize(work.Root)}} } }""");
        var run = await CommandRun.Of("inspect", work.Add("a.pdf", Pdf), "--config", config);

        Assert.Equal(4, run.Code);
        Assert.Contains("RM1008", run.Data, StringComparison.Ordinal);
        Assert.Contains("poppler-utils", run.Messages, StringComparison.Ordinal);
    }
}
