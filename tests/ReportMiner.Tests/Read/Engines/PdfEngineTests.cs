using System.Collections.Immutable;
using System.Text;
using ReportMiner.Documents;
using ReportMiner.Emit;
using ReportMiner.Read;
using ReportMiner.Read.Pdf;
using ReportMiner.Resources;
using ReportMiner.Tests.KnownStructure;
using ReportMiner.Tests.Samples;
using Xunit;

namespace ReportMiner.Tests.Read.Engines;

/// <summary>
/// What every PDF engine of the build must do alike: same files, same expectations. Allowed is that an engine puts a
/// space elsewhere and gives sizes a point and places two points off; characters, order, tables and codes are the same.
/// </summary>
public sealed class PdfEngineTests : IDisposable
{
    /// <summary>How far places may differ, in points.</summary>
    private const double Off = 2;

    /// <summary>Share of lines that must be the same line in the same place.</summary>
    private const double Alike = 0.98;

    private static readonly ResourceDirectory Models = ResourceDirectory.Open(Path.Combine(AppContext.BaseDirectory, "models"));

    private readonly string _folder = Directory.CreateTempSubdirectory("reportminer-engines-").FullName;

    private static readonly string[] Names = PdfEngines.HasPdfPig ? ["poppler", "pdfpig"] : ["poppler"];

    public static TheoryData<string> Engines => [.. Names];

    public static TheoryData<string, string> Samples
    {
        get
        {
            var samples = new TheoryData<string, string>();
            foreach (var file in SampleFiles.All().Where(f => f.EndsWith(".pdf", StringComparison.Ordinal)).Select(SampleFiles.PathOf).Concat(Fixtures.Ending("pdf")))
            {
                foreach (var engine in Names)
                {
                    samples.Add(engine, Path.GetRelativePath(SampleFiles.Root, file));
                }
            }

            return samples;
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static PdfOptions Options(string engine) => new(Engine: engine, Ocr: "off");

    private static Outcome<SourceDocument> Read(string path, PdfOptions options, CancellationToken cancellation = default) =>
        new DocumentReader(PipelineOptions.Default with { Pdf = options }, Models).Read(new ReportInput(path), cancellation);

    private Outcome<SourceDocument> Read(byte[] bytes, PdfOptions options, CancellationToken cancellation = default)
    {
        var path = Path.Combine(_folder, "a.pdf");
        File.WriteAllBytes(path, bytes);
        return Read(path, options, cancellation);
    }

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    [PopplerTheory]
    [MemberData(nameof(Samples))]
    public void Lines_are_those_of_poppler(string engine, string file)
    {
        var path = Path.Combine(SampleFiles.Root, file);
        var (expected, actual) = (Read(path, Options("poppler")).Value!, Read(path, Options(engine)).Value!);
        Assert.Equal(engine, actual.Source.Engine);
        Assert.Equal(expected.Source.Pages, actual.Source.Pages);
        Assert.Equal(expected.EmbeddedTitle, actual.EmbeddedTitle);
        Assert.Equal(expected.Pages.Select(p => (p.Number, p.Width, p.Height)), actual.Pages.Select(p => (p.Number, p.Width, p.Height)));
        var lines = actual.Pages.SelectMany(p => p.Lines).ToLookup(l => (l.Page, Bare(l.Text)));
        var all = expected.Pages.SelectMany(p => p.Lines).ToList();
        var other = all.Where(l => !lines[(l.Page, Bare(l.Text))].Any(o => IsAt(l, o))).ToList();
        Assert.True(other.Count <= (1 - Alike) * all.Count, string.Join('\n', other.Select(l => $"{l.Page} {l.Box} {l.FontSize} {l.Text}")));
    }

    private static bool IsAt(SourceLine line, SourceLine other) =>
        Math.Abs(line.Box!.X0 - other.Box!.X0) <= Off && Math.Abs(line.Box.X1 - other.Box.X1) <= Off
        && Math.Abs(line.Box.Y0 - other.Box.Y0) <= Off && Math.Abs(line.Box.Y1 - other.Box.Y1) <= Off
        && Math.Abs(line.FontSize - other.FontSize) <= 1 && line.Runs.Any(r => r.Bold) == other.Runs.Any(r => r.Bold)
        && line.Table is null == other.Table is null && line.CellIndex == other.CellIndex;

    [PopplerTheory]
    [MemberData(nameof(Samples))]
    public void Ruled_lines_and_areas_are_those_of_poppler(string engine, string file)
    {
        var path = Path.Combine(SampleFiles.Root, file);
        var (expected, actual) = (Content(path, "poppler"), Content(path, engine));
        Assert.Equal(expected.Select(p => p.Drawing.Lines.Length), actual.Select(p => p.Drawing.Lines.Length));
        foreach (var (one, two) in expected.SelectMany(p => p.Drawing.Lines).Zip(actual.SelectMany(p => p.Drawing.Lines)))
        {
            Assert.Equal(one.Upright, two.Upright);
            Assert.Equal(one.At, two.At, 1.0);
            Assert.Equal(one.From, two.From, 1.0);
            Assert.Equal(one.To, two.To, 1.0);
        }

        Assert.Equal(expected.Select(p => p.Drawing.Areas.Length), actual.Select(p => p.Drawing.Areas.Length));
    }

    private ImmutableArray<PdfPage> Content(byte[] bytes, string engine)
    {
        var path = Path.Combine(_folder, "b.pdf");
        File.WriteAllBytes(path, bytes);
        return Content(path, engine);
    }

    private static ImmutableArray<PdfPage> Content(string path, string engine) => PdfEngines.Choose(Options(engine)).Read(path, default).Value!.Pages;

    [PopplerTheory]
    [MemberData(nameof(Samples))]
    public void The_same_file_gives_the_same_bytes(string engine, string file)
    {
        var pipeline = new ReportPipelineBuilder().Configure(o => o with { Pdf = Options(engine) }).Build();
        var input = new ReportInput(Path.Combine(SampleFiles.Root, file));
        Assert.Equal(Encoding.UTF8.GetString(ReportJson.Write(pipeline.Run(input).Value!)), Encoding.UTF8.GetString(ReportJson.Write(pipeline.Run(input).Value!)));
    }

    [PopplerTheory]
    [MemberData(nameof(Engines))]
    public void Damaged_locked_and_empty_files_have_their_codes(string engine)
    {
        var page = TinyPdf.Write([[new(72, 700, 12, "Plan 2025")]]);
        Assert.Equal("RM1006", Read(page[..200], Options(engine)).Failure?.Code);
        Assert.Equal("RM1006", Read(Encoding.ASCII.GetBytes("%PDF-1.4\nnothing of a file\n%%EOF\n"), Options(engine)).Failure?.Code);
        Assert.Equal("RM1007", Read(EncryptedPdf.Bytes, Options(engine)).Failure?.Code);
        Assert.Equal("RM1011", Read(TinyPdf.Write([[]]), Options(engine)).Failure?.Code);
    }

    [PopplerTheory]
    [MemberData(nameof(Engines))]
    public void A_page_without_text_is_told(string engine)
    {
        var document = Read(TinyPdf.Write([new(72, 700, 12, "One")], []), Options(engine)).Value!;
        Assert.Equal(2, Assert.Single(document.Diagnostics, d => d.Code == "RM1102").Page);
    }

    [PopplerTheory]
    [MemberData(nameof(Engines))]
    public void Time_is_limited_and_reading_can_be_cancelled(string engine)
    {
        var large = TinyPdf.Write([.. Enumerable.Range(0, 1500).Select(_ => Enumerable.Range(0, 60).Select(i => new TinyPdf.Piece(20 + (i % 3 * 9), 20 + (i * 12), 8, "words in a row " + i)).ToArray())]);
        Assert.Equal("RM1009", Read(large, Options(engine) with { TimeLimitSeconds = 0 }).Failure?.Code);
        Assert.ThrowsAny<OperationCanceledException>(() => Read(large, Options(engine), new CancellationToken(canceled: true)));
    }

    [PopplerTheory]
    [MemberData(nameof(Engines))]
    public void Raised_digits_gaps_and_overprint_are_seen(string engine)
    {
        var raised = Read(TinyPdf.Write([[new(72, 700, 12, "growth"), new(108.4, 705, 6, "3)"), new(119, 700, 12, "continues")]]), Options(engine)).Value!.Pages[0].Lines.Single();
        Assert.Equal("3)", raised.Text[raised.Runs.Single(r => r.Superscript).Start..raised.Runs.Single(r => r.Superscript).End]);
        var twice = Read(TinyPdf.Write([[new(72, 700, 12, "Total"), new(72.3, 700, 12, "Total"), new(300, 700, 12, "45")]]), Options(engine)).Value!;
        Assert.Equal("Total\t45", twice.Pages[0].Lines.Single().Text);
        Assert.Equal(RemovalReason.Overprint, twice.Removed.Single().Reason);
    }

    [PopplerTheory]
    [MemberData(nameof(Engines))]
    public void A_turned_page_is_read_as_it_is_shown(string engine)
    {
        const string Upright = "/MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>";
        var file = Encoding.Latin1.GetString(TinyPdf.Write([[new(100, 700, 12, "Read me")]]));
        // The same length: the file's table of places stays right.
        var turned = file.Replace(Upright, "/MediaBox[0 0 595 842]/Rotate 90/Resources<</Font<</F1 3 0 R>>>>".PadRight(Upright.Length), StringComparison.Ordinal);
        var page = Content(Encoding.Latin1.GetBytes(turned), engine).Single();
        var run = Assert.Single(page.Runs);
        Assert.Equal((842, 595, true), (page.Width, page.Height, run.Turned));
        Assert.Equal("Read me", run.Text);
        Assert.InRange(run.X0, 700 - 20, 700);
    }

    [PopplerTheory]
    [MemberData(nameof(Engines))]
    public void Bookmarks_come_in_order_with_page_and_depth(string engine)
    {
        TinyPdf.Entry[] outline = [new("1. 추진\r 배경 & 경과", 1), new("가. <현황>", 2, 2), new("세부 과제", 2, 3), new("나. 과제", 2, 2), new("다른 곳", null), new("Annex", 1)];
        var document = Read(TinyPdf.WithOutline(outline, [new(72, 700, 12, "One")], [new(72, 700, 12, "Two")]), Options(engine)).Value!;
        Assert.Equal(
            [new("1. 추진 배경 & 경과", 1, 1), new("가. <현황>", 2, 2), new("세부 과제", 2, 3), new("나. 과제", 2, 2), new("다른 곳", null, 1), new("Annex", 1, 1)],
            document.Bookmarks.AsEnumerable());
        Assert.Empty(Read(TinyPdf.Write([[new(72, 700, 12, "One")]]), Options(engine)).Value!.Bookmarks);
    }

    [PopplerTheory]
    [MemberData(nameof(Engines))]
    public void An_outline_without_end_does_no_harm(string engine)
    {
        var file = Encoding.Latin1.GetString(TinyPdf.WithOutline([new("Plan", 1), new("Part", 1, 2), new("Rest", 1)], [[new(72, 700, 12, "Plan")]]));
        // Objects 6 to 9 are the outline and its entries.
        foreach (var (link, back) in new[] { ("/First 8 0 R", "/First 7 0 R"), ("/Next 9 0 R", "/Next 7 0 R") })
        {
            Assert.Contains(link, file, StringComparison.Ordinal);
            Assert.Equal("Plan", Read(Encoding.Latin1.GetBytes(file.Replace(link, back, StringComparison.Ordinal)), Options(engine)).Value!.Pages[0].Lines.Single().Text);
        }
    }

    [PopplerTheory]
    [MemberData(nameof(Engines))]
    public void A_bookmark_makes_its_line_a_heading(string engine)
    {
        var path = Path.Combine(_folder, "c.pdf");
        TinyPdf.Piece[] Page(string title) => [new(72, 700, 11, title), .. Enumerable.Range(0, 6).Select(i => new TinyPdf.Piece(72, 670 - (16 * i), 11, "The ferries carry fewer people every year and so"))];
        File.WriteAllBytes(path, TinyPdf.WithOutline([new("Why ferries matter", 1), new("What is to be done", 2)], Page("Why ferries matter"), Page("1. What is to be done")));
        var report = new ReportPipelineBuilder().Configure(o => o with { Pdf = Options(engine) }).Build().Run(new ReportInput(path)).Value!;
        Assert.Equal(["Why ferries matter", "What is to be done"], report.Sections.Select(s => s.Title));
    }

    [PopplerFact]
    public void What_is_not_built_in_says_so()
    {
        var read = Read(TinyPdf.Write([[new(72, 700, 12, "Plan 2025")]]), Options("pdfpig"));
        Assert.Equal(PdfEngines.HasPdfPig ? null : "RM1008", read.Failure?.Code);
        Assert.Equal(PdfEngines.HasPdfPig ? "pdfpig" : "poppler", Read(TinyPdf.Write([[new(72, 700, 12, "Plan 2025")]]), Options("auto")).Value!.Source.Engine);
    }
}
