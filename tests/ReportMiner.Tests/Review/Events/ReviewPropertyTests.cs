using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReportMiner.Documents;
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

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_record_however_broken_never_breaks_the_report(int seed)
    {
        var desk = Worked(seed);
        var random = new Random(seed);
        var values = desk.Events.SelectMany(e => Leaves(JsonNode.Parse(ReviewEventJson.Write(e))!)).Select(l => l.Value?.ToJsonString() ?? "null").Concat(["-1", "2147483647", "\"\"", "{}", "[]", "true"]).Distinct().ToArray();
        var broken = new List<ReviewEvent>();
        foreach (var made in desk.Events.Concat(desk.Events).Concat(desk.Events))
        {
            var json = JsonNode.Parse(ReviewEventJson.Write(made))!;
            var leaves = Leaves(json).ToArray();
            var (parent, name, _) = leaves[random.Next(leaves.Length)];
            parent[name] = JsonNode.Parse(values[random.Next(values.Length)]);
            try
            {
                broken.Add(ReviewEventJson.Read(Encoding.UTF8.GetBytes(json.ToJsonString())));
            }
            catch (JsonException)
            {
                // The file's reader tells of such a line.
            }
        }

        Assert.True(broken.Count > Events / 2);
        foreach (var report in (Report[])[desk.Extraction, NewRun.Of(desk.Extraction)])
        {
            foreach (var sha in (string[])[desk.Sha256, "another"])
            {
                var reviewed = ReviewSession.Apply(report, sha, [.. broken]).Report;
                if (reviewed != report)
                {
                    ReferencesHold(JsonNode.Parse(ReportJson.Write(reviewed))!);
                }
            }
        }
    }

    private static IEnumerable<(JsonObject Parent, string Name, JsonNode? Value)> Leaves(JsonNode node) => node switch
    {
        JsonObject members => members.SelectMany(m => m.Value is JsonObject or JsonArray { Count: > 0 } ? Leaves(m.Value).Append((members, m.Key, m.Value)) : [(members, m.Key, m.Value)]),
        JsonArray items => items.SelectMany(i => Leaves(i!)),
        _ => [],
    };

    private static ReviewDesk Worked(int seed)
    {
        var desk = new ReviewDesk(seed % 3 == 0 ? SampleReports.Realistic() : Samples.SampleReports.Of("shipyard-plan/shipyard-plan.txt"));
        new RandomReviewer(desk, seed).Work(Events);
        return desk;
    }

    /// <summary>What the contract says of references beyond what <see cref="ContractAssert"/> sees.</summary>
    private static void ReferencesHold(JsonNode report)
    {
        ContractAssert.SpansHold(report);
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
