using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;

namespace ReportMiner.Review.Excel;

/// <summary>
/// Writes the review table as a workbook (ECMA-376 SpreadsheetML): the sheet to work in, instructions, and hidden lists for
/// the drop-downs. Rows are written as they come, so that a folder of any size needs the memory of one report; the same rows
/// give the same bytes.
/// </summary>
public static class ReviewWorkbook
{
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes a workbook.</summary>
    /// <param name="to">Takes the file; need not be able to seek.</param>
    /// <param name="rows">The rows in their order; enumerated once.</param>
    /// <param name="withReasons">Whether the rows tell why they were not taken in.</param>
    public static void Write(Stream to, IEnumerable<ReviewRow> rows, bool withReasons = false)
    {
        ArgumentNullException.ThrowIfNull(rows);
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        var layout = new SheetLayout(withReasons);
        var count = 0;
        Add(zip, "[Content_Types].xml", stream => PackageParts.WriteContentTypes(stream));
        Add(zip, "_rels/.rels", stream => PackageParts.WriteRelationships(stream, ("officeDocument", "xl/workbook.xml")));
        Add(zip, "xl/worksheets/sheet1.xml", stream => Xml(stream, xml => count = new ReviewSheet(layout).Write(xml, rows)));
        Add(zip, "xl/worksheets/sheet2.xml", stream => Xml(stream, GuideSheet.Write));
        Add(zip, "xl/worksheets/sheet3.xml", stream => Xml(stream, ListSheet.Write));
        Add(zip, "xl/styles.xml", stream => Xml(stream, xml => xml.WriteElement(SheetStyles.Stylesheet())));
        Add(zip, "xl/workbook.xml", stream => Xml(stream, xml => xml.WriteElement(PackageParts.Workbook(layout, count))));
        Add(zip, "xl/_rels/workbook.xml.rels", stream => PackageParts.WriteRelationships(
            stream,
            ("worksheet", "worksheets/sheet1.xml"),
            ("worksheet", "worksheets/sheet2.xml"),
            ("worksheet", "worksheets/sheet3.xml"),
            ("styles", "styles.xml")));
    }

    private static void Add(ZipArchive zip, string name, Action<Stream> write)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = NoTime;
        using var stream = entry.Open();
        write(stream);
    }

    private static void Xml(Stream stream, Action<OpenXmlWriter> write)
    {
        using var xml = OpenXmlWriter.Create(stream);
        xml.WriteStartDocument();
        write(xml);
    }
}
