using ReportMiner.Documents;
using ReportMiner.Resources;
using ReportMiner.Segment;

namespace ReportMiner.Tests.Segment;

/// <summary>Reports with pages built line by line, and their structure.</summary>
internal sealed class StructurePages
{
    private static readonly Segmenter Segmenter = new(ResourceDirectory.Open(Path.Combine(AppContext.BaseDirectory, "models")));

    private readonly List<SourcePage> _pages = [];
    private readonly List<SourceLine> _lines = [];
    private readonly List<Bookmark> _bookmarks = [];
    private double _y = 60;

    /// <summary>Adds a line of a page 450 points wide; a line of prose of full width by <paramref name="full"/>.</summary>
    public StructurePages Line(string text, double size = 10, bool bold = false, double x = 70, bool full = false, double? y = null, string? color = "#000000")
    {
        _y = y ?? _y + (1.6 * size);
        var width = full ? 520 - x : Math.Min(520 - x, text.Sum(c => c >= '\u1100' ? size : size * 0.55));
        var box = new Box(_pages.Count + 1, x, _y, x + width, _y + size);
        _lines.Add(new SourceLine
        {
            Page = _pages.Count + 1,
            Number = _lines.Count + 1,
            Text = text,
            Box = box,
            Region = 1,
            FontSize = size,
            Runs = [new SourceRun(0, text.Length, box, bold ? "GothicBold" : "Batang", size, color, bold, false)],
        });
        return this;
    }

    /// <summary>Adds a ruled table: rows of cells parted by |; a cell of ^ goes on with the one above, of &lt; with the one before.</summary>
    public StructurePages Table(double[] borders, params string[] rows)
    {
        var slots = rows.Select(r => r.Split('|').Select(c => c.Trim()).ToArray()).ToArray();
        var cells = new List<SourceCell>();
        var texts = new List<string>();
        for (var r = 0; r < slots.Length; r++)
        {
            for (var c = 0; c < slots[r].Length; c++)
            {
                if (slots[r][c] is "^" or "<")
                {
                    continue;
                }

                int down = 1, right = 1;
                while (r + down < slots.Length && slots[r + down][c] == "^") { down++; }
                while (c + right < slots[r].Length && slots[r][c + right] == "<") { right++; }
                cells.Add(new SourceCell(r, c, down, right, false));
                texts.Add(slots[r][c]);
            }
        }

        var table = new SourceTable(new Box(_pages.Count + 1, borders[0], _y, borders[^1], _y + (15 * rows.Length)), slots.Length, [.. borders], [.. cells]);
        for (var i = 0; i < cells.Count; i++)
        {
            if (texts[i].Length > 0)
            {
                Line(texts[i], x: borders[cells[i].Column] + 3, y: table.Box!.Y0 + 5 + (15 * cells[i].Row));
                _lines[^1] = _lines[^1] with { Table = table, CellIndex = i };
            }
        }

        _y = table.Box!.Y1;
        return this;
    }

    public StructurePages NextPage()
    {
        _pages.Add(new SourcePage(_pages.Count + 1, 595, 842, [.. _lines]));
        _lines.Clear();
        _y = 60;
        return this;
    }

    public StructurePages Bookmark(string title, int page, int depth = 1)
    {
        _bookmarks.Add(new Bookmark(title, page, depth));
        return this;
    }

    public SegmentedReport Segment()
    {
        NextPage();
        return Segmenter.Segment(new SourceDocument(new SourceFile("a.pdf", "application/pdf", 1, "", _pages.Count, null, "poppler"), [.. _pages], [], []) { Bookmarks = [.. _bookmarks] });
    }
}
