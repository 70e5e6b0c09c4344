using System.Net;
using ReportMiner.Emit;
using ReportMiner.Tests.Review;
using Xunit;

namespace ReportMiner.Tests.Cli.Serve;

public sealed class FolderTests
{
    [Fact]
    public async Task The_list_has_the_outputs_of_the_folder_and_no_other_file()
    {
        await using var served = await (await ServedReport.StartAsync()).OpenedAsync();
        served.Work.Add("out/run.json", "{}");
        served.Work.Add("out/b.txt.reviewed.json", ReportJson.Write(SampleReports.Realistic()));
        var reports = (await served.GetAsync("/api/reports"))["reports"]!.AsArray();
        Assert.Equal([ServedReport.Name], reports.Select(r => (string)r!["progress"]!["report"]!));
    }

    [Theory]
    [InlineData("../secret.json")]
    [InlineData("제조/../../secret.json")]
    [InlineData("./제조/제조데이터-2023.pdf.json")]
    [InlineData("제조\\제조데이터-2023.pdf.json")]
    [InlineData("제조/제조데이터-2023.pdf.review.jsonl")]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    public async Task A_name_that_is_not_in_the_list_opens_nothing(string name)
    {
        await using var served = await (await ServedReport.StartAsync()).OpenedAsync();
        served.Work.Add("secret.json", ReportJson.Write(SampleReports.Realistic()));
        var query = Uri.EscapeDataString(name);
        foreach (var path in new[] { $"/api/report?name={query}", $"/api/changes?name={query}&after=0", $"/api/page?name={query}&page=1", $"/assets/{query}", $"/assets/..%2f{query}", $"/api/report?name={Uri.EscapeDataString(served.Work["secret.json"])}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, await served.StatusAsync(path));
        }
    }

    [Fact]
    public async Task Links_out_of_the_folder_are_neither_shown_nor_written_to()
    {
        await using var served = await (await ServedReport.StartAsync()).OpenedAsync();
        var outside = served.Work.Add("outside/a.txt.json", ReportJson.Write(SampleReports.Realistic()));
        File.CreateSymbolicLink(served.Work["out/link.txt.json"], outside);
        Directory.CreateSymbolicLink(served.Work["out/links"], served.Work["outside"]);
        Assert.Single((await served.GetAsync("/api/reports"))["reports"]!.AsArray());
        Assert.Equal(HttpStatusCode.NotFound, await served.StatusAsync("/api/report?name=link.txt.json"));
        Assert.Equal(HttpStatusCode.NotFound, await served.StatusAsync("/api/report?name=links%2Fa.txt.json"));

        var target = served.Work.Add("target.jsonl", "");
        File.CreateSymbolicLink(served.Events.Path, target);
        await Assert.ThrowsAsync<HttpRequestException>(() => served.DecideAsync(ServedReport.Accept("m1")));
        Assert.Empty(File.ReadAllText(target));
    }

    [Fact]
    public async Task A_port_in_use_and_a_folder_that_is_none_are_told()
    {
        await using var served = await ServedReport.StartAsync();
        var taken = await CommandRun.Of("review", "serve", served.Work["out"], "--no-open", "--port", served.Server.Address.Port.ToString());
        Assert.Equal(2, taken.Code);
        Assert.Contains("포트", taken.Messages, StringComparison.Ordinal);
        Assert.Empty(taken.Data);
        Assert.Equal(2, (await CommandRun.Of("review", "serve", served.Work["nowhere"], "--no-open")).Code);
    }

    [Fact]
    public async Task A_folder_that_is_itself_a_link_is_served()
    {
        using var work = new Workspace();
        work.Add(Path.Combine("real", ServedReport.Name), ReportJson.Write(SampleReports.Realistic()));
        Directory.CreateSymbolicLink(work["out"], work["real"]);
        await using var served = await (await ServedReport.StartAsync(work)).OpenedAsync();
        await served.DecideAsync(ServedReport.Accept("m1"));
        Assert.Single(served.Events.Read().Events);
    }
}
