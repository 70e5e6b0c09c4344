using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using NJsonSchema;
using ReportMiner.Documents;
using ReportMiner.Emit;
using ReportMiner.Tests.House;
using Xunit;

namespace ReportMiner.Tests.Emit;

public sealed class ReportSchemaTest
{
    [Fact]
    public void The_committed_schema_is_the_one_the_records_give() =>
        Assert.Equal(File.ReadAllText(Repository.PathOf("models/schemas/report.schema.json")), ReportSchema.Generate());

    [Fact]
    public void The_committed_pipeline_schema_is_the_one_the_keys_give() =>
        Assert.Equal(File.ReadAllText(Repository.PathOf("models/schemas/pipeline.schema.json")), PipelineSchema.Generate());

    [Fact]
    public void A_change_of_shape_needs_a_new_version()
    {
        var versions = File.ReadLines(Repository.PathOf("models/schemas/versions.tsv")).Where(l => !l.StartsWith('#')).Select(l => l.Split('\t')).ToDictionary(c => c[0], c => c[1]);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ReportSchema.Generate())));
        Assert.True(versions.TryGetValue(Report.CurrentSchemaVersion, out var known), $"versions.tsv: add {Report.CurrentSchemaVersion} {hash}");
        Assert.True(known == hash, $"the schema changed ({hash}); raise Report.CurrentSchemaVersion and add a line to versions.tsv");
    }

    [Theory]
    [InlineData("schemaVersion", null)]
    [InlineData("text", "7")]
    [InlineData("blocks", "{}")]
    [InlineData("poem", "\"not in the contract\"")]
    public async Task A_wrong_document_does_not_pass_the_schema(string key, string? value)
    {
        var schema = await JsonSchema.FromJsonAsync(ReportSchema.Generate());
        var report = JsonNode.Parse(ReportJson.Write(TestReport.Empty))!.AsObject();
        Assert.Empty(schema.Validate(report.ToJsonString()));
        report.Remove(key);
        if (value is not null)
        {
            report[key] = JsonNode.Parse(value);
        }

        Assert.NotEmpty(schema.Validate(report.ToJsonString()));
    }

    [Theory]
    [InlineData("confidence", "1.5")]
    [InlineData("kind", "\"someday\"")]
    [InlineData("edtf", "2024")]
    public async Task A_wrong_item_does_not_pass_the_schema(string key, string value)
    {
        var schema = await JsonSchema.FromJsonAsync(ReportSchema.Generate());
        var report = JsonNode.Parse(ReportJson.Write(TestReport.WithDate))!;
        Assert.Empty(schema.Validate(report.ToJsonString()));
        report["dates"]![0]![key] = JsonNode.Parse(value);
        Assert.NotEmpty(schema.Validate(report.ToJsonString()));
    }
}
