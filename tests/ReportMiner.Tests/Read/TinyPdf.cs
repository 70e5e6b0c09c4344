using System.Text;

namespace ReportMiner.Tests.Read;

/// <summary>Writes small PDF files: pages of Helvetica text at given places.</summary>
internal static class TinyPdf
{
    /// <summary>A piece of text: place of its base line from the bottom left, size in points.</summary>
    internal readonly record struct Piece(double X, double Y, double Size, string Text);

    public static byte[] Write(params Piece[][] pages)
    {
        var objects = new List<string> { "<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>" };
        var kids = new List<string>();
        foreach (var page in pages)
        {
            var content = string.Concat(page.Select(p => FormattableString.Invariant($"BT /F1 {p.Size} Tf 1 0 0 1 {p.X} {p.Y} Tm ({p.Text.Replace("(", "\\(").Replace(")", "\\)")}) Tj ET\n")));
            objects.Add($"<< /Length {content.Length} >>\nstream\n{content}endstream");
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {objects.Count} 0 R >>");
            kids.Add($"{objects.Count} 0 R");
        }

        objects[1] = $"<< /Type /Pages /Kids [{string.Join(' ', kids)}] /Count {kids.Count} >>";
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Length);
            file.Append($"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var start = file.Length;
        file.Append($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        offsets.ForEach(o => file.Append($"{o:D10} 00000 n \n"));
        file.Append($"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
