using ReportMiner.Emit;
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
        [Measure.Headings] = 0.64,
        [Measure.HeadingNumbers] = 0.68,
        [Measure.Bullets] = 0.78,
        [Measure.BulletSpacing] = 0.7,
        [Measure.BulletHeads] = 0,
        [Measure.Footnotes] = 0.81,
        [Measure.FootnoteSpacing] = 0.82,
        [Measure.FootnoteReferences] = 0.68,
        [Measure.Tables] = 0.09,
        [Measure.TableGrids] = 0.14,
        [Measure.TableHeads] = 0.35,
        [Measure.TableCaptions] = 0.57,
        [Measure.TableUnits] = 0.21,
        [Measure.TableSources] = 0.35,
        [Measure.Figures] = 1,
        [Measure.Paragraphs] = 0.8,
        [Measure.ParagraphSpacing] = 0.58,
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
}
