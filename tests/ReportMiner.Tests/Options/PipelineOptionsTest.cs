using System.Text;
using ReportMiner.Emit;
using ReportMiner.Tests.House;
using Xunit;

namespace ReportMiner.Tests.Options;

public sealed class PipelineOptionsTest
{
    [Theory]
    [InlineData("""{ "pfd": {} }""", "pfd")]
    [InlineData("""{ "pdf": { "retry": 1 } }""", "pdf.retry")]
    [InlineData("""{ "pdf": { "retries": "two" } }""", "pdf.retries")]
    [InlineData("""{ "pdf": { "retries": 11 } }""", "pdf.retries")]
    [InlineData("""{ "pdf": { "retries": 1.5 } }""", "pdf.retries")]
    [InlineData("""{ "pdf": { "engine": "word" } }""", "pdf.engine")]
    [InlineData("""{ "pdf": { "ocr": "yes" } }""", "pdf.ocr")]
    [InlineData("""{ "pdf": null }""", "pdf")]
    [InlineData("""{ "limits": { "maxTextBytes": 0 } }""", "limits.maxTextBytes")]
    [InlineData("""{ "output": { "reviewHtml": "yes" } }""", "output.reviewHtml")]
    [InlineData("""{ "output": { "minConfidence": 1.01 } }""", "output.minConfidence")]
    [InlineData("""{ "output": { "personalData": "drop" } }""", "output.personalData")]
    [InlineData("""{ "schemaVersion": "9.0.0" }""", "schemaVersion")]
    [InlineData("""{ "models": 3 }""", "models")]
    [InlineData("""{ "models": null, "models": null }""", "models")]
    [InlineData("""[]""", "$")]
    [InlineData("""{ "pdf": """, "$")]
    public void A_bad_key_is_named_with_what_is_allowed(string json, string key)
    {
        var error = Assert.Throws<PipelineOptionsException>(() => PipelineOptions.Parse(Encoding.UTF8.GetBytes(json)));
        Assert.Equal(key, error.Key);
        Assert.Contains($"pipeline.json: {key}: ", error.Message);
    }

    [Fact]
    public void Keys_that_are_not_there_keep_their_defaults()
    {
        var options = PipelineOptions.Parse("""{ "pdf": { "retries": 5 }, "output": { "minConfidence": 0.5 } }"""u8);
        Assert.Equal(PipelineOptions.Default with { Pdf = new(Retries: 5), Output = new(MinConfidence: 0.5) }, options);
    }

    [Fact]
    public void The_shipped_file_holds_the_defaults() =>
        Assert.Equal(PipelineOptions.Default, PipelineOptions.Load(Repository.PathOf("pipeline.json")));

    [Fact]
    public void Places_on_a_machine_do_not_reach_the_output()
    {
        var moved = PipelineOptions.Default with { Models = "/elsewhere", Pdf = new(PopplerPath: "/opt", TesseractPath: "/opt") };
        Assert.Equal(ReportJson.Hash(PipelineOptions.Default), ReportJson.Hash(moved));
        Assert.NotEqual(ReportJson.Hash(PipelineOptions.Default), ReportJson.Hash(moved with { Pdf = new(Ocr: "off") }));
        Assert.NotEqual(ReportJson.Hash(PipelineOptions.Default), ReportJson.Hash(moved with { Output = new(MinConfidence: 0.1) }));
        Assert.NotEqual(ReportJson.Hash(PipelineOptions.Default), ReportJson.Hash(moved with { Output = new(PersonalData: PersonalDataMode.Mask) }));
    }
}
