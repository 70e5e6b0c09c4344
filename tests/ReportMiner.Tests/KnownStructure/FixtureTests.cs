using System.Globalization;
using System.IO.Compression;
using System.Text;
using ReportMiner.KnownStructure;
using ReportMiner.KnownStructure.Check;
using ReportMiner.KnownStructure.Model;
using ReportMiner.KnownStructure.Truth;
using ReportMiner.Tests.Read;
using ReportMiner.Tests.Read.Engines;
using Xunit;

namespace ReportMiner.Tests.KnownStructure;

/// <summary>The reports of known structure kept as fixtures: each layout through each renderer.</summary>
public sealed class FixtureTests
{
    // What is reached on the fixtures of a format, all of them together. Only ever raised.
    private static readonly Dictionary<string, Dictionary<Measure, double>> Floors = new(StringComparer.Ordinal)
    {
        ["pdf"] = new()
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
        },

        ["docx"] = Stated,
        ["hwpx"] = Stated,
    };

    /// <summary>Everything, where the file itself states it.</summary>
    private static Dictionary<Measure, double> Stated => Enum.GetValues<Measure>().Where(m => m != Measure.Leaks).ToDictionary(m => m, _ => 1.0);

    private const int AllowedLeaks = 0;

    /// <summary>How far below poppler's floors another engine may be: it parts words a little otherwise.</summary>
    private const double Otherwise = 0.02;

    [PopplerTheory]
    [MemberData(nameof(PdfEngineTests.Engines), MemberType = typeof(PdfEngineTests))]
    public void The_structure_of_every_PDF_is_found(string engine) => Check("pdf", engine, engine == "poppler" ? 0 : Otherwise);

    [Theory]
    [InlineData("docx")]
    [InlineData("hwpx")]
    public void The_structure_of_every_file_of_a_word_processor_is_found(string ending) => Check(ending);

    [Fact]
    public void There_is_a_fixture_of_every_layout_and_renderer()
    {
        var truths = Fixtures.Truths.Select(KnownTruth.Read).ToList();
        Assert.Equal(["A", "B", "C"], truths.Select(t => t.Layout).Distinct().Order(StringComparer.Ordinal));
        Assert.All(truths.GroupBy(t => t.Layout), g => Assert.Equal(["chromium", "docx", "hwpx", "libreoffice"], g.Select(t => t.Renderer).Distinct().Order(StringComparer.Ordinal)));
        Assert.All(truths, t => Assert.Contains(t.Headings, h => h.Level >= 4));
        Assert.Contains(truths.SelectMany(t => t.Tables), t => t.Spans.Any(s => s.RowSpan > 1) && t.Spans.Any(s => s.ColumnSpan > 1));
        Assert.Contains(truths.SelectMany(t => t.Footnotes), n => n.References.Length > 1);
    }

    [Fact]
    public void The_fixtures_are_what_the_generator_writes()
    {
        foreach (var file in Fixtures.Truths)
        {
            Assert.Equal(TruthTeller.Tell(Compose(file), Renderer(file)).Write(), File.ReadAllText(file).ReplaceLineEndings("\n"));
        }
    }

    /// <summary>Files that no other program makes are compared whole; only how tightly a zip is packed may differ from machine to machine.</summary>
    [Theory]
    [InlineData("docx")]
    [InlineData("hwpx")]
    public void What_is_in_the_files_is_what_the_generator_writes(string ending)
    {
        Assert.All(Fixtures.Ending(ending), file => Assert.Equal(Entries(GenerateCommand.Files[ending](Compose(file))), Entries(File.ReadAllBytes(file))));
    }

    private static void Check(string ending, string engine = "auto", double allowed = 0)
    {
        var pipeline = new ReportPipelineBuilder().Configure(o => o with { Pdf = o.Pdf with { Engine = engine } }).Build();
        var groups = new SortedDictionary<string, Dictionary<Measure, Score>>(StringComparer.Ordinal);
        foreach (var report in Fixtures.Ending(ending))
        {
            ScoreTable.Add(groups, ending, Comparison.Of(Fixtures.Truth(report), Fixtures.Found(pipeline, report)));
        }

        var all = groups[ending];
        var below = Floors[ending].Where(f => all.GetValueOrDefault(f.Key).Value < f.Value - allowed).Select(f => $"{f.Key} below {f.Value}").ToList();
        Assert.True(below.Count == 0, string.Join(", ", below) + "\n" + ScoreTable.Write(groups));
        Assert.True(all[Measure.Leaks].Wrong <= AllowedLeaks, ScoreTable.Write(groups));
    }

    private static string Renderer(string file) => Path.GetFileName(file).Split('-', '.')[1];

    private static KnownReport Compose(string file)
    {
        var name = Path.GetFileName(file).Split('-')[0];
        return GenerateCommand.Compose(name[..1], int.Parse(name[1..], CultureInfo.InvariantCulture), small: true);
    }

    private static List<(string Name, DateTimeOffset Time, string Content)> Entries(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return [.. zip.Entries.Select(e =>
        {
            using var content = e.Open();
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            return (e.FullName, e.LastWriteTime, Encoding.Latin1.GetString(bytes.ToArray()));
        })];
    }
}
