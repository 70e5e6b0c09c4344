using System.Collections.Immutable;

namespace ReportMiner.Read.Pdf.Drawing;

/// <summary>
/// Reads the ruled lines and coloured areas of a PDF file's pages straight from its content streams: poppler's XML has
/// none, and its SVG takes a hundred times as long as its text. A file or page it cannot read has no drawing; the text
/// does not depend on it.
/// </summary>
internal static class DrawingReader
{
    private const long LargestFile = 128L << 20;
    private const int DeepestTree = 40;
    private const int MostPages = 20_000;

    /// <summary>What a file's own objects tell.</summary>
    /// <param name="Pages">One drawing a page, in page order; fewer or none where the file does not give them.</param>
    /// <param name="FontsWithoutMap">The names of all fonts without a Unicode map; null where the file does not give them.</param>
    internal readonly record struct PdfDrawings(ImmutableArray<PageDrawing> Pages, IReadOnlySet<string>? FontsWithoutMap);

    /// <summary>Reads what the file draws; what is damaged or cannot be opened gives fewer pages, not an error.</summary>
    public static PdfDrawings Read(string path, CancellationToken cancellation)
    {
        try
        {
            if (new FileInfo(path).Length > LargestFile)
            {
                return new PdfDrawings([], null);
            }

            var objects = new PdfObjectTable(File.ReadAllBytes(path));
            var drawings = ImmutableArray.CreateBuilder<PageDrawing>();
            if (!objects.Encrypted && objects.Pages is { } root)
            {
                Walk(objects, root, new Inherited(null, null, 0), 0, drawings, cancellation);
            }

            return new PdfDrawings(drawings.ToImmutable(), objects.Encrypted || objects.Pages is null ? null : objects.FontsWithoutMap);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new PdfDrawings([], null);
        }
    }

    private readonly record struct Inherited(PdfDictionary? Resources, PdfArray? MediaBox, int Rotate);

    private static void Walk(PdfObjectTable objects, PdfDictionary node, Inherited from, int depth, ImmutableArray<PageDrawing>.Builder drawings, CancellationToken cancellation)
    {
        var inherited = new Inherited(
            objects.Dictionary(node["Resources"]) ?? from.Resources,
            objects.Resolve(node["MediaBox"]) as PdfArray ?? from.MediaBox,
            objects.Resolve(node["Rotate"]) is PdfNumber rotate ? (int)rotate.Value : from.Rotate);
        if (objects.Resolve(node["Kids"]) is PdfArray kids)
        {
            foreach (var kid in kids.Items)
            {
                cancellation.ThrowIfCancellationRequested();
                if (depth < DeepestTree && drawings.Count < MostPages && objects.Dictionary(kid) is { } child)
                {
                    Walk(objects, child, inherited, depth + 1, drawings, cancellation);
                }
            }
        }
        else
        {
            drawings.Add(Page(objects, node, inherited));
        }
    }

    private static PageDrawing Page(PdfObjectTable objects, PdfDictionary page, Inherited inherited)
    {
        var box = inherited.MediaBox?.Items.Select(i => (objects.Resolve(i) as PdfNumber)?.Value ?? 0).ToArray();
        if (box is not { Length: 4 })
        {
            return PageDrawing.Empty;
        }

        var space = PageSpace.Of(Math.Min(box[0], box[2]), Math.Min(box[1], box[3]), Math.Max(box[0], box[2]), Math.Max(box[1], box[3]), inherited.Rotate);
        var collector = new DrawingCollector();
        new ContentInterpreter(objects, collector).Run(Content(objects, page), inherited.Resources, space);
        return collector.Finish();
    }

    /// <summary>The page's streams one after another: an operator may begin in one and end in the next.</summary>
    private static ReadOnlyMemory<byte> Content(PdfObjectTable objects, PdfDictionary page)
    {
        var contents = objects.Resolve(page["Contents"]);
        if (contents is PdfStream single)
        {
            return objects.Content(single);
        }

        var bytes = new List<byte>();
        foreach (var part in (contents as PdfArray)?.Items ?? [])
        {
            if (objects.Resolve(part) is PdfStream stream)
            {
                bytes.AddRange(objects.Content(stream).Span);
                bytes.Add((byte)'\n');
            }
        }

        return bytes.ToArray();
    }
}
