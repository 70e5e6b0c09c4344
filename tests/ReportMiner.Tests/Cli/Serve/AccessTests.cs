using System.Net;
using System.Net.Sockets;
using System.Text;
using ReportMiner.Cli.Serve;
using Xunit;

namespace ReportMiner.Tests.Cli.Serve;

public sealed class AccessTests
{
    private static readonly string[] Paths = ["/", "/assets/main.js", "/api/reports", "/api/report?name=x", "/api/changes?name=x&after=0", "/api/page?name=x&page=1", "/nowhere"];

    [Fact]
    public async Task Without_the_cookie_nothing_is_told_and_nothing_is_taken()
    {
        await using var served = await ServedReport.StartAsync();
        foreach (var path in Paths)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await served.StatusAsync(path));
        }

        using var post = await served.PostAsync(Batch());
        Assert.Equal(HttpStatusCode.Unauthorized, post.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await served.StatusAsync("/?token=" + new string('0', 64)));
        Assert.Equal(HttpStatusCode.Unauthorized, await served.StatusAsync("/api/reports?" + new Uri(served.Server.Door).Query.TrimStart('?')));
    }

    [Fact]
    public async Task The_token_opens_with_a_cookie_no_script_and_no_other_site_can_use()
    {
        await using var served = await ServedReport.StartAsync();
        using var answer = await served.SendAsync(HttpMethod.Get, new Uri(served.Server.Door).PathAndQuery);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(new Uri(served.Server.Door).Query["?token=".Length..], cookie, StringComparison.Ordinal);
        await served.OpenedAsync();
        Assert.Equal(HttpStatusCode.OK, await served.StatusAsync("/"));
        Assert.Equal(HttpStatusCode.OK, await served.StatusAsync("/api/reports"));
    }

    [Fact]
    public async Task A_token_on_a_command_line_opens_one_time()
    {
        await using var served = await ServedReport.StartAsync();
        var door = new Uri(served.Server.DoorForOneUse()).PathAndQuery;
        Assert.Equal(HttpStatusCode.Found, await served.StatusAsync(door));
        Assert.Equal(HttpStatusCode.Unauthorized, await served.StatusAsync(door));
    }

    [Fact]
    public async Task A_renamed_host_gets_nothing()
    {
        await using var served = await (await ServedReport.StartAsync()).OpenedAsync();
        foreach (var host in new[] { "evil.example", $"evil.example:{served.Server.Address.Port}", "127.0.0.1", "localhost:1" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, await served.StatusAsync("/api/reports", r => r.Headers.Host = host));
            Assert.Equal(HttpStatusCode.Forbidden, await served.StatusAsync(new Uri(served.Server.Door).PathAndQuery, r => r.Headers.Host = host));
        }
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    public async Task Another_page_of_the_browser_reads_nothing_be_it_of_this_machine(string site)
    {
        await using var served = await (await ServedReport.StartAsync()).OpenedAsync();
        Assert.Equal(HttpStatusCode.Forbidden, await served.StatusAsync("/api/reports", r => r.Headers.Add("Sec-Fetch-Site", site)));
        Assert.Equal(HttpStatusCode.Forbidden, await served.StatusAsync("/api/reports", r => r.Headers.Add("Origin", "http://127.0.0.1:1")));
        Assert.Equal(HttpStatusCode.OK, await served.StatusAsync("/", r => r.Headers.Add("Sec-Fetch-Site", "none")));
    }

    public static TheoryData<string> Forgeries => ["no origin", "other origin", "null origin", "other port", "cross-site", "same-site", "typed", "no header", "form", "plain text"];

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_change_from_elsewhere_is_refused_and_not_written(string forgery)
    {
        await using var served = await (await ServedReport.StartAsync()).OpenedAsync();
        using var answer = await served.PostAsync(Batch(), request =>
        {
            var headers = request.Headers;
            void Set(string name, string? value)
            {
                headers.Remove(name);
                if (value is not null)
                {
                    headers.Add(name, value);
                }
            }

            switch (forgery)
            {
                case "no origin": Set("Origin", null); break;
                case "other origin": Set("Origin", "https://evil.example"); break;
                case "null origin": Set("Origin", "null"); break;
                case "other port": Set("Origin", "http://127.0.0.1:1"); break;
                case "cross-site" or "same-site": Set("Sec-Fetch-Site", forgery); break;
                case "typed": Set("Sec-Fetch-Site", "none"); break;
                case "no header": Set(AccessGuard.ChangeHeader, null); break;
                default:
                    request.Content = new StringContent("{}", Encoding.UTF8, forgery == "form" ? "application/x-www-form-urlencoded" : "text/plain");
                    break;
            }
        });
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.False(File.Exists(served.Events.Path));
    }

    [Fact]
    public async Task Every_answer_says_what_the_browser_must_not_do()
    {
        await using var served = await (await ServedReport.StartAsync()).OpenedAsync();
        foreach (var path in Paths.Append("/?token=wrong"))
        {
            using var answer = await served.SendAsync(HttpMethod.Get, path);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
            Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
            Assert.False(answer.Headers.Contains("Server"));
        }
    }

    [Fact]
    public async Task It_listens_to_this_machine_alone()
    {
        await using var served = await ServedReport.StartAsync();
        Assert.Equal("127.0.0.1", served.Server.Address.Host);
        foreach (var address in (await Dns.GetHostAddressesAsync(Dns.GetHostName())).Where(a => a.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(a)))
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            await Assert.ThrowsAsync<SocketException>(() => socket.ConnectAsync(address, served.Server.Address.Port));
        }
    }

    private static DecisionBatch Batch() => new("", null, 0, [ServedReport.Accept("m1")]);
}
