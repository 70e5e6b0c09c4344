using System.Text.Json.Nodes;
using ReportMiner.Read.Pdf;
using ReportMiner.Tests.Read;
using Xunit;

namespace ReportMiner.Tests.Cli;

public sealed class CommandsTest
{
    [Fact]
    public async Task Schema_prints_a_JSON_Schema_on_the_data_stream()
    {
        var run = await CommandRun.Of("schema", "pipeline");
        Assert.Equal(0, run.Code);
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", JsonNode.Parse(run.Data)!["$schema"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("run", "--help")]
    [InlineData("inspect", "--help")]
    [InlineData("schema", "--help")]
    [InlineData("doctor", "--help")]
    [InlineData("corpus", "--help")]
    [InlineData("measure", "joins", "--help")]
    [InlineData("learn", "spacing", "--help")]
    public async Task Help_is_in_Korean_and_English_with_examples(params string[] args)
    {
        var run = await CommandRun.Of(args);
        Assert.Equal(0, run.Code);
        Assert.Contains("예 / Example", run.Data);
        Assert.Contains("reportminer " + args[0].Replace("--help", "run"), run.Data);
    }

    [Fact]
    public async Task Verify_names_the_file_that_was_changed_after_sealing()
    {
        using var work = new Workspace();
        work.Add("models/rules/a.json", "{}");
        Assert.Equal(0, (await CommandRun.Of("models", "seal", work["models"])).Code);
        Assert.Equal(0, (await CommandRun.Of("models", "verify", work["models"])).Code);
        work.Add("models/rules/a.json", "{ }");
        var run = await CommandRun.Of("models", "verify", work["models"]);
        Assert.Equal(2, run.Code);
        Assert.Contains("rules/a.json", run.Messages);
    }

    [Fact]
    public async Task Doctor_fails_when_the_configuration_or_poppler_is_missing()
    {
        using var work = new Workspace();
        var config = work.Add("pipeline.json", $$"""{ "pdf": { "popplerPath": {{System.Text.Json.JsonSerializer.Serialize(work.Root)}} } }""");
        var poppler = await CommandRun.Of("doctor", "--config", config);
        var configuration = await CommandRun.Of("doctor", "--config", work["none.json"]);

        Assert.Equal(2, poppler.Code);
        Assert.Contains("missing\tpdftohtml", poppler.Data);
        Assert.Equal(2, configuration.Code);
        Assert.Contains("missing\tpipeline.json", configuration.Data);
    }

    [PopplerFact]
    public async Task Doctor_tells_that_tesseract_is_missing_and_does_not_fail_for_it()
    {
        using var work = new Workspace();
        var config = work.Add("pipeline.json", $$"""{ "pdf": { "tesseractPath": {{System.Text.Json.JsonSerializer.Serialize(work.Root)}} } }""");
        var run = await CommandRun.Of("doctor", "--config", config);
        Assert.Equal(0, run.Code);
        Assert.Contains("missing\ttesseract: ", run.Data);
        Assert.Contains("ok\tPDF: poppler", run.Data);
        Assert.Equal(PdfEngines.HasPdfPig, run.Data.Contains("auto: pdfpig", StringComparison.Ordinal));
    }
}
