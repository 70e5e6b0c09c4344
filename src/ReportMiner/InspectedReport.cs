using ReportMiner.Documents;
using ReportMiner.Read.Pdf;
using ReportMiner.Review;
using ReportMiner.Tag.Personal;

namespace ReportMiner;

/// <summary>A report whose pages can be drawn with their blocks.</summary>
public sealed class InspectedReport
{
    private readonly string _path;
    private readonly GuardedReport _report;
    private readonly PagePrinter _printer;

    internal InspectedReport(string path, GuardedReport report, PagePrinter printer) => (_path, _report, _printer) = (path, report, printer);

    /// <summary>Number of pages that can be drawn; 0 for inputs without pages, such as text files.</summary>
    public int Pages => _report.Source.Pages.Count(p => p.Number > 0);

    /// <summary>Draws a page as a self-contained HTML file: its picture with a box round each block, and the blocks in reading order.
    /// A page on which personal data was masked has no picture, since it would show what the text hides.</summary>
    /// <param name="page">Page number, from 1 to <see cref="Pages"/>.</param>
    /// <returns>UTF-8 bytes, or why the page has no picture.</returns>
    public Outcome<byte[]> Draw(int page, CancellationToken cancellation = default)
    {
        var lines = _report.Source.Pages.FirstOrDefault(p => p.Number == page && p.Number > 0) ?? throw new ArgumentOutOfRangeException(nameof(page));
        var picture = _report.MaskedPages.Contains(page) ? (Outcome<byte[]>)Array.Empty<byte>() : _printer.Print(_path, page, cancellation);
        return picture.Succeeded ? InspectPage.Write(_report.Report, PageMarks.Of(lines, _report.Report), Pages, picture.Value) : picture.Failure;
    }
}
