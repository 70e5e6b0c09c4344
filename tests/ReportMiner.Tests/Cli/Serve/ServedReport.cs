using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReportMiner.Cli.Review;
using ReportMiner.Cli.Serve;
using ReportMiner.Documents;
using ReportMiner.Emit;
using ReportMiner.Review.Events;
using ReportMiner.Tests.Review;

namespace ReportMiner.Tests.Cli.Serve;

/// <summary>A server over a folder with one report of our own, and a client that may or may not be let in.</summary>
internal sealed class ServedReport : IAsyncDisposable
{
    public const string Name = "제조/제조데이터-2023.pdf.json";

    private readonly Workspace _work;
    private readonly bool _owns;
    private readonly ReviewServer _server;
    private readonly HttpClient _client;

    private ServedReport(Workspace work, bool owns, string? sources)
    {
        (_work, _owns) = (work, owns);
        _server = new ReviewServer(work["out"], sources, 0, "김검토", new PdfOptions(), TextWriter.Null);
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    }

    public Workspace Work => _work;

    public ReviewServer Server => _server;

    /// <summary>The session's cookie, once opened.</summary>
    public string? Cookie { get; private set; }

    public string Origin => _server.Address.GetLeftPart(UriPartial.Authority);

    public string Output => _work[Path.Combine("out", Name)];

    public EventFile Events => EventFile.Beside(Output);

    public static async Task<ServedReport> StartAsync(Workspace? over = null, Report? report = null, string? sources = null)
    {
        var work = over ?? new Workspace();
        if (over is null)
        {
            work.Add(Path.Combine("out", Name), ReportJson.Write(report ?? SampleReports.Realistic()));
        }

        var served = new ServedReport(work, over is null, sources);
        await served._server.StartAsync(CancellationToken.None);
        return served;
    }

    public async Task<ServedReport> OpenedAsync()
    {
        using var answer = await SendAsync(HttpMethod.Get, new Uri(_server.Door).PathAndQuery);
        Cookie = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        return this;
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(method, Origin + path);
        if (Cookie is not null)
        {
            request.Headers.Add("Cookie", Cookie);
        }

        change?.Invoke(request);
        return await _client.SendAsync(request);
    }

    public async Task<HttpStatusCode> StatusAsync(string path, Action<HttpRequestMessage>? change = null)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, change);
        return answer.StatusCode;
    }

    public async Task<JsonNode> GetAsync(string path)
    {
        using var answer = await SendAsync(HttpMethod.Get, path);
        answer.EnsureSuccessStatusCode();
        return JsonNode.Parse(await answer.Content.ReadAsByteArrayAsync())!;
    }

    public Task<JsonNode> ReportAsync() => GetAsync("/api/report?name=" + Uri.EscapeDataString(Name));

    /// <summary>Sends decisions as the page does.</summary>
    public Task<HttpResponseMessage> PostAsync(object batch, Action<HttpRequestMessage>? change = null) => SendAsync(HttpMethod.Post, "/api/decisions?name=" + Uri.EscapeDataString(Name), request =>
    {
        request.Content = new StringContent(JsonSerializer.Serialize(batch, ReportJson.Options), Encoding.UTF8, "application/json");
        request.Headers.Add("Origin", Origin);
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Add(AccessGuard.ChangeHeader, "1");
        change?.Invoke(request);
    });

    /// <summary>Sends decisions on the report as it is, and gives what the page is told.</summary>
    public async Task<JsonNode> DecideAsync(params DecisionRequest[] decisions)
    {
        var report = await ReportAsync();
        using var answer = await PostAsync(new DecisionBatch((string)report["sha"]!, (string)report["state"]!["epoch"]!, (int)report["state"]!["revision"]!, [.. decisions]));
        answer.EnsureSuccessStatusCode();
        return JsonNode.Parse(await answer.Content.ReadAsByteArrayAsync())!;
    }

    public static DecisionRequest Accept(string item, string? seen = null) => new(EventStamps.NewId(), ReviewAction.Accept, item, Seen: seen);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
        if (_owns)
        {
            _work.Dispose();
        }
    }
}
