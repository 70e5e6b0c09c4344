using System.Text;
using ReportMiner.Emit;
using ReportMiner.KnownStructure.Check;
using ReportMiner.KnownStructure.Truth;
using ReportMiner.Tests.House;
using Xunit;

namespace ReportMiner.Tests.KnownStructure;

/// <summary>The reports of known structure kept as files: <c>A14-hwpx.hwpx</c> is seed 14 of layout A, with <c>A14-hwpx.truth.json</c>.</summary>
internal static class Fixtures
{
    public static string Folder => Repository.PathOf("tests/ReportMiner.KnownStructure/fixtures");

    public static IEnumerable<string> Ending(string ending) => Directory.GetFiles(Folder, "*." + ending).Order(StringComparer.Ordinal);

    public static IEnumerable<string> Truths => Ending("truth.json");

    public static KnownTruth Truth(string report) => KnownTruth.Read(Path.ChangeExtension(report, ".truth.json"));

    /// <summary>What the pipeline finds in a report.</summary>
    public static Prediction Found(ReportPipeline pipeline, string report)
    {
        var outcome = pipeline.Run(new ReportInput(report));
        Assert.True(outcome.Succeeded, $"{report}: {outcome.Failure?.Message}");
        return Prediction.Read(Encoding.UTF8.GetString(ReportJson.Write(outcome.Value!)));
    }
}
