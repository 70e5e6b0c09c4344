using System.Text;

namespace ReportMiner.Tests.Read;

/// <summary>Writes small PDF files: pages of Helvetica text at given places, and an outline.</summary>
internal static class TinyPdf
{
    /// <summary>A piece of text: place of its base line from the bottom left, size in points.</summary>
    internal readonly record struct Piece(double X, double Y, double Size, string Text);

    /// <summary>An entry of the outline: the page it leads to, or none, and its depth from 1.</summary>
    internal readonly record struct Entry(string Title, int? Page, int Depth = 1);

    public static byte[] Write(params Piece[][] pages) => WithOutline([], pages);

    public static byte[] WithOutline(Entry[] outline, params Piece[][] pages)
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

        if (outline.Length > 0)
        {
            objects[0] = $"<< /Type /Catalog /Pages 2 0 R /Outlines {objects.Count + 1} 0 R >>";
            AddOutline(objects, outline, kids);
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

    private static void AddOutline(List<string> objects, Entry[] outline, List<string> pages)
    {
        var root = objects.Count + 1;
        string Link(string key, int entry) => entry < 0 ? "" : $" /{key} {root + 1 + entry} 0 R";
        // The entries right below one (below the root for -1), as far as it reaches.
        List<int> Below(int entry)
        {
            var depth = entry < 0 ? 0 : outline[entry].Depth;
            var reach = Enumerable.Range(entry + 1, outline.Length - entry - 1).TakeWhile(i => outline[i].Depth > depth);
            return [.. reach.Where(i => outline[i].Depth == depth + 1)];
        }

        objects.Add($"<< /Type /Outlines{Link("First", 0)}{Link("Last", Below(-1)[^1])} /Count {outline.Length} >>");
        for (var i = 0; i < outline.Length; i++)
        {
            var parent = Array.FindLastIndex(outline, i, e => e.Depth < outline[i].Depth);
            var (beside, below) = (Below(parent), Below(i));
            var at = beside.IndexOf(i);
            var title = Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes("\uFEFF" + outline[i].Title));
            var place = outline[i].Page is { } page ? $" /Dest [{pages[page - 1]} /XYZ 0 800 0]" : "";
            objects.Add($"<< /Title <{title}> /Parent {root + 1 + parent} 0 R{place}{Link("Prev", at > 0 ? beside[at - 1] : -1)}{Link("Next", at + 1 < beside.Count ? beside[at + 1] : -1)}"
                + $"{Link("First", below.Count > 0 ? below[0] : -1)}{Link("Last", below.Count > 0 ? below[^1] : -1)} >>");
        }
    }
}
