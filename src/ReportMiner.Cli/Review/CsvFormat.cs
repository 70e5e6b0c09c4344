using System.Text;
using CsvHelper;
using ReportMiner.Documents;
using ReportMiner.Review.Events;
using ReportMiner.Review.Excel;

namespace ReportMiner.Cli.Review;

/// <summary>The table of the workbook as CSV that spreadsheets open as it is: UTF-8 with its mark, no text that they would take for a formula.</summary>
internal sealed class CsvFormat : IReviewFormat
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    public string Extension => ".csv";

    public string Korean => "같은 표를 CSV 파일 하나(review.csv)로";

    public string English => "the same table as one CSV file (review.csv)";

    public ReviewChannel Channel => ReviewChannel.Xlsx;

    public IEnumerable<ReviewExport> Export(IEnumerable<ReviewFile> reports) =>
        [new("review" + Extension, stream => Write(stream, reports.SelectMany(r => ItemRows.Of(r.Name, r.Reviewed)), withReasons: false))];

    public Outcome<ReviewImport> Import(byte[] file, IReadOnlyList<ReviewOutput> outputs, Func<string?, EventStamp> stamp)
    {
        try
        {
            return TableReturn.Import(ReturnedTable.OfTexts(Rows(Utf8.GetString(file))), outputs, stamp, rows =>
            {
                using var returned = new MemoryStream();
                Write(returned, rows, withReasons: true);
                return returned.ToArray();
            });
        }
        catch (DecoderFallbackException)
        {
            return new ReportFailure("RM4204", "UTF-8 파일이 아닙니다. 엑셀에서 ‘CSV UTF-8’로 저장해 주십시오.", "The file is not UTF-8; save it as “CSV UTF-8” in Excel.");
        }
    }

    private static void Write(Stream stream, IEnumerable<ReviewRow> rows, bool withReasons)
    {
        using var text = new StreamWriter(stream, Utf8, leaveOpen: true);
        using var csv = CsvWriter.Create(text, CsvWriterOptions.Default with { NewLine = "\r\n" }, leaveOpen: true);
        var columns = Enum.GetValues<ReviewColumn>().Where(c => withReasons || c is not (ReviewColumn.WhyKorean or ReviewColumn.WhyEnglish)).ToList();
        foreach (var row in rows.Prepend(ItemRows.Heads))
        {
            foreach (var column in columns)
            {
                csv.WriteField(CellText.ToCsv(row[column]));
            }

            csv.EndRecord();
        }

        csv.Flush();
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(string text)
    {
        using var csv = CsvReader.FromText(text.TrimStart('\uFEFF'), CsvReaderOptions.Default with { HasHeader = false });
        while (csv.Read())
        {
            yield return [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];
        }
    }
}
