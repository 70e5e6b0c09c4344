using System.Collections.Concurrent;
using System.Text.Json;
using ReportMiner.Documents;
using ReportMiner.Emit;
using ReportMiner.Resources;
using Xunit;

namespace ReportMiner.Tests.Samples;

/// <summary>Runs the pipeline over samples, once a file for all tests of this folder; the goldens are poppler's, which every build has.</summary>
internal static class SampleReports
{
    private static readonly Lazy<ReportPipeline> Pipeline = new(() =>
        new ReportPipeline(PipelineOptions.Default with { Pdf = new PdfOptions(Engine: "poppler") }, ResourceDirectory.Open(Path.Combine(AppContext.BaseDirectory, "models"))));

    private static readonly ConcurrentDictionary<string, Report> Done = new(StringComparer.Ordinal);

    public static Report Of(string input) => Done.GetOrAdd(input, Run);

    private static Report Run(string input)
    {
        var file = SampleFiles.PathOf(input);
        var beside = file + ".meta.json";
        var known = File.Exists(beside) ? JsonSerializer.Deserialize<KnownMetadata>(File.ReadAllBytes(beside), ReportJson.Options) : null;
        var outcome = Pipeline.Value.Run(new ReportInput(file, known));
        Assert.True(outcome.Succeeded, $"{input}: {outcome.Failure?.Message}");
        return outcome.Value!;
    }
}
