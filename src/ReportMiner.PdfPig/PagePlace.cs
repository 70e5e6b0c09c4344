using System.Collections.Immutable;
using ReportMiner.Read.Pdf;
using ReportMiner.Read.Pdf.Drawing;
using UglyToad.PdfPig.Core;
using PdfPigPage = UglyToad.PdfPig.Content.Page;

namespace ReportMiner.PdfPig;

/// <summary>
/// Maps PdfPig's points to those of the other engine: PdfPig counts from the bottom left of what is shown of the page
/// (its crop box), poppler from the top left of the whole sheet (its media box), turned as the page is shown.
/// </summary>
internal sealed class PagePlace
{
    private readonly double _left;
    private readonly double _foot;
    private readonly double _width;
    private readonly double _height;

    public PagePlace(PdfPigPage page)
    {
        var (sheet, shown) = (page.MediaBox.Bounds, page.CropBox.Bounds);
        var space = PageSpace.Of(sheet.Left, sheet.Bottom, sheet.Right, sheet.Top, page.Rotation.Value);
        var (one, other) = (space.Map(shown.Left, shown.Bottom), space.Map(shown.Right, shown.Top));
        _left = Math.Min(one.X, other.X);
        _foot = Math.Max(one.Y, other.Y);
        (_width, _height) = page.Rotation.Value % 180 == 0 ? (sheet.Width, sheet.Height) : (sheet.Height, sheet.Width);
    }

    public (double X, double Y) Map(PdfPoint point) => (_left + point.X, _foot - point.Y);

    /// <summary>The page with its runs; poppler gives whole points of its size.</summary>
    public PdfPage Page(int number, ImmutableArray<PdfRun> runs) => new(number, Math.Floor(_width), Math.Floor(_height), runs);
}
