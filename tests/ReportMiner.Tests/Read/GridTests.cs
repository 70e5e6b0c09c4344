using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Read.Pdf;
using ReportMiner.Read.Pdf.Drawing;
using ReportMiner.Read.Pdf.Tables;
using Xunit;

namespace ReportMiner.Tests.Read;

/// <summary>Grids from lines, and the texts in their cells.</summary>
public sealed class GridTests
{
    private const double Width = 595;
    private const double Height = 842;

    [Xunit.Fact]
    public void Lines_that_cross_make_a_grid()
    {
        var grid = Assert.Single(Grids(Level(100, 200, 300), Upright(50, 150, 250)));
        Assert.Equal((2, 2, 4), (grid.Rows, grid.Columns, grid.Cells.Length));
        Assert.True(grid.IsTable);
    }

    [Xunit.Fact]
    public void A_missing_piece_of_a_line_merges_cells()
    {
        // The upright line at 150 begins under the first row; the level line at 200 is missing in the first column of the rest.
        var grid = Assert.Single(Grids(
            [Line(100), Line(150), new RuledLine(false, 200, 150, 250), Line(300)],
            [new RuledLine(true, 50, 100, 300), new RuledLine(true, 150, 150, 300), new RuledLine(true, 250, 100, 300)]));
        Assert.Equal([(0, 0, 1, 2), (1, 0, 2, 1), (1, 1, 1, 1), (2, 1, 1, 1)], grid.Cells.Select(c => (c.Row, c.Column, c.RowSpan, c.ColumnSpan)));
    }

    [Xunit.Fact]
    public void A_table_open_at_its_sides_keeps_its_outer_columns()
    {
        var grid = Assert.Single(Grids([Line(100), Line(150), Line(200)], [new RuledLine(true, 150, 100, 200)]));
        Assert.Equal((2, 2), (grid.Rows, grid.Columns));
        Assert.Equal("50 150 250", string.Join(' ', grid.Borders));
    }

    [Xunit.Fact]
    public void Lines_apart_are_two_grids_and_a_frame_is_a_box()
    {
        var grids = Grids(
            [new RuledLine(false, 100, 50, 250), new RuledLine(false, 160, 50, 250), new RuledLine(false, 300, 50, 250), new RuledLine(false, 330, 50, 250), new RuledLine(false, 360, 50, 250)],
            [new RuledLine(true, 50, 100, 160), new RuledLine(true, 250, 100, 160), new RuledLine(true, 50, 300, 360), new RuledLine(true, 150, 300, 360), new RuledLine(true, 250, 300, 360)]);
        Assert.Equal([(1, false), (4, true)], grids.OrderBy(g => g.Area.Y0).Select(g => (g.Cells.Length, g.IsTable)));
    }

    [Xunit.Fact]
    public void A_ruled_table_is_read_cell_by_cell()
    {
        var lines = Read(
            [Line(100), Line(130), Line(170)], [.. Upright(50, 150, 250).Select(l => l with { From = 100, To = 170 })],
            Run("항목", 60, 105), Run("금액", 160, 105), Run("해상 운송비", 60, 135), Run("지원", 60, 150), Run("3,200", 160, 142));
        Assert.All(lines, l => Assert.NotNull(l.Table));
        Assert.Equal(["항목", "금액", "해상 운송비", "지원", "3,200"], lines.Select(l => l.Text));
        Assert.Equal([0, 1, 2, 2, 3], lines.Select(l => l.CellIndex));
    }

    [Xunit.Fact]
    public void A_run_over_a_border_is_cut_at_the_space_beside_it()
    {
        var lines = Read(
            [Line(100), Line(130), Line(160)], [.. Upright(50, 150, 250).Select(l => l with { From = 100, To = 160 })],
            Run("구분", 60, 105), Run("합계", 160, 105), new PdfRun("1,204 3,377", 125, 138, 181, 148, new PdfFont("Batang", 10, null), false));
        Assert.Equal(["구분", "합계", "1,204", "3,377"], lines.Select(l => l.Text.Trim()));
    }

    [Xunit.Fact]
    public void The_figures_over_bars_make_no_table()
    {
        var lines = Read(
            [Line(100), Line(150), Line(200)], [.. Upright(50, 150, 250).Select(l => l with { From = 100, To = 200 })],
            Run("12", 60, 120), Run("15", 90, 120), Run("17", 120, 120), Run("21", 160, 120), Run("25", 190, 120), Run("30", 220, 120),
            Run("2021", 60, 170), Run("2022", 100, 170), Run("2023", 160, 170), Run("2024", 200, 170));
        Assert.All(lines, l => Assert.Null(l.Table));
    }

    [Xunit.Fact]
    public void Unruled_rows_of_figures_are_parted_by_their_lines()
    {
        var lines = Read(
            [Line(100), Line(120), Line(180)], [.. Upright(50, 150, 250).Select(l => l with { From = 100, To = 180 })],
            Run("직급", 60, 105), Run("정원", 160, 105),
            Run("연구관", 60, 125), Run("연구사", 60, 142), Run("주무관", 60, 160), Run("3", 160, 125), Run("7", 160, 142), Run("2", 160, 160));
        var table = Assert.Single(lines.Select(l => l.Table).Distinct(ReferenceEqualityComparer.Instance)) as SourceTable;
        Assert.Equal((4, 2), (table!.Rows, table.Columns));
        Assert.Equal(["직급", "정원", "연구관", "3", "연구사", "7", "주무관", "2"], lines.Select(l => l.Text));
    }

    [Xunit.Fact]
    public void Boxes_side_by_side_are_read_one_after_the_other()
    {
        RuledLine[] Box(double x0, double x1) => [new(false, 100, x0, x1), new(false, 160, x0, x1), new(true, x0, 100, 160), new(true, x1, 100, 160)];
        var lines = Read(
            [.. Box(50, 150).Concat(Box(200, 300)).Where(l => !l.Upright)], [.. Box(50, 150).Concat(Box(200, 300)).Where(l => l.Upright)],
            Run("비전", 60, 110), Run("바다를 잇는 섬", 60, 135), Run("목표", 210, 110), Run("항로 열두 곳", 210, 135));
        Assert.Equal(["비전", "바다를 잇는 섬", "목표", "항로 열두 곳"], lines.Select(l => l.Text));
    }

    private static RuledLine Line(double y) => new(false, y, 50, 250);

    private static RuledLine[] Level(params double[] ys) => [.. ys.Select(Line)];

    private static RuledLine[] Upright(params double[] xs) => [.. xs.Select(x => new RuledLine(true, x, 100, 300))];

    private static ImmutableArray<PageGrid> Grids(RuledLine[] level, RuledLine[] upright) => GridFinder.Find(new PageDrawing([.. level, .. upright], []), Width, Height);

    private static PdfRun Run(string text, double x, double y) => new(text, x, y, x + (text.Sum(c => c < '\u1100' ? 5.5 : 10)), y + 10, new PdfFont("Batang", 10, null), false);

    private static ImmutableArray<SourceLine> Read(RuledLine[] level, RuledLine[] upright, params PdfRun[] runs)
    {
        var page = new PdfPage(1, Width, Height, [.. runs]) { Drawing = new PageDrawing([.. level, .. upright], []) };
        return PageLayout.Lines([.. runs.Select(r => new PdfFragment(r, false, false))], page);
    }
}
