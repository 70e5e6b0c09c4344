using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Read.Pdf.Drawing;
using ReportMiner.Read.Pdf.Tables;

namespace ReportMiner.Read.Pdf;

/// <summary>
/// Makes the lines of a page in reading order. A table and a box with more than one line of text take part in the
/// order as one piece each; inside, a table is read cell by cell and a box as a page of its own.
/// </summary>
internal sealed class PageLayout
{
    private readonly PdfPage _page;
    private int _region;
    private readonly ImmutableArray<SourceLine>.Builder _lines = ImmutableArray.CreateBuilder<SourceLine>();

    private PageLayout(PdfPage page) => _page = page;

    public static ImmutableArray<SourceLine> Lines(ImmutableArray<PdfFragment> fragments, PdfPage page)
    {
        var layout = new PageLayout(page);
        var grids = GridFinder.Find(page.Drawing, page.Width, page.Height);
        var (rest, tables) = TableFiller.Fill(fragments, grids);
        var boxes = grids.Where(g => !tables.Any(t => ReferenceEquals(t.Grid, g))).SelectMany(g => g.IsTable ? [g.Area] : g.Cells.Select(c => c.Area)).ToList();
        layout.Add(rest, [.. tables], boxes);
        return layout._lines.ToImmutable();
    }

    private void Add(ImmutableArray<PdfFragment> fragments, List<TableFiller.FilledTable> tables, List<PageArea> boxes)
    {
        var places = new List<(PdfFragment Place, Action Add)>();
        foreach (var area in boxes.OrderByDescending(b => b.Width * b.Height).ThenBy(b => b.Y0).ThenBy(b => b.X0))
        {
            var inside = fragments.Where(f => TableFiller.Contains(area, f)).ToImmutableArray();
            var innerTables = tables.Where(t => Holds(area, t.Grid.Area)).ToList();
            if (inside.Length == fragments.Length || !HasLines(inside, innerTables.Count))
            {
                continue;
            }

            var innerBoxes = boxes.Where(b => b != area && Holds(area, b)).ToList();
            fragments = fragments.RemoveRange(inside, ReferenceEqualityComparer.Instance);
            tables = [.. tables.Except(innerTables)];
            places.Add((Placeholder(area), () => Add(inside, innerTables, innerBoxes)));
        }

        places.AddRange(tables.Select(t => (Placeholder(t.Grid.Area), (Action)(() => AddTable(t)))));
        if (fragments.Length + places.Count > 0)
        {
            foreach (var region in ReadingOrder.Regions([.. fragments, .. places.Select(p => p.Place)], _page.Width, _page.Height))
            {
                AddRegion(region, places);
            }
        }
    }

    private void AddRegion(ImmutableArray<PdfFragment> region, List<(PdfFragment Place, Action Add)> places)
    {
        var number = ++_region;
        var inside = places.Where(p => region.Contains(p.Place)).OrderBy(p => p.Place.Run.Y0).ThenBy(p => p.Place.X0).ToList();
        var text = region.RemoveAll(f => inside.Exists(p => ReferenceEquals(p.Place, f)));
        foreach (var line in text.IsEmpty ? [] : LineBuilder.Lines(text, _page.Number, 1))
        {
            while (inside.Count > 0 && inside[0].Place.Run.Y0 < line.Box!.Y0)
            {
                inside[0].Add();
                inside.RemoveAt(0);
            }

            _lines.Add(line with { Number = _lines.Count + 1, Region = number });
        }

        inside.ForEach(p => p.Add());
    }

    private void AddTable(TableFiller.FilledTable filled)
    {
        var area = filled.Grid.Area;
        var table = new SourceTable(
            new Box(_page.Number, area.X0, area.Y0, area.X1, area.Y1),
            filled.Grid.Rows,
            filled.Grid.Borders,
            [.. filled.Grid.Cells.Select(c => new SourceCell(c.Row, c.Column, c.RowSpan, c.ColumnSpan, c.Shaded))]);
        for (var i = 0; i < table.Cells.Length; i++)
        {
            if (!filled.Cells[i].IsEmpty)
            {
                _lines.AddRange(LineBuilder.Lines(filled.Cells[i], _page.Number, _lines.Count + 1).Select(l => l with { Table = table, CellIndex = i }));
            }
        }
    }

    /// <summary>More than one line of text: a box round one line is part of that line (a title's number, a tag).</summary>
    private static bool HasLines(ImmutableArray<PdfFragment> inside, int tables) =>
        !inside.IsEmpty && (tables > 0 || inside.Any(f => f.Overlap(inside[0]) < 0.3));

    private static bool Holds(PageArea outer, PageArea inner) =>
        inner.X0 > outer.X0 - 2 && inner.X1 < outer.X1 + 2 && inner.Y0 > outer.Y0 - 2 && inner.Y1 < outer.Y1 + 2 && inner.Width * inner.Height < 0.98 * outer.Width * outer.Height;

    private static PdfFragment Placeholder(PageArea area) =>
        new(new PdfRun("", area.X0, area.Y0, area.X1, area.Y1, new PdfFont("", 0, null), false), false, false);
}
