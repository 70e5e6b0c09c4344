using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ReportMiner.KnownStructure;
using ReportMiner.KnownStructure.Model;
using ReportMiner.KnownStructure.Render;
using ReportMiner.KnownStructure.Truth;
using Xunit;

namespace ReportMiner.Tests.KnownStructure;

public sealed class GeneratorTests
{
    [Theory]
    [InlineData("A")]
    [InlineData("B")]
    [InlineData("C")]
    public void A_seed_gives_the_same_report_every_time(string layout)
    {
        var (one, two, other) = (GenerateCommand.Compose(layout, 5), GenerateCommand.Compose(layout, 5), GenerateCommand.Compose(layout, 6));
        Assert.Equal(TruthTeller.Tell(one, "x").Write(), TruthTeller.Tell(two, "x").Write());
        Assert.Equal(HtmlRenderer.Render(one), HtmlRenderer.Render(two));
        Assert.Equal(DocxRenderer.Parts(one), DocxRenderer.Parts(two));
        Assert.NotEqual(TruthTeller.Tell(one, "x").Write(), TruthTeller.Tell(other, "x").Write());
    }

    [Theory]
    [InlineData("A", 1)]
    [InlineData("B", 2)]
    [InlineData("C", 3)]
    public void The_DOCX_is_valid(string layout, int seed)
    {
        using var stream = new MemoryStream(DocxRenderer.Render(GenerateCommand.Compose(layout, seed)));
        using var package = WordprocessingDocument.Open(stream, false);
        var errors = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}");
        Assert.Empty(errors);
    }

    [Theory]
    [InlineData("A")]
    [InlineData("B")]
    [InlineData("C")]
    public void Every_report_has_four_heading_levels_and_steps_down_one_at_a_time(string layout)
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var levels = GenerateCommand.Compose(layout, seed).Parts.OfType<Heading>().Select(h => h.Level).ToList();
            Assert.True(levels.Max() >= 4);
            Assert.All(levels.Zip(levels.Skip(1)), p => Assert.True(p.Second <= p.First + 1));
        }
    }

    [Fact]
    public void A_covered_slot_of_a_table_is_empty_and_every_row_as_wide_as_the_others()
    {
        var table = new TableSpec("", "", null, null, 1, [[new Cell("a", 2, 1), new Cell("b", 1, 2)], [new Cell("c"), new Cell("d")]], [1, 1, 1]);
        Assert.Equal([["a", "b", ""], ["", "c", "d"]], table.Lay().Grid);
    }

    [Fact]
    public void Every_note_is_pointed_to_and_markers_count_up()
    {
        var truth = TruthTeller.Tell(GenerateCommand.Compose("B", 3), "x");
        Assert.All(truth.Footnotes, n => Assert.NotEmpty(n.References));
        Assert.Equal(Enumerable.Range(1, truth.Footnotes.Length).Select(n => n.ToString()), truth.Footnotes.Select(n => n.Marker));
    }
}
