using System.IO.Compression;
using System.Text;
using ReportMiner.Documents;
using ReportMiner.Read;
using ReportMiner.Resources;
using Xunit;

namespace ReportMiner.Tests.Read;

public sealed class DocumentReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("reportminer-read-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static readonly byte[] Page = TinyPdf.Write([[new(72, 700, 12, "Plan 2025")]]);

    private Outcome<SourceDocument> Read(string name, byte[] bytes, PdfOptions? options = null, LimitOptions? limits = null)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        var resources = ResourceDirectory.Open(Path.Combine(AppContext.BaseDirectory, "models"));
        return new DocumentReader(PipelineOptions.Default with { Pdf = options ?? new PdfOptions(), Limits = limits ?? new LimitOptions() }, resources).Read(new ReportInput(path), CancellationToken.None);
    }

    private static byte[] Zip(string entry, string content)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            using var writer = new StreamWriter(zip.CreateEntry(entry).Open());
            writer.Write(content);
        }

        return stream.ToArray();
    }

    [Fact]
    public void A_missing_file_is_a_failure() =>
        Assert.Equal("RM1001", new DocumentReader(PipelineOptions.Default, ResourceDirectory.Open(Path.Combine(AppContext.BaseDirectory, "models")))
            .Read(new ReportInput(Path.Combine(_folder, "none.pdf")), CancellationToken.None).Failure?.Code);

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t\n")]
    public void A_file_without_content_is_empty(string content) =>
        Assert.Equal("RM1002", Read("a.txt", Encoding.UTF8.GetBytes(content)).Failure?.Code);

    [Fact]
    public void A_text_file_over_the_limit_is_refused() =>
        Assert.Equal("RM1003", Read("a.txt", Encoding.UTF8.GetBytes(new string('가', 100)), limits: new LimitOptions(MaxTextBytes: 200)).Failure?.Code);

    [Fact]
    public void A_picture_named_pdf_is_not_a_report() =>
        Assert.Equal("RM1005", Read("a.pdf", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0]).Failure?.Code);

    [Fact]
    public void An_archive_is_not_a_report() => Assert.Equal("RM1005", Read("a.txt", Zip("a.txt", "x")).Failure?.Code);

    [Fact]
    public void Binary_data_is_not_a_report() =>
        Assert.Equal("RM1005", Read("a.txt", [.. Enumerable.Range(0, 4000).Select(i => (byte)(i * 7))]).Failure?.Code);

    [Fact]
    public void An_HWPX_file_without_sections_is_damaged() => Assert.Equal("RM1006", Read("a.hwp", Zip("mimetype", "application/hwp+zip")).Failure?.Code);

    [Fact]
    public void A_hwp_file_is_told_from_other_compound_files()
    {
        var file = new byte[4096];
        byte[] signature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        signature.CopyTo(file, 0);
        file[30] = 9;
        file[48] = 1;
        Assert.Contains("DOC", Named(file), StringComparison.Ordinal);
        Encoding.Unicode.GetBytes("FileHeader").CopyTo(file, 1024 + 128);
        Assert.Equal("RM1006", Read("a.bin", file).Failure?.Code);
    }

    private string Named(byte[] bytes)
    {
        var failure = Read("a.bin", bytes).Failure;
        Assert.Equal("RM1004", failure?.Code);
        return failure!.Korean;
    }

    [Fact]
    public void Text_in_UTF16_without_a_mark_is_text() =>
        Assert.True(Read("a.txt", Encoding.Unicode.GetBytes("Plan for 2025\nand more\n")).Succeeded);

    [Fact]
    public void Without_poppler_the_failure_says_how_to_get_it() =>
        Assert.Contains("apt install poppler-utils", Read("a.pdf", Page, new PdfOptions(Engine: "poppler", PopplerPath: _folder)).Failure?.Korean, StringComparison.Ordinal);

    [PopplerFact]
    public void A_path_with_hangul_spaces_and_a_dash_is_read()
    {
        var document = Read("-f 보고서 (1).pdf", Page).Value;
        Assert.Equal("Plan 2025", document?.Pages.Single().Lines.Single().Text);
        Assert.Equal(595, document!.Pages[0].Width);
    }

    [PopplerFact]
    public void Columns_of_prose_are_read_one_after_the_other()
    {
        const string Words = "the ministry plans to widen the support for";
        var rows = Enumerable.Range(0, 8).SelectMany(i => new TinyPdf.Piece[] { new(50, 700 - (i * 14), 10, $"L{i} {Words}"), new(310, 700 - (i * 14), 10, $"R{i} {Words}") });
        var lines = Read("a.pdf", TinyPdf.Write([[.. rows]])).Value!.Pages[0].Lines;
        Assert.Equal(["L0", "L1", "L2", "L3", "L4", "L5", "L6", "L7", "R0", "R1", "R2", "R3", "R4", "R5", "R6", "R7"], lines.Select(l => l.Text[..2]));
    }
}
