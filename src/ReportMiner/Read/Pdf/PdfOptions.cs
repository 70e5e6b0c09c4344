namespace ReportMiner.Read.Pdf;

/// <summary>How PDF files are read.</summary>
/// <param name="Engine"><c>auto</c> or the name of an engine: <c>poppler</c>.</param>
/// <param name="TimeLimitSeconds">Longest time one run of the engine may take.</param>
/// <param name="MemoryLimitMegabytes">Most memory one run of the engine may take, where the system can limit it.</param>
/// <param name="Retries">How often a run that failed by accident is tried again.</param>
/// <param name="PopplerPath">Folder of poppler's programs, or null to look them up in PATH.</param>
public sealed record PdfOptions(string Engine = "auto", int TimeLimitSeconds = 120, int MemoryLimitMegabytes = 1024, int Retries = 2, string? PopplerPath = null);
