using ReportMiner.Documents;
using ReportMiner.Review.Events;
using ReportMiner.Review.Excel;

namespace ReportMiner.Cli.Review;

/// <summary>An Excel workbook of the items of all reports.</summary>
internal sealed class ExcelFormat : IReviewFormat
{
    public string Extension => ".xlsx";

    public string Korean => "엑셀 통합 문서 하나(review.xlsx)";

    public string English => "one Excel workbook (review.xlsx)";

    public ReviewChannel Channel => ReviewChannel.Xlsx;

    public IEnumerable<ReviewExport> Export(IEnumerable<ReviewFile> reports) =>
        [new("review" + Extension, stream => ReviewWorkbook.Write(stream, reports.SelectMany(r => ItemRows.Of(r.Name, r.Reviewed))))];

    public Outcome<ReviewImport> Import(byte[] file, IReadOnlyList<ReviewOutput> outputs, Func<string?, EventStamp> stamp) =>
        TableReturn.Import(ReturnedTable.OfWorkbook(file, new LimitOptions()), outputs, stamp, rows =>
        {
            using var returned = new MemoryStream();
            ReviewWorkbook.Write(returned, rows, withReasons: true);
            return returned.ToArray();
        });
}
