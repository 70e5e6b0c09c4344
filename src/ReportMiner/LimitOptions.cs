namespace ReportMiner;

/// <summary>Sizes above which a file is not read but reported as too large.</summary>
/// <param name="MaxTextBytes">For text files.</param>
/// <param name="MaxPdfBytes">For PDF files.</param>
public sealed record LimitOptions(long MaxTextBytes = 64L << 20, long MaxPdfBytes = 512L << 20);
