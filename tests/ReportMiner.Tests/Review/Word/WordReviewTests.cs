using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using ReportMiner.Review.Events;
using ReportMiner.Tests.Samples;
using Xunit;
using Files = ReportMiner.Tests.Samples.SampleReports;
using Pages = ReportMiner.Tests.Review.SampleReports;
using Table = DocumentFormat.OpenXml.Wordprocessing.Table;
using W = DocumentFormat.OpenXml.Wordprocessing;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace ReportMiner.Tests.Review.Word;

public sealed class WordReviewTests
{
    private const string Care = "care-issue/care-issue.txt";

    public static TheoryData<string> Inputs => [.. SampleFiles.All()];

    [Theory]
    [MemberData(nameof(Inputs))]
    public void The_document_of_a_sample_is_valid(string input) => AssertValid(new WordDesk(Files.Of(input)).Export());

    [Fact]
    public void The_document_of_a_hostile_report_is_valid() => AssertValid(new WordDesk(Pages.Hostile()).Export());

    [Fact]
    public void A_reviewed_report_with_signs_XML_cannot_hold_is_valid()
    {
        var desk = new WordDesk(Pages.Realistic());
        desk.Desk.Do(desk.Desk.Maker.Comment("r1", desk.Desk.Stamp(reason: "첫 줄\n둘째 \u0001 줄 \ud800 \uffff 👉")));
        desk.Desk.Do(desk.Desk.Maker.Comment(null, desk.Desk.Stamp(reason: "전체 의견")));
        desk.Desk.Edit("r1", ItemFields.Empty.With(ItemField.Text, "고친 \ufffe 글 👉"));
        desk.Desk.Reject("r2");
        var file = desk.Export();
        AssertValid(file);
        Assert.Empty(desk.Plan(file).Findings);
    }

    [Fact]
    public void The_same_report_gives_the_same_bytes()
    {
        var file = new WordDesk(Files.Of(Care)).Export();
        Assert.Equal(file, new WordDesk(Files.Of(Care)).Export());
        using var zip = new ZipArchive(new MemoryStream(file));
        Assert.All(zip.Entries, e => Assert.Equal(new DateTime(1980, 1, 1), e.LastWriteTime.DateTime));
    }

    [Fact]
    public void Every_recommendation_has_its_controls_and_is_under_its_category()
    {
        var report = Files.Of(Care);
        using var pen = new WordPen(new WordDesk(report).Export());
        foreach (var recommendation in report.Recommendations)
        {
            Assert.Equal(recommendation.Text, pen.Shown($"rm.{recommendation.Id}.text"));
            Assert.Equal(recommendation.Period ?? "–", pen.Shown($"rm.{recommendation.Id}.period"));
            var heading = pen.Control($"rm.{recommendation.Id}.text").Ancestors<Table>().First().ElementsBefore().OfType<Paragraph>().Last();
            Assert.Equal("Heading2", heading.ParagraphProperties!.ParagraphStyleId!.Val);
            Assert.StartsWith(pen.Shown($"rm.{recommendation.Id}.category"), heading.InnerText, StringComparison.Ordinal);
        }

        Assert.All(report.Facts, f => Assert.Equal(string.Join("; ", f.Arguments.First().Value.Select(v => v.Text)), pen.Shown($"rm.{f.Id}.role.{f.Arguments.First().Key}")));
        Assert.All(report.Amounts, a => Assert.NotEmpty(pen.Shown($"rm.{a.Id}.value")));
        Assert.All(report.Dates, d => Assert.Equal(d.Edtf ?? "–", pen.Shown($"rm.{d.Id}.edtf")));
    }

    [Fact]
    public void Tags_are_short_and_none_is_twice()
    {
        using var pen = new WordPen(new WordDesk(Files.Of(Care)).Export());
        var tags = pen.Body.Descendants<W.Tag>().Select(t => t.Val!.Value!).ToList();
        Assert.Equal(tags.Count, tags.Distinct().Count());
        Assert.All(tags, t => Assert.InRange(t.Length, 1, 64));
        Assert.Equal(tags.Count, pen.Body.Descendants<SdtId>().Select(i => i.Val!.Value).Distinct().Count());
        Assert.All(pen.Body.Descendants<BookmarkStart>(), b => Assert.InRange(b.Name!.Value!.Length, 1, 40));
    }

    [Fact]
    public void The_notes_that_statements_cite_are_footnotes()
    {
        var report = Files.Of(Care);
        using var pen = new WordPen(new WordDesk(report).Export());
        var cited = report.Footnotes.Where(n => n.References.Any(r => report.Recommendations.Any(s => s.Start <= r.Start && r.Start < s.End) || report.Facts.Any(s => s.Start <= r.Start && r.Start < s.End))).ToList();
        Assert.NotEmpty(cited);
        var notes = pen.Main.FootnotesPart!.Footnotes.Elements<DocumentFormat.OpenXml.Wordprocessing.Footnote>().ToDictionary(n => n.Id!.Value, n => n.InnerText);
        Assert.All(cited, n => Assert.Contains(notes.Values, t => t.Contains(string.Join(' ', n.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal)));
        Assert.All(pen.Body.Descendants<FootnoteReference>(), r => Assert.True(notes.ContainsKey(r.Id!.Value)));
    }

    [Fact]
    public void Doubtful_items_have_comments_until_somebody_decides()
    {
        var desk = new WordDesk(Files.Of(Care));
        var doubtful = desk.Desk.Extraction.Recommendations.First(r => r.Confidence < 0.6);
        List<string> Comments()
        {
            using var pen = new WordPen(desk.Export());
            return [.. pen.Main.WordprocessingCommentsPart!.Comments.Elements<Comment>().Select(c => c.InnerText)];
        }

        var before = Comments();
        Assert.Contains(before, c => c.Contains("확신도", StringComparison.Ordinal));
        desk.Desk.Accept(doubtful.Id);
        Assert.Equal(before.Count - 1, Comments().Count);
    }

    [Fact]
    public void Facts_that_contradict_each_other_have_comments()
    {
        using var pen = new WordPen(new WordDesk(Files.Of("water-chapter/water-chapter.txt")).Export());
        Assert.Contains(pen.Main.WordprocessingCommentsPart!.Comments.Elements<Comment>(), c => c.InnerText.Contains("다른 값", StringComparison.Ordinal));
    }

    [Fact]
    public void Head_rows_are_repeated_the_page_is_A4_and_pages_are_numbered()
    {
        using var pen = new WordPen(new WordDesk(Files.Of(Care)).Export());
        Assert.All(pen.Body.Elements<Table>(), t => Assert.NotNull(t.Elements<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>()));
        Assert.All(pen.Body.Elements<Table>(), t => Assert.NotEmpty(t.GetFirstChild<TableProperties>()!.TableCaption!.Val!.Value!));
        var size = pen.Body.Descendants<PageSize>().Single();
        Assert.Equal((11906u, 16838u), (size.Width!.Value, size.Height!.Value));
        Assert.Contains(pen.Main.FooterParts.Single().Footer.Descendants<SimpleField>(), f => f.Instruction!.Value!.Contains("PAGE", StringComparison.Ordinal));
    }

    [Fact]
    public void Charts_have_alternative_texts_cached_values_and_a_workbook()
    {
        var report = Files.Of(Care);
        var file = new WordDesk(report).Export();
        using var pen = new WordPen(file);
        var pictures = pen.Body.Descendants<Wp.DocProperties>().ToList();
        Assert.Equal(2, pictures.Count);
        Assert.All(pictures, p => Assert.NotEmpty(p.Description!.Value!));
        var chart = (ChartPart)pen.Main.GetPartById("chart1");
        var values = chart.ChartSpace.Descendants<DocumentFormat.OpenXml.Drawing.Charts.NumberingCache>().Single().Descendants<DocumentFormat.OpenXml.Drawing.Charts.NumericValue>().Select(v => int.Parse(v.Text));
        Assert.Equal(report.Recommendations.Length, values.Sum());
        using var book = SpreadsheetDocument.Open(chart.GetPartsOfType<EmbeddedPackagePart>().Single().GetStream(), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2016).Validate(book));
        Assert.Contains("ko-KR", Entry(file, "docProps/core.xml"), StringComparison.Ordinal);
        Assert.Contains(report.Metadata.Title!, Entry(file, "docProps/core.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_of_a_thousand_facts_says_how_many_it_leaves_out()
    {
        var report = Files.Of(Care);
        var many = report with { Facts = [.. Enumerable.Range(0, 1000).Select(i => report.Facts[i % report.Facts.Length] with { Id = "x" + (i + 1) })] };
        using var pen = new WordPen(new WordDesk(many).Export());
        Assert.Equal(400, pen.Body.Descendants<W.Tag>().Count(t => t.Val!.Value!.StartsWith("rm.x", StringComparison.Ordinal) && t.Val.Value.EndsWith(".type", StringComparison.Ordinal)));
        Assert.Contains("600건", pen.Body.InnerText, StringComparison.Ordinal);
    }

    [LibreOfficeFact(LibreOffice.Writer)]
    public void LibreOffice_prints_the_document() => Assert.Equal("%PDF"u8, LibreOffice.Convert(new WordDesk(Files.Of(Care)).Export(), ".docx", "pdf").AsSpan(0, 4));

    [LibreOfficeFact(LibreOffice.Writer)]
    public void LibreOffice_saves_the_document_with_every_note_at_its_mark_and_no_control_changed()
    {
        static IEnumerable<string> Notes(byte[] file)
        {
            using var pen = new WordPen(file);
            var notes = pen.Main.FootnotesPart!.Footnotes.Elements<DocumentFormat.OpenXml.Wordprocessing.Footnote>().ToDictionary(n => n.Id!.Value, n => n.InnerText.Trim());
            return [.. pen.Body.Descendants<FootnoteReference>().Select(r => notes[r.Id!.Value])];
        }

        var desk = new WordDesk(Files.Of(Care));
        var file = desk.Export();
        var saved = LibreOffice.Convert(file, ".docx", "docx");
        Assert.True(Notes(file).Count() > 5);
        Assert.Equal(Notes(file), Notes(saved));
        Assert.Empty(desk.Plan(saved).Findings);
    }

    private static void AssertValid(byte[] file)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        var errors = new[] { FileFormatVersions.Office2016, FileFormatVersions.Office2019, FileFormatVersions.Microsoft365 }
            .SelectMany(v => new OpenXmlValidator(v).Validate(document)).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}").Take(5);
        Assert.Empty(errors);
    }

    private static string Entry(byte[] file, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var reader = new StreamReader(zip.GetEntry(name)!.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
