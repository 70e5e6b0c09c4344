using System.Text.Json;
using ReportMiner.Documents;

namespace ReportMiner.Review;

/// <summary>
/// Writes the page on which a person checks how one page of a report was read: its picture with a coloured box round
/// each block, and beside it the blocks in reading order. One file that loads nothing and runs no script.
/// </summary>
internal static class InspectPage
{
    /// <param name="marks">What stands on the page.</param>
    /// <param name="pages">Number of pages of the report.</param>
    /// <param name="png">The page's picture; empty where it may not be shown.</param>
    public static byte[] Write(SegmentedReport report, PageMarks marks, int pages, ReadOnlySpan<byte> png)
    {
        var html = new HtmlWriter();
        PageAssets.OpenPage(html, $"{report.Source.FileName} p. {marks.Page.Number}", PageAssets.Read("inspect.css"), script: null, pictures: true);
        html.Write($"<header><h1>{report.Source.FileName}</h1><p>");
        html.Label("page");
        html.Write($" {marks.Page.Number} / {pages}</p>");
        WriteLegend(html, marks);
        if (png.IsEmpty)
        {
            html.Write($"<p class=\"goes\">");
            html.Label("inspect.masked");
            html.Write($"</p>");
        }

        // A sheet of two pages takes the whole width; its blocks stand below.
        html.Write($"</header>\n<main class=\"{(marks.Page.Width > marks.Page.Height ? "wide" : "tall")}\">\n<div class=\"picture\">");
        PagePicture.Write(html, marks, png);
        html.Write($"</div>\n<div class=\"blocks\">\n");
        foreach (var mark in marks.Blocks)
        {
            WriteBlock(html, report, mark);
        }

        if (marks.Blocks.IsEmpty)
        {
            html.Write($"<p class=\"empty\">");
            html.Label("inspect.empty");
            html.Write($"</p>\n");
        }

        WriteRemoved(html, marks);
        html.Write($"</div>\n</main>\n</body>\n</html>\n");
        return html.ToUtf8();
    }

    /// <summary>Every kind, with how many blocks of it the page has.</summary>
    private static void WriteLegend(HtmlWriter html, PageMarks marks)
    {
        html.Write($"<ul class=\"legend\">");
        foreach (var kind in Enum.GetValues<BlockKind>())
        {
            Entry(PagePicture.Css(kind), "block." + JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()), marks.Blocks.Count(b => b.Block.Kind == kind));
        }

        Entry("k-removed", "view.removed", marks.Removed.Length);
        Entry("k-way", "inspect.way", -1);
        html.Write($"</ul>");

        void Entry(string css, string label, int count)
        {
            html.Write($"<li class=\"{css}\"><i></i>");
            html.Label(label);
            if (count >= 0)
            {
                html.Write($" <small>{count}</small>");
            }

            html.Write($"</li>");
        }
    }

    private static void WriteBlock(HtmlWriter html, SegmentedReport report, BlockMark mark)
    {
        var block = mark.Block;
        html.Write($"<div class=\"block {PagePicture.Css(block.Kind)} depth-{Math.Clamp(block.Kind == BlockKind.ListItem ? block.Level : 0, 0, 8)}\"><p class=\"what\"><b>{mark.Number}</b> <span>{PagePicture.Name(block)}</span> <code>{block.Id}</code>");
        if (block.Section is { } section)
        {
            html.Write($" <code>{section}</code>");
        }

        html.Write($"</p>");
        Note(html, mark.FromBefore, "inspect.fromBefore");
        if (mark.Table is { CellSpans.IsEmpty: false } table)
        {
            WriteTable(html, report, table);
        }
        else
        {
            html.Write($"<p class=\"words\">{report.Text[block.Start..block.End]}</p>");
        }

        Note(html, mark.GoesOn, "inspect.goesOn");
        html.Write($"</div>\n");
    }

    private static void WriteTable(HtmlWriter html, SegmentedReport report, Table table)
    {
        html.Write($"<table>");
        for (var row = 0; row < table.CellSpans.Length; row++)
        {
            html.Write($"<tr class=\"{(row < table.HeaderRows ? "head" : "body")}\">");
            foreach (var cell in table.CellSpans[row])
            {
                html.Write($"<td>{report.Text[cell.Start..cell.End]}</td>");
            }

            html.Write($"</tr>");
        }

        html.Write($"</table>");
    }

    private static void WriteRemoved(HtmlWriter html, PageMarks marks)
    {
        foreach (var (removal, _) in marks.Removed)
        {
            html.Write($"<div class=\"block k-removed\"><p class=\"what\"><span>");
            html.Label("removed." + JsonNamingPolicy.CamelCase.ConvertName(removal.Reason.ToString()));
            html.Write($"</span> <code>");
            html.Label("line");
            html.Write($" {removal.Line}</code></p><p class=\"words\">{removal.Text}</p></div>\n");
        }
    }

    private static void Note(HtmlWriter html, bool holds, string label)
    {
        if (holds)
        {
            html.Write($"<p class=\"goes\">");
            html.Label(label);
            html.Write($"</p>");
        }
    }
}
