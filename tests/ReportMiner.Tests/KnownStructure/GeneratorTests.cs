using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ReportMiner.KnownStructure;
using ReportMiner.KnownStructure.Model;
using ReportMiner.KnownStructure.Render;
using ReportMiner.KnownStructure.Render.Docx;
using ReportMiner.KnownStructure.Render.Hwpx;
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
        Assert.Equal(DocxRenderer.ForLayout(one), DocxRenderer.ForLayout(two));
        Assert.All(GenerateCommand.Files.Values, write => Assert.Equal(write(one), write(two)));
        Assert.NotEqual(TruthTeller.Tell(one, "x").Write(), TruthTeller.Tell(other, "x").Write());
    }

    [Theory]
    [InlineData("A", 1)]
    [InlineData("A", 14)]
    [InlineData("B", 2)]
    [InlineData("B", 11)]
    [InlineData("C", 3)]
    [InlineData("C", 4)]
    public void The_DOCX_is_valid(string layout, int seed)
    {
        var report = GenerateCommand.Compose(layout, seed);
        foreach (var file in new[] { DocxRenderer.ForLayout(report), DocxRenderer.ForOffice(report) })
        {
            using var stream = new MemoryStream(file);
            using var package = WordprocessingDocument.Open(stream, false);
            var errors = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}");
            Assert.Empty(errors);
        }
    }

    [Fact]
    public void The_numbers_an_office_has_Word_make_are_nowhere_typed()
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(DocxRenderer.ForOffice(GenerateCommand.Compose("C", 4))), false);
        Assert.DoesNotContain("■", package.MainDocumentPart!.Document.Body!.InnerText);
        Assert.Contains("■", package.MainDocumentPart.NumberingDefinitionsPart!.Numbering.OuterXml);
    }

    [Theory]
    [InlineData("A", 1)]
    [InlineData("B", 2)]
    [InlineData("C", 4)]
    public void The_HWPX_says_first_what_it_is_and_refers_only_to_what_its_head_has(string layout, int seed)
    {
        using var zip = new ZipArchive(new MemoryStream(HwpxRenderer.Render(GenerateCommand.Compose(layout, seed))));
        Assert.Equal("mimetype", zip.Entries[0].FullName);
        Assert.Equal(zip.Entries[0].Length, zip.Entries[0].CompressedLength);
        XElement Part(string name)
        {
            using var stream = zip.GetEntry(name)!.Open();
            return XElement.Load(stream);
        }

        var (head, section) = (Part("Contents/header.xml"), Part("Contents/section0.xml"));
        foreach (var (attribute, element) in new[] { ("charPrIDRef", "charPr"), ("paraPrIDRef", "paraPr"), ("styleIDRef", "style"), ("borderFillIDRef", "borderFill"), ("outlineShapeIDRef", "numbering") })
        {
            var known = head.Descendants().Where(e => e.Name.LocalName == element).Select(e => e.Attribute("id")!.Value).ToHashSet();
            var asked = section.Descendants().Attributes(attribute).Select(a => a.Value).ToHashSet();
            Assert.NotEmpty(asked);
            Assert.Subset(known, asked);
        }

        Assert.All(head.Descendants().Where(e => e.Attribute("itemCnt") is not null), e => Assert.Equal(e.Attribute("itemCnt")!.Value, e.Elements().Count().ToString()));
    }

    [Theory]
    [InlineData("제3장", 1, MarkForm.Digit, "제%1장", 3)]
    [InlineData("2.1.4", 3, MarkForm.Digit, "%1.%2.%3", 4)]
    [InlineData("(12)", 4, MarkForm.Digit, "(%4)", 12)]
    [InlineData("다.", 3, MarkForm.Syllable, "%3.", 3)]
    [InlineData("Ⅳ.", 1, MarkForm.Roman, "%1.", 4)]
    [InlineData("②", 1, MarkForm.CircledDigit, "%1", 2)]
    [InlineData("□", 4, MarkForm.Bullet, "□", 0)]
    public void A_marker_is_taken_apart_as_a_word_processor_makes_it(string printed, int level, object form, string format, int value) =>
        Assert.Equal(new ListMark((MarkForm)form, format, value), ListMark.Of(printed, level));

    [Fact]
    public void A_list_begins_anew_where_it_would_print_another_number()
    {
        var book = new ListBook();
        int Place(string marker, int level) => book.Place(marker, level, headings: false).Id;
        Assert.Equal([1, 1, 1, 1, 2, 2], [Place("1.", 1), Place("가.", 2), Place("2.", 1), Place("가.", 2), Place("1.", 1), Place("2.", 1)]);
        Assert.True(book.Lists[0].SharesLooks(book.Lists[1]));
        Assert.Equal(3, book.Place("3.", 1, headings: true).Id);
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
