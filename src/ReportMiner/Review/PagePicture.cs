using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ReportMiner.Documents;

namespace ReportMiner.Review;

/// <summary>Draws a page's picture with a box round each block, its number in reading order, and the way from block to block.</summary>
internal static class PagePicture
{
    private const double ChipHeight = 7.6;
    private const double ChipType = 6;

    public static void Write(HtmlWriter html, PageMarks marks, ReadOnlySpan<byte> png)
    {
        var (width, height) = (Points(marks.Page.Width!.Value), Points(marks.Page.Height!.Value));
        html.Write($"<svg class=\"page\" role=\"img\" viewBox=\"0 0 {width} {height}\">\n");
        if (!png.IsEmpty)
        {
            html.Write($"<image width=\"{width}\" height=\"{height}\" preserveAspectRatio=\"none\" href=\"data:image/png;base64,{Convert.ToBase64String(png)}\"/>\n");
        }

        foreach (var removal in marks.Removed)
        {
            WriteRemoval(html, removal);
        }

        foreach (var mark in marks.Blocks)
        {
            WriteBoxes(html, mark);
        }

        WriteWay(html, marks.Blocks);
        foreach (var mark in marks.Blocks.Where(m => !m.Pieces.IsEmpty))
        {
            WriteChip(html, Css(mark.Block.Kind), $"{mark.Number.ToString(CultureInfo.InvariantCulture)} {Name(mark.Block)}", mark.Pieces[0]);
        }

        html.Write($"</svg>\n");
    }

    /// <summary>Class that colours a kind of block.</summary>
    public static string Css(BlockKind kind) => "k-" + JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    /// <summary>A block in short: kind, depth, marker.</summary>
    public static string Name(Block block) =>
        JsonNamingPolicy.CamelCase.ConvertName(block.Kind.ToString())
        + (block.Level > 0 ? block.Level.ToString(CultureInfo.InvariantCulture) : "")
        + (block.Marker is { } marker ? " " + marker : "");

    private static void WriteRemoval(HtmlWriter html, RemovalMark mark)
    {
        if (mark.Box is { } box)
        {
            html.Write($"<g class=\"k-removed\"><title>{mark.Removal.Reason.ToString()}: {mark.Removal.Text}</title>");
            Rectangle(html, "piece", box, 1);
            html.Write($"</g>\n");
            WriteChip(html, "k-removed", JsonNamingPolicy.CamelCase.ConvertName(mark.Removal.Reason.ToString()), box);
        }
    }

    private static void WriteBoxes(HtmlWriter html, BlockMark mark)
    {
        html.Write($"<g class=\"{Css(mark.Block.Kind)}\"><title>{mark.Block.Id} {Name(mark.Block)}</title>");
        foreach (var line in mark.Cells.IsEmpty ? mark.Lines : mark.Cells)
        {
            Rectangle(html, "line", line, 0);
        }

        foreach (var piece in mark.Pieces)
        {
            Rectangle(html, "piece", piece, 1.5);
        }

        html.Write($"</g>\n");
    }

    /// <summary>Short hops run down the left edge; a long line shows a jump to another column or back up the page.</summary>
    private static void WriteWay(HtmlWriter html, ImmutableArray<BlockMark> blocks)
    {
        Box? last = null;
        foreach (var piece in blocks.SelectMany(b => b.Pieces))
        {
            if (last is not null)
            {
                var back = piece.Y0 < last.Y0 - 1;
                html.Write($"<path class=\"{(back ? "way back" : "way")}\" d=\"M{Points(last.X0 + 4)} {Points(last.Y1)}L{Points(piece.X0 + 4)} {Points(piece.Y0)}\"/>");
                html.Write($"<circle class=\"way\" cx=\"{Points(piece.X0 + 4)}\" cy=\"{Points(piece.Y0)}\" r=\"1.4\"/>\n");
            }

            last = piece;
        }
    }

    private static void WriteChip(HtmlWriter html, string css, string text, Box box)
    {
        var wide = text.Sum(c => c < '\u1100' ? 0.6 : 1.0) * ChipType;
        // Left of the box where the margin has room, else over the box's first line.
        var x = box.X0 - wide - 5 > 0 ? box.X0 - wide - 5 : Math.Max(0, box.X0 - 1.5);
        var y = box.X0 - wide - 5 > 0 ? box.Y0 - 1 : box.Y0 - ChipHeight;
        y = Math.Max(0, y);
        html.Write($"<g class=\"chip {css}\"><rect x=\"{Points(x)}\" y=\"{Points(y)}\" width=\"{Points(wide + 3)}\" height=\"{Points(ChipHeight)}\" rx=\"1.5\"/><text x=\"{Points(x + 1.5)}\" y=\"{Points(y + 5.8)}\" font-size=\"{Points(ChipType)}\">{text}</text></g>\n");
    }

    private static void Rectangle(HtmlWriter html, string css, Box box, double margin) => html.Write(
        $"<rect class=\"{css}\" x=\"{Points(box.X0 - margin)}\" y=\"{Points(box.Y0 - margin)}\" width=\"{Points(box.X1 - box.X0 + (2 * margin))}\" height=\"{Points(box.Y1 - box.Y0 + (2 * margin))}\"/>");

    private static string Points(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
