using System.Text;
using ReportMiner.Documents;
using ReportMiner.Read;
using ReportMiner.Resources;
using Xunit;

namespace ReportMiner.Tests.Read.Docx;

public sealed class HostileDocxTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("reportminer-docx-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string? Code(byte[] file, LimitOptions? limits = null)
    {
        var path = Path.Combine(_folder, "a.docx");
        File.WriteAllBytes(path, file);
        var resources = ResourceDirectory.Open(Path.Combine(AppContext.BaseDirectory, "models"));
        var outcome = new DocumentReader(PipelineOptions.Default with { Limits = limits ?? new LimitOptions() }, resources).Read(new ReportInput(path), CancellationToken.None);
        return outcome.Failure?.Code;
    }

    private static string Paragraphs(int count) => new StringBuilder().Insert(0, "<w:p><w:r><w:t>가</w:t></w:r></w:p>", count).ToString();

    [Fact]
    public void A_plain_file_passes() => Assert.Null(Code(new TinyDocx(Paragraphs(3)).Write()));

    [Fact]
    public void What_unpacks_to_too_much_is_refused() =>
        Assert.Equal("RM1013", Code(new TinyDocx($"<w:p><w:r><w:t>{new string('x', 3 << 20)}</w:t></w:r></w:p>").Write(), new LimitOptions(MaxUnpackedBytes: 2 << 20)));

    [Fact]
    public void A_style_sheet_that_unpacks_to_too_much_is_refused() =>
        Assert.Equal("RM1013", Code(new TinyDocx(Paragraphs(1)).With("styles", new string(' ', 3 << 20)).Write(), new LimitOptions(MaxUnpackedBytes: 2 << 20)));

    [Fact]
    public void Elements_weigh_more_than_their_letters() =>
        Assert.Equal("RM1013", Code(new TinyDocx(new StringBuilder().Insert(0, "<w:p/>", 20_000).ToString()).Write(), new LimitOptions(MaxUnpackedBytes: 2 << 20)));

    [Fact]
    public void A_picture_is_never_unpacked() =>
        Assert.Null(Code(new TinyDocx(Paragraphs(1)).Entry("word/media/image1.bmp", new string('x', 3 << 20)).Write(), new LimitOptions(MaxUnpackedBytes: 2 << 20)));

    [Fact]
    public void Characters_without_end_are_a_record_too_long() =>
        Assert.Equal("RM1016", Code(new TinyDocx($"<w:p w:x='{new string('x', 3 << 20)}'/>").Write(), new LimitOptions(MaxRecordBytes: 1 << 20)));

    [Fact]
    public void Too_many_entries_are_refused()
    {
        var file = new TinyDocx(Paragraphs(1));
        for (var i = 0; i < 60; i++)
        {
            file.Entry($"word/x{i}.bin", "");
        }

        Assert.Equal("RM1014", Code(file.Write(), new LimitOptions(MaxEntries: 50)));
    }

    [Theory]
    [InlineData("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>")]
    [InlineData("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>")]
    [InlineData("<w:x>", "</w:x>")]
    public void Elements_without_end_in_each_other_are_refused(string open, string close) =>
        Assert.Equal("RM1015", Code(new TinyDocx(new StringBuilder().Insert(0, open, 50_000).ToString() + new StringBuilder().Insert(0, close, 50_000)).Write()));

    [Fact]
    public void As_deep_as_may_be_is_read() =>
        Assert.Null(Code(new TinyDocx(new StringBuilder().Insert(0, "<w:tbl><w:tr><w:tc>", 65).ToString() + Paragraphs(1) + new StringBuilder().Insert(0, "</w:tc></w:tr></w:tbl>", 65)).Write()));

    [Theory]
    [InlineData("<!DOCTYPE w SYSTEM \"file:///etc/passwd\">")]
    [InlineData("<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>")]
    public void A_document_type_is_refused_in_any_part(string type)
    {
        Assert.Equal("RM1017", Code(new TinyDocx(Paragraphs(1)).Write(content => content.StartsWith("<w:document", StringComparison.Ordinal) ? type + content : content)));
        Assert.Equal("RM1017", Code(new TinyDocx(Paragraphs(1)).Write(content => content.StartsWith("<Relationships", StringComparison.Ordinal) ? type + content : content)));
        Assert.Equal("RM1017", Code(new TinyDocx(Paragraphs(1)).Raw("styles", "styles", type + "<styles/>").Write()));
    }

    [Fact]
    public void A_file_cut_short_is_damaged()
    {
        var file = new TinyDocx(Paragraphs(1)).Write();
        Assert.Contains(Code(file[..(file.Length / 2)]), new[] { "RM1005", "RM1006" });
    }

    [Fact]
    public void Broken_XML_and_broken_compression_are_damage()
    {
        Assert.Equal("RM1006", Code(new TinyDocx("<w:p>").Write()));
        Assert.Equal("RM1006", Code(new TinyDocx(Paragraphs(1)).Raw("styles", "styles", "<w:styles").Write()));
        var file = new TinyDocx(Paragraphs(500)).Write();
        var at = file.AsSpan().IndexOf("word/document.xml"u8);
        file.AsSpan(at + 20, 40).Fill(0xFF);
        Assert.Equal("RM1006", Code(file));
    }

    [Fact]
    public void Two_parts_of_one_name_are_damage() =>
        Assert.Equal("RM1006", Code(new TinyDocx(Paragraphs(1)).Entry("word/document.xml", "<x/>").Write()));

    [Fact]
    public void A_locked_file_is_told_from_other_compound_files()
    {
        var file = new byte[4096];
        ((byte[])[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(file, 0);
        file[30] = 9;
        file[48] = 1;
        Assert.Equal("RM1004", Code(file));
        Encoding.Unicode.GetBytes("EncryptedPackage").CopyTo(file, 1024 + 256);
        Assert.Equal("RM1007", Code(file));
    }
}
