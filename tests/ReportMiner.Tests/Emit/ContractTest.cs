using ReportMiner.Emit;
using ReportMiner.Documents;
using ReportMiner.Tests.House;
using System.Text.Json.Nodes;
using Xunit;
using Xunit.Sdk;

namespace ReportMiner.Tests.Emit;

public sealed class ContractTest
{
    [Fact]
    public async Task Offsets_count_code_points() => await ContractAssert.Holds(ReportJson.Write(TestReport.WithDate));

    [Fact]
    public void Offsets_that_count_UTF16_units_are_caught()
    {
        var report = TestReport.WithDate with { Dates = [TestReport.WithDate.Dates[0] with { Start = 2, End = 7 }] };
        Assert.ThrowsAny<XunitException>(() => ContractAssert.SpansHold(JsonNode.Parse(ReportJson.Write(report))!));
    }

    [Fact]
    public void A_reference_to_nothing_is_caught()
    {
        var report = TestReport.WithDate with { Mentions = [new Mention { Id = "m1", Text = "2024년", Start = 1, End = 6, Type = EntityType.Org, Entity = "e9", Confidence = 1, Source = "rule:x" }] };
        Assert.ThrowsAny<XunitException>(() => ContractAssert.SpansHold(JsonNode.Parse(ReportJson.Write(report))!));
    }

    [Fact]
    public void Code_points_are_counted_after_every_pair()
    {
        var points = new CodePoints("a👉b𠀀c");
        Assert.Equal([0, 1, 2, 3, 4, 5], new[] { 0, 1, 3, 4, 6, 7 }.Select(i => points[i]));
    }

    [Fact]
    public void Items_of_low_confidence_leave_no_reference_behind()
    {
        Mention Name(string id, double confidence) => new() { Id = id, Text = "2024년", Start = 1, End = 6, Type = EntityType.Org, Entity = "e1", Confidence = confidence, Source = "rule:x" };
        var report = TestReport.WithDate with
        {
            Mentions = [Name("m1", 0.4), Name("m2", 0.8)],
            Entities = [new Entity { Id = "e1", Type = EntityType.Org, Subtype = null, Name = "x", Aliases = [], Mentions = ["m1", "m2"] }],
        };
        var kept = ConfidenceFilter.Apply(report, 0.5);
        Assert.Equal("m2", Assert.Single(kept.Mentions).Id);
        Assert.Equal("m2", Assert.Single(kept.Entities[0].Mentions));
        Assert.Same(report, ConfidenceFilter.Apply(report, 0));
    }
}
