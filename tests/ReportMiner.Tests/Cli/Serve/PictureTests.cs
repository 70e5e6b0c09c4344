using System.Net;
using System.Security.Cryptography;
using ReportMiner.Documents;
using ReportMiner.Tests.House;
using ReportMiner.Tests.Read;
using ReportMiner.Tests.Review;
using Xunit;

namespace ReportMiner.Tests.Cli.Serve;

public sealed class PictureTests
{
    private static readonly byte[] Pdf = File.ReadAllBytes(Repository.PathOf("samples/fishery-press/fishery-press.pdf"));

    [PopplerFact]
    public async Task A_page_is_printed_of_the_very_file_the_report_was_read_from()
    {
        using var sources = new Workspace();
        sources.Add("가/a.pdf", Pdf);
        await using var served = await ServeAsync(sources.Root);
        using var answer = await served.SendAsync(HttpMethod.Get, Page(1));
        Assert.Equal("image/png", answer.Content.Headers.ContentType?.MediaType);
        Assert.True((await answer.Content.ReadAsByteArrayAsync()).AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']));
        Assert.True((bool)(await served.ReportAsync())["pictures"]!);
        Assert.Equal(HttpStatusCode.NotFound, await served.StatusAsync(Page(0)));
        Assert.Equal(HttpStatusCode.NotFound, await served.StatusAsync(Page(999)));
    }

    [PopplerFact]
    public async Task A_file_of_another_name_or_content_or_behind_a_link_is_not_it()
    {
        using var sources = new Workspace();
        sources.Add("other.pdf", Pdf);
        sources.Add("a/a.pdf", [.. Pdf[..^1], (byte)(Pdf[^1] ^ 1)]);
        File.CreateSymbolicLink(sources["a.pdf"], sources["other.pdf"]);
        await using var served = await ServeAsync(sources.Root);
        Assert.False((bool)(await served.ReportAsync())["pictures"]!);
        Assert.Equal(HttpStatusCode.NotFound, await served.StatusAsync(Page(1)));

        File.Move(sources["a/a.pdf"], sources["a/b.pdf"]);
        sources.Add("a/a.pdf", Pdf);
        Assert.Equal(HttpStatusCode.OK, await served.StatusAsync(Page(1)));
        File.WriteAllBytes(sources["a/a.pdf"], File.ReadAllBytes(sources["a/b.pdf"]));
        Assert.Equal(HttpStatusCode.NotFound, await served.StatusAsync(Page(2)));
    }

    [PopplerFact]
    public async Task A_report_with_something_masked_has_no_pictures_which_would_show_it()
    {
        using var sources = new Workspace();
        sources.Add("a.pdf", Pdf);
        await using var served = await ServeAsync(sources.Root, new Diagnostic(Severity.Info, "RM2202", "가렸습니다", null));
        Assert.False((bool)(await served.ReportAsync())["pictures"]!);
        Assert.Equal(HttpStatusCode.NotFound, await served.StatusAsync(Page(1)));
    }

    private static async Task<ServedReport> ServeAsync(string sources, params Diagnostic[] more)
    {
        var report = SampleReports.Realistic();
        report = report with { Diagnostics = [.. report.Diagnostics, .. more] };
        report = report with { Source = report.Source with { FileName = "a.pdf", Bytes = Pdf.Length, Sha256 = Convert.ToHexStringLower(SHA256.HashData(Pdf)) } };
        return await (await ServedReport.StartAsync(report: report, sources: sources)).OpenedAsync();
    }

    private static string Page(int page) => $"/api/page?name={Uri.EscapeDataString(ServedReport.Name)}&page={page}";
}
