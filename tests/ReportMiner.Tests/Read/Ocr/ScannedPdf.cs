using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ReportMiner.Tests.Read.Ocr;

/// <summary>Makes PDF files that hold pictures of another one's pages and no text, as a scanner does.</summary>
internal static class ScannedPdf
{
    private const int DotsPerInch = 200;

    /// <param name="path">A PDF file with text.</param>
    /// <param name="pages">The pages to take; 0 for a white one, -1 for one with a line of real text.</param>
    public static byte[] Of(string path, params int[] pages)
    {
        using var file = new MemoryStream();
        var offsets = new List<long>();
        file.Write("%PDF-1.4\n"u8);
        Add("<< /Type /Catalog /Pages 2 0 R >>");
        Add($"<< /Type /Pages /Kids [{string.Join(' ', pages.Select((_, i) => $"{3 + (3 * i)} 0 R"))}] /Count {pages.Length} >>");
        foreach (var page in pages)
        {
            var content = "q 595 0 0 842 0 0 cm /P Do Q" + (page < 0 ? " BT /F 12 Tf 72 700 Td (Real text) Tj ET" : "");
            var (width, height, pixels) = page > 0 ? Print(path, page) : (1, 1, [255]);
            var at = offsets.Count + 1;
            Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /P {at + 2} 0 R >> /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >> >> /Contents {at + 1} 0 R >>");
            Add($"<< /Length {content.Length} >>\nstream\n{content}\nendstream");
            Add($"<< /Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Length {pixels.Length} >>\nstream\n", pixels, "\nendstream");
        }

        var start = file.Position;
        file.Write(Encoding.ASCII.GetBytes($"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n{string.Concat(offsets.Select(o => $"{o:D10} 00000 n \n"))}"));
        file.Write(Encoding.ASCII.GetBytes($"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"));
        return file.ToArray();

        void Add(string head, byte[]? data = null, string tail = "")
        {
            offsets.Add(file.Position);
            file.Write(Encoding.ASCII.GetBytes($"{offsets.Count} 0 obj\n{head}"));
            file.Write(data);
            file.Write(Encoding.ASCII.GetBytes($"{tail}\nendobj\n"));
        }
    }

    private static (int Width, int Height, byte[] Pixels) Print(string path, int page)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        string[] arguments = ["-gray", "-r", DotsPerInch.ToString(CultureInfo.InvariantCulture), "-f", number, "-l", number, "-singlefile", path];
        using var process = Process.Start(new ProcessStartInfo("pdftoppm", arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        using var picture = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(picture);
        var bytes = picture.ToArray();
        var head = Encoding.ASCII.GetString(bytes, 0, 40).Split('\n', 4);
        var size = head[1].Split(' ').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        return (size[0], size[1], bytes[^(size[0] * size[1])..]);
    }
}
