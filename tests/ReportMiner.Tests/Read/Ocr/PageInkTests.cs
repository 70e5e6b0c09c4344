using ReportMiner.Read.Pdf.Ocr;
using Xunit;

namespace ReportMiner.Tests.Read.Ocr;

public class PageInkTests
{
    private const int Width = 600;
    private const int Height = 200;

    /// <summary>A white page with black boxes, at two pixels a point.</summary>
    private static GreyPicture Page(params (int X0, int Y0, int X1, int Y1)[] boxes)
    {
        var pixels = new byte[Width * Height];
        Array.Fill(pixels, GreyPicture.White);
        foreach (var (x0, y0, x1, y1) in boxes)
        {
            for (var y = y0; y < y1; y++)
            {
                pixels.AsSpan((y * Width) + x0, x1 - x0).Clear();
            }
        }

        return new GreyPicture(Width, Height, pixels);
    }

    private static (int, int, int, int)[] Find(GreyPicture page, params (double, double, double, double)[] covered) =>
        [.. PageInk.Find(page, covered, 2).Pieces.Select(p => (p.X0, p.Y0, p.X1, p.Y1))];

    [Fact]
    public void Letters_of_a_line_are_one_piece_and_a_wide_gap_parts_two() =>
        Assert.Equal(
            [(20, 20, 72, 40), (150, 20, 162, 40), (20, 60, 32, 80)],
            Find(Page((20, 20, 32, 40), (36, 20, 48, 40), (60, 20, 72, 40), (150, 20, 162, 40), (20, 60, 32, 80))));

    [Fact]
    public void What_a_word_of_the_layer_covers_is_no_piece_and_parts_those_beside_it() =>
        Assert.Equal(
            [(20, 20, 32, 40), (60, 20, 72, 40)],
            Find(Page((20, 20, 32, 40), (40, 20, 52, 40), (60, 20, 72, 40)), (19, 9, 27, 21)));

    [Fact]
    public void The_parts_of_a_syllable_are_one_piece_and_lines_are_not() =>
        Assert.Equal(
            [(20, 20, 40, 40), (20, 50, 40, 70)],
            Find(Page((20, 20, 40, 29), (20, 31, 40, 40), (20, 50, 40, 70))));

    [Fact]
    public void Rules_are_left_aside_and_part_the_cells_between_them() =>
        Assert.Equal(
            [(20, 50, 32, 70), (44, 50, 56, 70)],
            Find(Page((10, 10, 500, 12), (38, 12, 40, 190), (20, 50, 32, 70), (44, 50, 56, 70), (300, 60, 480, 180))));

    [Fact]
    public void A_piece_is_cut_out_without_its_neighbours()
    {
        var piece = PageInk.Find(Page((20, 20, 32, 40), (60, 20, 72, 40)), [(29.5, 9, 37, 21)], 2).Pieces.Single();
        Assert.Equal(12 * 20, piece.Picture.Pixels.Count(p => p == 0));
        Assert.True(piece.Picture.Width < 60);
    }

    [Fact]
    public void Ink_on_a_photograph_is_no_writing()
    {
        var page = Page((20, 20, 32, 40));
        for (var i = 0; i < page.Pixels.Length; i++)
        {
            page.Pixels[i] = page.Pixels[i] == 0 ? (byte)0 : (byte)(141 + (i * 37 % 110));
        }

        Assert.Empty(Find(page));
    }

    [Fact]
    public void A_picture_is_read_only_whole_and_within_the_bound()
    {
        Assert.Equal([1, 2, 3, 255], GreyPicture.Read(new StringReader("P5\n2 2\n255\n\u0001\u0002\u0003\u00FF"), 4)!.Pixels);
        Assert.Null(GreyPicture.Read(new StringReader("P5\n2 2\n255\n\u0001\u0002\u0003"), 4));
        Assert.Null(GreyPicture.Read(new StringReader("P5\n2 3\n255\n\u0001\u0002\u0003\u0004\u0005\u0006"), 4));
        Assert.Null(GreyPicture.Read(new StringReader("P6\n2 2\n255\n"), 4));
    }
}
