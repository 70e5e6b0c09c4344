namespace ReportMiner;

/// <summary>Above these a file is not read but reported, each limit with its own code.</summary>
/// <param name="MaxTextBytes">Size of a text file.</param>
/// <param name="MaxPdfBytes">Size of a PDF file.</param>
/// <param name="MaxOfficeBytes">Size of an HWP, HWPX or DOCX file.</param>
/// <param name="MaxUnpackedBytes">Size of all that is unpacked from an HWP, HWPX or DOCX file.</param>
/// <param name="MaxEntries">Files or streams inside an HWP, HWPX or DOCX file.</param>
/// <param name="MaxDepth">How deep its elements, tables and text boxes may stand in each other.</param>
/// <param name="MaxRecordBytes">Size of one record or stretch of characters in it.</param>
/// <param name="MaxSeconds">Time to read an HWP, HWPX or DOCX file.</param>
/// <param name="MaxDocumentSeconds">Time for all work on a document, where a process of its own does it.</param>
/// <param name="MaxDocumentMegabytes">Memory that process may take.</param>
public sealed record LimitOptions(
    long MaxTextBytes = 64L << 20,
    long MaxPdfBytes = 512L << 20,
    long MaxOfficeBytes = 256L << 20,
    long MaxUnpackedBytes = 512L << 20,
    int MaxEntries = 20_000,
    int MaxDepth = 200,
    long MaxRecordBytes = 64L << 20,
    int MaxSeconds = 120,
    int MaxDocumentSeconds = 3600,
    int MaxDocumentMegabytes = 2048);
