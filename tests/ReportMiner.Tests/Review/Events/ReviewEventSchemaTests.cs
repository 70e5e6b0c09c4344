using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using NJsonSchema;
using ReportMiner.Review.Events;
using ReportMiner.Tests.House;
using Xunit;

namespace ReportMiner.Tests.Review.Events;

public sealed class ReviewEventSchemaTests
{
    [Fact]
    public void The_committed_schema_is_the_one_the_records_give() =>
        Assert.Equal(File.ReadAllText(Repository.PathOf("models/schemas/review-event.schema.json")), ReviewEventSchema.Generate());

    [Fact]
    public void A_change_of_shape_needs_a_new_version()
    {
        var versions = File.ReadLines(Repository.PathOf("models/schemas/review-event-versions.tsv")).Where(l => !l.StartsWith('#')).Select(l => l.Split('\t')).ToDictionary(c => c[0], c => c[1]);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ReviewEventSchema.Generate())));
        Assert.True(versions.GetValueOrDefault(ReviewEvent.CurrentSchemaVersion) == hash, $"the schema is {hash}; raise ReviewEvent.CurrentSchemaVersion and add a line to review-event-versions.tsv");
    }

    [Fact]
    public async Task Every_kind_of_event_passes_the_schema()
    {
        var schema = await JsonSchema.FromJsonAsync(ReviewEventSchema.Generate());
        var desk = new ReviewDesk(Samples.SampleReports.Of("shipyard-plan/shipyard-plan.txt"));
        new RandomReviewer(desk, 7).Work(100);
        Assert.Equal(Enum.GetValues<ReviewAction>(), desk.Events.Select(e => e.Action).Distinct().Order());
        Assert.All(desk.Events, e => Assert.Empty(schema.Validate(Encoding.UTF8.GetString(ReviewEventJson.Write(e)))));
    }

    [Theory]
    [InlineData("action", "\"like\"")]
    [InlineData("when", "7")]
    [InlineData("new", "{\"poem\":\"x\"}")]
    [InlineData("new", "{\"start\":\"0\"}")]
    [InlineData("poem", "1")]
    public async Task A_wrong_event_does_not_pass_the_schema(string key, string value)
    {
        var schema = await JsonSchema.FromJsonAsync(ReviewEventSchema.Generate());
        var desk = ReviewDesk.Realistic();
        var made = JsonNode.Parse(ReviewEventJson.Write(desk.Accept(desk.KeyOf("독일"))))!;
        Assert.Empty(schema.Validate(made.ToJsonString()));
        made[key] = JsonNode.Parse(value);
        Assert.NotEmpty(schema.Validate(made.ToJsonString()));
    }
}
