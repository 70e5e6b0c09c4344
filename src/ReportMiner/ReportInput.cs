using ReportMiner.Documents;

namespace ReportMiner;

/// <summary>A report to process.</summary>
/// <param name="Path">Where the file is. Only its last part reaches the output.</param>
/// <param name="Known">What is already known of the report, or null.</param>
public sealed record ReportInput(string Path, KnownMetadata? Known = null);
