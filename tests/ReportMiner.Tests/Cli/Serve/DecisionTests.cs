using System.Net;
using System.Text.Json.Nodes;
using ReportMiner.Cli.Review;
using ReportMiner.Cli.Serve;
using ReportMiner.Emit;
using ReportMiner.Review.Events;
using ReportMiner.Tests.Review;
using Xunit;

namespace ReportMiner.Tests.Cli.Serve;

public sealed class DecisionTests
{
    [Fact]
    public async Task A_decision_is_stamped_written_and_told_to_who_asks_later()
    {
        await using var served = await (await ServedReport.StartAsync()).OpenedAsync();
        var before = await served.ReportAsync();
        var told = await served.DecideAsync(ServedReport.Accept("m1", seen: ""));
        var made = served.Events.Read().Events.Single();
        Assert.Equal((ReviewAction.Accept, "m1", "김검토", ReviewChannel.Browser), (made.Action, made.Item, made.Who, made.Channel));
        Assert.Equal(["m1"], Keys(told));
        Assert.Equal(made.Id, (string?)told["items"]![0]!["last"]);
        var later = await served.GetAsync($"/api/changes?name={Uri.EscapeDataString(ServedReport.Name)}&epoch={before["state"]!["epoch"]}&after=0");
        Assert.Equal(["m1"], Keys(later));
        Assert.Equal(1, (int)later["revision"]!);
    }

    [Fact]
    public async Task A_decision_sent_again_is_taken_once_even_by_a_server_started_anew()
    {
        using var work = new Workspace();
        work.Add(Path.Combine("out", ServedReport.Name), ReportJson.Write(SampleReports.Realistic()));
        var decision = new DecisionRequest(EventStamps.NewId(), ReviewAction.Edit, "m2", Fields: ItemFields.Empty.With(ItemField.Name, "Excel"), Seen: "");
        await using (var first = await (await ServedReport.StartAsync(work)).OpenedAsync())
        {
            await first.DecideAsync(decision);
            await first.DecideAsync(decision, decision);
        }

        await using var second = await (await ServedReport.StartAsync(work)).OpenedAsync();
        var told = await second.DecideAsync(decision);
        Assert.Empty(told["refused"]!.AsArray());
        Assert.Single(second.Events.Read().Events);
    }

    [Fact]
    public async Task A_decision_on_what_somebody_changed_meanwhile_is_refused()
    {
        await using var served = await (await ServedReport.StartAsync()).OpenedAsync();
        await served.DecideAsync(ServedReport.Accept("m1", seen: ""));
        var told = await served.DecideAsync(ServedReport.Accept("m1", seen: ""), ServedReport.Accept("m2", seen: ""));
        Assert.Equal("stale", (string?)told["refused"]!.AsArray().Single()!["code"]);
        Assert.Equal(["m1", "m2"], served.Events.Read().Events.Select(e => e.Item));
    }

    [Fact]
    public async Task What_cannot_be_is_refused_with_the_reason_and_never_written()
    {
        await using var served = await (await ServedReport.StartAsync()).OpenedAsync();
        var edit = (string item, string field, string value) => new DecisionRequest(EventStamps.NewId(), ReviewAction.Edit, item, Fields: ItemFields.Empty.With(field, value));
        var told = await served.DecideAsync(
            edit("d1", ItemField.Edtf, "2024-13"),
            edit("a1", ItemField.Low, "많음"),
            edit("m9999", ItemField.Name, "없음"),
            new DecisionRequest("short", ReviewAction.Accept, "m1"),
            new DecisionRequest(EventStamps.NewId(), ReviewAction.Undo, Undoes: "0"),
            new DecisionRequest(EventStamps.NewId(), ReviewAction.Add, Kind: ItemKind.Mention, Fields: ItemFields.Empty.With(ItemField.Start, 5).With(ItemField.End, 1_000_000).With(ItemField.Type, "ORG")),
            edit("m1", ItemField.Type, "LAW"));
        Assert.Equal(6, told["refused"]!.AsArray().Count);
        Assert.All(told["refused"]!.AsArray(), r => Assert.NotEmpty((string)r!["korean"]!));
        Assert.Equal(["m1"], served.Events.Read().Events.Select(e => e.Item));
        Assert.Empty(told["conflicts"]!.AsArray());
    }

    [Fact]
    public async Task Decisions_of_one_batch_build_on_each_other()
    {
        await using var served = await (await ServedReport.StartAsync()).OpenedAsync();
        var report = await served.ReportAsync();
        var text = (string)report["text"]!;
        var start = text[..text.IndexOf("공용 저장소", StringComparison.Ordinal)].EnumerateRunes().Count();
        var added = EventStamps.NewId();
        var told = await served.DecideAsync(
            new DecisionRequest(added, ReviewAction.Add, Kind: ItemKind.Mention, Fields: ItemFields.Empty.With(ItemField.Start, start).With(ItemField.End, start + 6).With(ItemField.Type, "PRODUCT")),
            new DecisionRequest(EventStamps.NewId(), ReviewAction.Edit, "+" + added, Fields: ItemFields.Empty.With(ItemField.Name, "공용저장소"), Seen: added),
            new DecisionRequest(EventStamps.NewId(), ReviewAction.Comment, "+" + added, Reason: "새 이름"));
        Assert.Empty(told["refused"]!.AsArray());
        var item = Assert.Single(told["items"]!.AsArray(), i => (string)i!["key"]! == "+" + added)!;
        Assert.Equal("공용저장소", (string?)item["fields"]!["name"]);
        Assert.Equal("새 이름", (string?)item["comments"]![0]!["text"]);
    }

    [Fact]
    public async Task A_group_is_undone_at_one_stroke()
    {
        await using var served = await (await ServedReport.StartAsync()).OpenedAsync();
        var group = EventStamps.NewId();
        await served.DecideAsync([.. new[] { "m1", "m2", "m3", "a1" }.Select(i => ServedReport.Accept(i, "") with { Group = group })]);
        var told = await served.DecideAsync(new DecisionRequest(EventStamps.NewId(), ReviewAction.Undo, Undoes: group));
        Assert.Equal(["a1", "m1", "m2", "m3"], Keys(told).Order(StringComparer.Ordinal));
        Assert.All(told["items"]!.AsArray(), i => Assert.Equal("open", (string?)i!["decision"]));
        Assert.Equal([true, false], told["strokes"]!.AsArray().Select(s => (bool)s!["holds"]!));
        Assert.Equal(4, (int)told["strokes"]![1]!["count"]!);
    }

    [Fact]
    public async Task What_another_program_appends_is_seen()
    {
        await using var served = await (await ServedReport.StartAsync()).OpenedAsync();
        var state = (await served.ReportAsync())["state"]!;
        var file = ReviewFile.Read(served.Output, ServedReport.Name)!;
        file.EventFile.Append([new EventMaker(file.Reviewed).Reject("d1", new EventStamps("이검토", ReviewChannel.Xlsx).Next())]);
        var told = await served.GetAsync($"/api/changes?name={Uri.EscapeDataString(ServedReport.Name)}&epoch={state["epoch"]}&after={state["revision"]}");
        Assert.Equal(["d1"], Keys(told));
        Assert.Equal("이검토", (string?)told["items"]![0]!["by"]);
        Assert.False((bool)told["full"]!);
    }

    [Fact]
    public async Task After_a_new_run_decisions_on_the_old_output_are_refused()
    {
        await using var served = await (await ServedReport.StartAsync()).OpenedAsync();
        var old = (string)(await served.ReportAsync())["sha"]!;
        File.WriteAllBytes(served.Output, ReportJson.Write(SampleReports.Realistic(2)));
        using var answer = await served.PostAsync(new DecisionBatch(old, null, 0, [ServedReport.Accept("m1")]));
        var told = JsonNode.Parse(await answer.Content.ReadAsByteArrayAsync())!;
        Assert.Equal("rerun", (string?)told["refused"]![0]!["code"]);
        Assert.NotEqual(old, (string?)told["sha"]);
        Assert.False(File.Exists(served.Events.Path));
    }

    [Fact]
    public async Task The_reviewed_report_is_written_on_stop_and_after_a_sudden_end()
    {
        using var work = new Workspace();
        work.Add(Path.Combine("out", ServedReport.Name), ReportJson.Write(SampleReports.Realistic()));
        var reviewed = "";
        await using (var first = await (await ServedReport.StartAsync(work)).OpenedAsync())
        {
            reviewed = Path.ChangeExtension(first.Output, ".reviewed.json");
            await first.DecideAsync(new DecisionRequest(EventStamps.NewId(), ReviewAction.Reject, "m1"));
        }

        Assert.DoesNotContain(ReportJson.Read(File.ReadAllBytes(reviewed)).Mentions, m => m.Id == "m1");
        var bytes = File.ReadAllBytes(reviewed);
        File.Delete(reviewed);
        await using (await ServedReport.StartAsync(work))
        {
            // Started and stopped: what a killed server left unwritten is there.
        }

        Assert.Equal(bytes, File.ReadAllBytes(reviewed));
    }

    [Fact]
    public async Task A_body_that_is_no_batch_is_a_bad_request()
    {
        await using var served = await (await ServedReport.StartAsync()).OpenedAsync();
        using var answer = await served.PostAsync(new { Report = 5, Decisions = "x" });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var without = await served.PostAsync(new { Report = "x" });
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        using var holed = await served.PostAsync(new { Report = "x", After = 0, Epoch = "", Decisions = new object?[] { null } });
        Assert.Equal(HttpStatusCode.BadRequest, holed.StatusCode);
    }

    private static IEnumerable<string> Keys(JsonNode told) => told["items"]!.AsArray().Select(i => (string)i!["key"]!);
}
