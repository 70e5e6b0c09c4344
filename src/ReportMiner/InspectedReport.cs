using ReportMiner.Documents;
using ReportMiner.Read.Pdf;
using ReportMiner.Review;

namespace ReportMiner;

/// <summary>A report whose pages can be drawn with their blocks.</summary>
public sealed class InspectedReport
{
    private readonly string _path;
    private readonly SourceDocument _source;
    private readonly SegmentedReport _report;
    private readonly PagePrinter _printer;

    internal InspectedReport(string path, SourceDocument source, SegmentedReport report, PagePrinter printer) =>
        (_path, _source, _report, _printer) = (path, source, report, printer);

    /// <summary>Number of pages that can be drawn; 0 for inputs without pages, such as text files.</summary>
    public int Pages => _source.Pages.Count(p => p.Number > 0);

    /// <summary>Draws a page as a self-contained HTML file: its picture with a box round each block, and the blocks in reading order.</summary>
    /// <param name="page">Page number, from 1 to <see cref="Pages"/>.</param>
    /// <returns>UTF-8 bytes, or why the page has no picture.</returns>
    public Outcome<byte[]> Draw(int page, CancellationToken cancellation = default)
    {
        var lines = _source.Pages.FirstOrDefault(p => p.Number == page && p.Number > 0) ?? throw new ArgumentOutOfRangeException(nameof(page));
        var picture = _printer.Print(_path, page, cancellation);
        return picture.Succeeded ? InspectPage.Write(_report, PageMarks.Of(lines, _report), Pages, picture.Value) : picture.Failure;
    }
}
