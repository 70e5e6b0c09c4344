using System.Text.Json.Nodes;
using ReportMiner.Emit;
using ReportMiner.Review.Events;
using ReportMiner.Tests.House;
using Xunit;

namespace ReportMiner.Tests.Review.Events;

public sealed class ReviewPropertyTests
{
    private const int Events = 120;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Whatever_is_decided_the_report_keeps_the_contract_and_is_the_same_each_time(int seed)
    {
        var desk = Worked(seed);
        var bytes = ReportJson.Write(desk.Reviewed.Report);
        await ContractAssert.Holds(bytes);
        ReferencesHold(JsonNode.Parse(bytes)!);
        var read = desk.Events.Select(e => ReviewEventJson.Read(ReviewEventJson.Write(e)));
        Assert.Equal(bytes, ReportJson.Write(ReviewSession.Apply(desk.Extraction, desk.Sha256, [.. read, .. read]).Report));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void When_all_is_undone_the_extraction_is_back_byte_for_byte(int seed)
    {
        var desk = Worked(seed);
        Assert.NotEqual(ReportJson.Write(desk.Extraction), ReportJson.Write(desk.Reviewed.Report));
        foreach (var made in desk.Events.Where(e => e.Action != ReviewAction.Undo).OrderBy(e => e.Id.GetHashCode(StringComparison.Ordinal) ^ seed))
        {
            desk.Do(EventMaker.Undo(made.Id, desk.Stamp()));
        }

        Assert.Empty(desk.Reviewed.Conflicts.Where(c => c.Event.Action != ReviewAction.Undo));
        Assert.Equal(ReportJson.Write(desk.Extraction), ReportJson.Write(desk.Reviewed.Report));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void On_the_same_findings_of_a_new_run_the_same_is_decided(int seed)
    {
        var desk = Worked(seed);
        var again = ReviewSession.Apply(NewRun.Of(desk.Extraction), "another", desk.Events);
        Assert.Equal(desk.Reviewed.Conflicts.Select(c => c.Event.Id), again.Conflicts.Select(c => c.Event.Id));
        Assert.Equal(ReportJson.Write(NewRun.Of(desk.Reviewed.Report)), ReportJson.Write(again.Report));
    }

    private static ReviewDesk Worked(int seed)
    {
        var desk = new ReviewDesk(seed % 3 == 0 ? SampleReports.Realistic() : Samples.SampleReports.Of("shipyard-plan/shipyard-plan.txt"));
        new RandomReviewer(desk, seed).Work(Events);
        return desk;
    }

    /// <summary>What the contract says of references beyond what <see cref="ContractAssert"/> sees.</summary>
    private static void ReferencesHold(JsonNode report)
    {
        JsonNode[] Items(string key) => [.. report[key]!.AsArray().Select(i => i!)];
        string Id(JsonNode item) => item["id"]!.GetValue<string>();
        var texts = Items("mentions").Concat(Items("dates")).Concat(Items("amounts")).ToDictionary(Id, i => i["text"]!.GetValue<string>());
        var fillers = Items("facts").SelectMany(f => f["arguments"]!.AsObject().SelectMany(a => a.Value!.AsArray())).Select(a => (Ref: a!["ref"]?.GetValue<string>(), Text: a["text"]!.GetValue<string>())).ToList();
        Assert.All(fillers.Where(f => f.Ref is not null), f => Assert.Equal(texts[f.Ref!], f.Text));
        var used = fillers.Select(f => f.Ref).ToHashSet();
        Assert.Equal(Items("amounts").Select(Id).Where(a => !used.Contains(a)), Items("leftFigures").Select(l => l["amount"]!.GetValue<string>()));
        var types = Items("mentions").ToDictionary(Id, m => (m["type"]!.GetValue<string>(), m["entity"]?.GetValue<string>()));
        Assert.All(Items("entities"), e =>
        {
            Assert.NotEmpty(e["mentions"]!.AsArray());
            Assert.All(e["mentions"]!.AsArray(), m => Assert.Equal((e["type"]!.GetValue<string>(), Id(e)), types[m!.GetValue<string>()]));
        });
        foreach (var key in (string[])["mentions", "dates", "amounts", "recommendations", "facts"])
        {
            var starts = Items(key).Select(i => i["start"]!.GetValue<int>()).ToList();
            Assert.Equal(starts.Order(), starts);
        }
    }
}
