using System.Text;
using System.Text.RegularExpressions;
using ReportMiner.Cli;
using ReportMiner.Documents;
using ReportMiner.Tests.Cli;
using Xunit;

namespace ReportMiner.Tests.House;

public sealed class ReadmeTest
{
    private static readonly string Readme = File.ReadAllText(Repository.PathOf("README.md"));

    [Fact]
    public void The_library_example_compiles_and_runs()
    {
        using var work = new Workspace();
        var path = work.Add("a.txt", Workspace.Plan);
        // README begins
        var pipeline = new ReportPipelineBuilder()
            .Configure(o => o with { Output = new(MinConfidence: 0.5) })
            .Build();
        var outcome = pipeline.Run(new ReportInput(path, new KnownMetadata(Published: "2023-06")));
        var summary = outcome.Succeeded
            ? $"{outcome.Value.Metadata.Title}: {outcome.Value.Amounts.Length}"
            : $"{outcome.Failure.Code} {outcome.Failure.Message}";
        // README ends
        Assert.True(outcome.Succeeded, summary);

        var here = File.ReadAllText(Repository.PathOf("tests/ReportMiner.Tests/House/ReadmeTest.cs")).Split("// README begins")[1].Split("// README ends")[0];
        Assert.Equal(Lines(here), Lines(Regex.Match(Readme, "```csharp\n(.*?)```", RegexOptions.Singleline).Groups[1].Value));
    }

    [Fact]
    public void The_pipeline_example_is_valid_and_holds_the_defaults()
    {
        var json = Regex.Matches(Readme, "```json\n(.*?)```", RegexOptions.Singleline).Select(m => m.Groups[1].Value).Single(j => j.Contains("\"pdf\"", StringComparison.Ordinal));
        Assert.Equal(PipelineOptions.Default, PipelineOptions.Parse(Encoding.UTF8.GetBytes(json)));
    }

    [Fact]
    public void Every_option_of_run_stands_in_it_and_no_other()
    {
        var real = CommandTree.Create().Subcommands.Single(c => c.Name == "run").Options.Select(o => o.Name).Where(n => n != "--out").Order(StringComparer.Ordinal);
        var line = Readme.Split('\n').First(l => l.StartsWith("reportminer run 입력", StringComparison.Ordinal));
        Assert.Equal(real, Regex.Matches(line, "--[a-z-]+").Select(m => m.Value).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Lines(string code) => code.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0);
}
