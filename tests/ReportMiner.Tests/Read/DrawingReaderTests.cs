using System.IO.Compression;
using System.Text;
using ReportMiner.Read.Pdf.Drawing;
using Xunit;

namespace ReportMiner.Tests.Read;

/// <summary>Ruled lines and areas from PDF files written by hand.</summary>
public sealed class DrawingReaderTests
{
    private const string Ruled = "0.5 w 100 742 m 300 742 l S 100 742 m 100 642 l S 0.9 0.9 1 rg 100 642 200 50 re f";

    [Fact]
    public void Strokes_are_lines_and_fills_are_areas_in_points_from_the_top_left()
    {
        var drawing = Assert.Single(Read(Page(Ruled)));
        Assert.Equal([new RuledLine(false, 100, 100, 300), new RuledLine(true, 100, 100, 200)], drawing.Lines.ToArray());
        Assert.Equal([new PageArea(100, 150, 300, 200)], drawing.Areas.ToArray());
    }

    [Fact]
    public void Dashes_and_pieces_of_one_line_are_one()
    {
        var drawing = Assert.Single(Read(Page("100 700 m 120 700 l 122 700 m 140 700 l 138 700.3 m 180 700.3 l S")));
        var line = Assert.Single(drawing.Lines);
        Assert.Equal((100, 180), (line.From, line.To));
    }

    [Fact]
    public void A_thin_filled_rectangle_is_a_line()
    {
        var line = Assert.Single(Assert.Single(Read(Page("0 g 100 700 200 0.7 re f"))).Lines);
        Assert.False(line.Upright);
        Assert.Equal(200, line.Length, 3);
    }

    [Theory]
    [InlineData("1 g 100 600 200 50 re f")]
    [InlineData("1 1 1 RG 100 700 m 300 700 l S")]
    [InlineData("100 600 200 50 re W n")]
    [InlineData("100 600 m 250 650 l S")]
    [InlineData("BT (0 0 m 500 0 l S) Tj ET")]
    [InlineData("BI /W 1 /H 1 ID 0 0 m 9 0 l S EI")]
    public void White_clipped_slanted_and_quoted_strokes_are_none(string content)
    {
        var drawing = Assert.Single(Read(Page(content)));
        Assert.Empty(drawing.Lines);
        Assert.Empty(drawing.Areas);
    }

    [Fact]
    public void A_form_is_drawn_where_it_is_placed()
    {
        var file = File(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >> >>",
            Stream("", "q 1 0 0 1 50 100 cm /F Do Q"),
            Stream("/Subtype /Form /Matrix [2 0 0 1 0 0]", "10 10 m 60 10 l S"));
        var line = Assert.Single(Assert.Single(Read(file)).Lines);
        Assert.Equal((842 - 110, 70, 170), (line.At, line.From, line.To));
    }

    [Theory]
    [InlineData(90, true, 700, 100, 300)]
    [InlineData(180, false, 700, 295, 495)]
    public void A_turned_page_is_seen_as_shown(int rotate, bool upright, double at, double from, double to)
    {
        var line = Assert.Single(Assert.Single(Read(Page("100 700 m 300 700 l S", rotate))).Lines);
        Assert.Equal(new RuledLine(upright, at, from, to), line);
    }

    [Fact]
    public void Compressed_streams_and_object_streams_are_read()
    {
        var page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>";
        var tree = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
        var first = $"2 0 3 {tree.Length + 1} ";
        using var file = new MemoryStream();
        Write(file, "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n4 0 obj\n");
        WriteDeflated(file, "", Ruled);
        Write(file, "endobj\n6 0 obj\n");
        WriteDeflated(file, $"/Type /ObjStm /N 2 /First {first.Length}", first + tree + " " + page);
        Write(file, "endobj\ntrailer\n<< /Root 1 0 R >>\n");
        Assert.Equal(2, Assert.Single(Read(file.ToArray())).Lines.Length);
    }

    [Fact]
    public void A_damaged_or_encrypted_file_has_no_drawing_and_does_no_harm()
    {
        var good = Page(Ruled);
        Assert.Empty(Read([]));
        Assert.Empty(Read(Encoding.Latin1.GetBytes("no PDF at all")));
        Assert.Empty(Read(Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(good).Replace("/Root 1 0 R", "/Root 1 0 R /Encrypt 9 0 R", StringComparison.Ordinal))));
        for (var cut = 0; cut < good.Length; cut += 7)
        {
            Assert.True(Read(good[..cut]).Length <= 1);
        }

        var random = new Random(3);
        for (var round = 0; round < 200; round++)
        {
            var bad = (byte[])good.Clone();
            for (var i = 0; i < 12; i++)
            {
                bad[random.Next(bad.Length)] = (byte)random.Next(256);
            }

            Assert.True(Read(bad).Length <= 2);
        }
    }

    [Fact]
    public void Deep_nesting_ends()
    {
        Assert.Empty(Read(Encoding.Latin1.GetBytes("1 0 obj\n" + new string('[', 100_000) + "\nendobj\ntrailer << /Root 1 0 R >>")));
        var loop = File("<< /Type /Pages /Kids [3 0 R] >>");
        Assert.Empty(Read(loop));
    }

    private static System.Collections.Immutable.ImmutableArray<PageDrawing> Read(byte[] file)
    {
        var path = Path.Combine(Path.GetTempPath(), $"drawing-{Guid.NewGuid():N}.pdf");
        System.IO.File.WriteAllBytes(path, file);
        try
        {
            return DrawingReader.Read(path, CancellationToken.None).Pages;
        }
        finally
        {
            System.IO.File.Delete(path);
        }
    }

    private static byte[] Page(string content, int rotate = 0) =>
        File($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate {rotate} /Contents 4 0 R >>", Stream("", content));

    private static string Stream(string entries, string content) => $"<< {entries} /Length {content.Length} >>\nstream\n{content}\nendstream";

    // Objects 1 and 2 are the catalog and the page tree, the given ones follow.
    private static byte[] File(params string[] objects)
    {
        string[] all = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", .. objects];
        return Encoding.Latin1.GetBytes("%PDF-1.4\n" + string.Concat(all.Select((o, i) => $"{i + 1} 0 obj\n{o}\nendobj\n")) + "trailer\n<< /Root 1 0 R >>\n");
    }

    private static void Write(Stream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));

    private static void WriteDeflated(MemoryStream file, string entries, string content)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(Encoding.Latin1.GetBytes(content));
        }

        Write(file, $"<< {entries} /Filter /FlateDecode /Length {packed.Length} >>\nstream\n");
        file.Write(packed.ToArray());
        Write(file, "\nendstream\n");
    }
}
