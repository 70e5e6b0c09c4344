namespace ReportMiner.Read;

/// <summary>The largest files that are read, in bytes.</summary>
internal sealed record ReadLimits(long TextBytes = 64L << 20, long PdfBytes = 512L << 20);
