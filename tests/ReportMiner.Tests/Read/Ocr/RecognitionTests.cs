using ReportMiner.Documents;
using ReportMiner.Emit;
using ReportMiner.Read;
using ReportMiner.Read.Pdf;
using ReportMiner.Read.Pdf.Ocr;
using ReportMiner.Resources;
using ReportMiner.Tests.House;
using Xunit;

namespace ReportMiner.Tests.Read.Ocr;

public sealed class RecognitionTests : IDisposable
{
    private static readonly string Sample = Repository.PathOf("samples/fishery-press/fishery-press.pdf");

    private readonly string _folder = Directory.CreateTempSubdirectory("reportminer-ocr-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Add(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static Outcome<SourceDocument> Read(string path, PdfOptions? options = null) =>
        new DocumentReader(PipelineOptions.Default with { Pdf = options ?? new PdfOptions() }, ResourceDirectory.Open(Path.Combine(AppContext.BaseDirectory, "models"))).Read(new ReportInput(path), CancellationToken.None);

    private static string Text(SourceDocument document, int page) => string.Concat(document.Pages[page].Lines.Select(l => string.Concat(l.Text.Where(c => !char.IsWhiteSpace(c)))));

    [TesseractFact]
    public void A_scanned_page_reads_about_like_the_page_itself()
    {
        var scanned = Read(Add("scan.pdf", ScannedPdf.Of(Sample, 1))).Value!;
        var printed = Read(Sample).Value!;
        Assert.Equal(PdfEngines.Preferred + "+tesseract", scanned.Source.Engine);
        Assert.Equal(1, Assert.Single(scanned.Diagnostics, d => d.Code == "RM1107").Page);
        var (expected, actual) = (Text(printed, 0), Text(scanned, 0));
        var pairs = expected.Zip(expected.Skip(1)).ToList();
        var found = actual.Zip(actual.Skip(1)).ToHashSet();
        Assert.True(pairs.Count(found.Contains) > 0.85 * pairs.Count, actual);
        Assert.True(scanned.Pages[0].Lines.Max(l => l.FontSize) > 1.25 * scanned.Pages[0].Lines.Min(l => l.FontSize));
        Assert.All(scanned.Pages[0].Lines.SelectMany(l => l.Runs), r => Assert.InRange(r.Confidence, RunMender.LeastSure, 0.99));
    }

    [TesseractFact]
    public void The_same_scan_gives_the_same_bytes_and_its_items_are_less_sure()
    {
        var path = Add("scan.pdf", ScannedPdf.Of(Sample, 1));
        var pipeline = new ReportPipelineBuilder().Build();
        var report = pipeline.Run(new ReportInput(path)).Value!;
        Assert.Equal(ReportJson.Write(report), ReportJson.Write(pipeline.Run(new ReportInput(path)).Value!));
        var printed = pipeline.Run(new ReportInput(Sample)).Value!.Amounts.Where(a => a.Page == 1).ToList();
        var found = report.Amounts.IntersectBy(printed.Select(a => a.Text), a => a.Text).ToList();
        Assert.True(found.Count > 0.7 * printed.DistinctBy(a => a.Text).Count(), string.Join(", ", found.Select(a => a.Text)));
        Assert.True(found.Max(a => a.Confidence) < printed.Max(a => a.Confidence));
    }

    [TesseractFact]
    public void What_the_layer_lacks_is_filled_in_and_what_it_has_is_kept()
    {
        var path = Add("a.pdf", TinyPdf.Write([[new(72, 700, 12, "Budget"), new(120, 700, 12, "2031"), new(150, 700, 12, "plan")]]));
        PdfRun Run(string text, double x) => new(text, x, 133, x + (6.5 * text.Length), 145, new PdfFont("Helvetica", 12, null), false);
        var done = new PageRecognizer(new PdfOptions()).Recognize(path, [new PdfPage(1, 595, 842, [Run("Budget", 72), Run("plan", 150)])], CancellationToken.None).Single();
        Assert.Equal(RecognitionEnd.Done, done.End);
        Assert.Equal(["Budget", "2031", "plan"], done.Page.Runs.OrderBy(r => r.X0).Select(r => r.Text));
        Assert.Equal(4, done.Characters);
        Assert.False(done.IsWhole);
    }

    [TesseractFact]
    public void Always_puts_recognized_words_in_the_place_of_the_text()
    {
        var document = Read(Add("a.pdf", TinyPdf.Write([[new(72, 700, 12, "Budget plan of 2031")]])), new PdfOptions(Ocr: "always")).Value!;
        Assert.Equal("Budget plan of 2031", document.Pages[0].Lines.Single().Text);
        Assert.All(document.Pages[0].Lines.Single().Runs, r => Assert.True(r.Confidence < 1));
    }

    [PopplerFact]
    public void Off_leaves_a_scanned_file_without_text() =>
        Assert.Equal("RM1011", Read(Add("scan.pdf", ScannedPdf.Of(Sample, 1)), new PdfOptions(Ocr: "off")).Failure?.Code);

    [PopplerFact]
    public void Without_tesseract_a_scanned_file_says_what_to_install()
    {
        var failure = Read(Add("scan.pdf", ScannedPdf.Of(Sample, 1)), new PdfOptions(TesseractPath: _folder)).Failure;
        Assert.Equal("RM1011", failure?.Code);
        Assert.Contains("tesseract-ocr-kor", failure!.Korean, StringComparison.Ordinal);
    }

    [PopplerFact]
    public void Pages_that_wait_for_tesseract_are_named_and_blank_ones_are_not()
    {
        var document = Read(Add("scan.pdf", ScannedPdf.Of(Sample, -1, 1, 0, 2)), new PdfOptions(TesseractPath: _folder)).Value!;
        var message = Assert.Single(document.Diagnostics, d => d.Code == "RM1109").Message;
        Assert.Contains("없습니다: 2쪽, 4쪽.", message, StringComparison.Ordinal);
        Assert.Contains("apt install tesseract-ocr tesseract-ocr-kor", message, StringComparison.Ordinal);
        Assert.Equal([2, 3, 4], document.Diagnostics.Where(d => d.Code == "RM1102").Select(d => d.Page!.Value));
        Assert.Equal(PdfEngines.Preferred, document.Source.Engine);
    }

    [TesseractFact]
    public void Pages_with_text_are_left_alone_beside_scanned_ones()
    {
        var document = Read(Add("scan.pdf", ScannedPdf.Of(Sample, -1, 3, 0))).Value!;
        Assert.Equal(["RM1107 2", "RM1102 3"], document.Diagnostics.Select(d => $"{d.Code} {d.Page}"));
        Assert.All(document.Pages[0].Lines.SelectMany(l => l.Runs), r => Assert.Equal(1, r.Confidence));
    }

    [PopplerFact]
    public void A_page_that_passes_a_limit_keeps_what_it_had()
    {
        var page = new PdfPage(1, 595, 842, []);
        var ended = new PageRecognizer(new PdfOptions(TimeLimitSeconds: 0)).Recognize(Add("scan.pdf", ScannedPdf.Of(Sample, 1)), [page], CancellationToken.None).Single();
        Assert.Equal(RecognitionEnd.Failed, ended.End);
        Assert.Same(page, ended.Page);
    }
}
