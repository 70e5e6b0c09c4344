using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using ReportMiner.Cli.Batch;
using ReportMiner.Emit;
using Xunit;

namespace ReportMiner.Tests.Cli;

public sealed class TelemetryTests
{
    [Fact]
    public void Listeners_are_told_of_every_stage_and_the_output_stays_the_same()
    {
        using var work = new Workspace();
        var input = new ReportInput(work.Add("a.txt", Workspace.Plan));
        var pipeline = new ReportPipelineBuilder().Build();
        var alone = ReportJson.Write(pipeline.Run(input).Value!);

        using var clock = new StageClock();
        Assert.Equal(alone, ReportJson.Write(pipeline.Run(input).Value!));

        Assert.Superset(
            new HashSet<string> { "read", "segment", "metadata", "names", "dates", "amounts", "entities", "recommendations", "facts", "compose" },
            clock.Stages.Select(s => s.Stage).ToHashSet());
        Assert.All(clock.Stages, s => Assert.True(s.Time > TimeSpan.Zero || s.Stage == "load", s.Stage));
    }

    [Fact]
    public async Task Traces_and_metrics_go_to_the_collector_that_the_environment_names_without_a_word_of_the_report()
    {
        using var work = new Workspace();
        var input = work.Add("secret-name.txt", Workspace.Plan);
        using var collector = new HttpListener();
        var address = $"http://127.0.0.1:{FreePort()}";
        collector.Prefixes.Add(address + "/");
        collector.Start();
        var received = ReceiveAsync(collector);

        var start = WorkerStart.Command("run", input, "-o", work["out"]);
        start.Environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = address;
        start.Environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        using var process = System.Diagnostics.Process.Start(start)!;
        process.StandardInput.Close();
        var data = process.StandardOutput.ReadToEndAsync();
        var messages = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        collector.Stop();

        Assert.True(process.ExitCode == 0, await data + await messages);
        var all = await received;
        var traces = string.Concat(all.Where(r => r.Path == "/v1/traces").Select(r => r.Body));
        Assert.All(["report", "segment", "facts"], s => Assert.Contains(s, traces, StringComparison.Ordinal));
        Assert.Contains(all, r => r.Path == "/v1/metrics" && r.Body.Contains("reportminer.stage.duration", StringComparison.Ordinal));
        Assert.DoesNotContain(all, r => r.Body.Contains("secret-name", StringComparison.Ordinal) || r.Body.Contains("관측", StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_json_every_message_is_an_object_with_the_name_of_what_happened()
    {
        using var work = new Workspace();
        work.Add("in/a.txt", Workspace.Plan);
        work.Add("in/empty.txt", "");

        var run = await CommandRun.Of("run", work["in"], "-o", work["out"], "--json");

        var events = run.Messages.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!.AsObject()).ToDictionary(o => o["event"]!.GetValue<string>());
        Assert.Equal(3, run.Code);
        Assert.Equal(["document.failed", "document.finished", "run.finished"], events.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("RM1002", events["document.failed"]["code"]!.GetValue<string>());
        Assert.Equal("written", events["document.finished"]["status"]!.GetValue<string>());
        Assert.Equal((2, 1), (events["run.finished"]["reports"]!.GetValue<int>(), events["run.finished"]["failed"]!.GetValue<int>()));
        Assert.All(events.Values, e => Assert.NotNull(e["time"]));
    }

    private static async Task<List<(string Path, string Body)>> ReceiveAsync(HttpListener collector)
    {
        var all = new List<(string, string)>();
        try
        {
            while (true)
            {
                var context = await collector.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                all.Add((context.Request.Url!.AbsolutePath, Encoding.UTF8.GetString(body.ToArray())));
                context.Response.Close();
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            return all;
        }
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
