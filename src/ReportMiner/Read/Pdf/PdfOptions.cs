namespace ReportMiner;

/// <summary>How PDF files are read.</summary>
/// <param name="Engine">The engine: <c>auto</c> (PdfPig where it is built in), <c>poppler</c> or <c>pdfpig</c>.</param>
/// <param name="TimeLimitSeconds">Longest time an engine may work on one file.</param>
/// <param name="MemoryLimitMegabytes">Most memory an engine may take for one file.</param>
/// <param name="Retries">How often a start that failed for a passing reason is tried again.</param>
/// <param name="PopplerPath">Folder of poppler's programs; null looks on the search path.</param>
/// <param name="Ocr">Which pages go through character recognition: those that lack text (<c>auto</c>), none (<c>off</c>) or all (<c>always</c>).</param>
/// <param name="TesseractPath">Folder of tesseract; null looks on the search path.</param>
public sealed record PdfOptions(
    string Engine = "auto",
    int TimeLimitSeconds = 120,
    int MemoryLimitMegabytes = 1024,
    int Retries = 2,
    string? PopplerPath = null,
    string Ocr = "auto",
    string? TesseractPath = null);
