using ReportMiner.Emit;
using ReportMiner.KnownStructure;
using ReportMiner.KnownStructure.Check;
using ReportMiner.KnownStructure.Truth;
using ReportMiner.Tests.House;
using ReportMiner.Tests.Read;
using Xunit;

namespace ReportMiner.Tests.KnownStructure;

/// <summary>The reports of known structure kept as fixtures: each layout through each renderer.</summary>
public sealed class FixtureTests
{
    // What the segmenter reaches on the fixtures, all of them together. Only ever raised.
    private static readonly Dictionary<Measure, double> Floors = new()
    {
        [Measure.Headings] = 0.99,
        [Measure.HeadingNumbers] = 0.99,
        [Measure.Bullets] = 0.98,
        [Measure.BulletSpacing] = 0.965,
        [Measure.BulletHeads] = 0.96,
        [Measure.Footnotes] = 1,
        [Measure.FootnoteSpacing] = 0.98,
        [Measure.FootnoteReferences] = 1,
        [Measure.Tables] = 0.93,
        [Measure.TableGrids] = 1,
        [Measure.TableHeads] = 1,
        [Measure.TableCaptions] = 0.85,
        [Measure.TableUnits] = 1,
        [Measure.TableSources] = 0.92,
        [Measure.Figures] = 1,
        [Measure.Paragraphs] = 0.99,
        [Measure.ParagraphSpacing] = 0.97,
    };

    private const int AllowedLeaks = 0;

    private static string Folder => Repository.PathOf("tests/ReportMiner.KnownStructure/fixtures");

    [PopplerFact]
    public void The_structure_of_every_fixture_is_found()
    {
        var pipeline = new ReportPipelineBuilder().Build();
        var groups = new SortedDictionary<string, Dictionary<Measure, Score>>(StringComparer.Ordinal);
        foreach (var pdf in Directory.GetFiles(Folder, "*.pdf").Order(StringComparer.Ordinal))
        {
            var outcome = pipeline.Run(new ReportInput(pdf));
            Assert.True(outcome.Succeeded, $"{pdf}: {outcome.Failure?.Message}");
            var found = Prediction.Read(System.Text.Encoding.UTF8.GetString(ReportJson.Write(outcome.Value!)));
            var truth = KnownTruth.Read(Path.ChangeExtension(pdf, ".truth.json"));
            ScoreTable.Add(groups, "all", Comparison.Of(truth, found));
        }

        var all = groups["all"];
        var below = Floors.Where(f => all.GetValueOrDefault(f.Key).Value < f.Value).Select(f => $"{f.Key} below {f.Value}").ToList();
        Assert.True(below.Count == 0, string.Join(", ", below) + "\n" + ScoreTable.Write(groups));
        Assert.True(all[Measure.Leaks].Wrong <= AllowedLeaks, ScoreTable.Write(groups));
    }

    [Fact]
    public void There_is_a_fixture_of_every_layout_and_renderer()
    {
        var truths = Directory.GetFiles(Folder, "*.truth.json").Select(KnownTruth.Read).ToList();
        Assert.Equal(["A", "B", "C"], truths.Select(t => t.Layout).Distinct().Order(StringComparer.Ordinal));
        Assert.All(truths.GroupBy(t => t.Layout), g => Assert.Equal(["chromium", "libreoffice"], g.Select(t => t.Renderer).Distinct().Order(StringComparer.Ordinal)));
        Assert.All(truths, t => Assert.Contains(t.Headings, h => h.Level >= 4));
        Assert.Contains(truths.SelectMany(t => t.Tables), t => t.Spans.Any(s => s.RowSpan > 1) && t.Spans.Any(s => s.ColumnSpan > 1));
        Assert.Contains(truths.SelectMany(t => t.Footnotes), n => n.References.Length > 1);
    }

    [Fact]
    public void The_fixtures_are_what_the_generator_writes()
    {
        foreach (var file in Directory.GetFiles(Folder, "*.truth.json"))
        {
            var name = Path.GetFileName(file).Split('-', '.');
            var report = GenerateCommand.Compose(name[0][..1], int.Parse(name[0][1..], System.Globalization.CultureInfo.InvariantCulture), small: true);
            Assert.Equal(TruthTeller.Tell(report, name[1]).Write(), File.ReadAllText(file).ReplaceLineEndings("\n"));
        }
    }
}
