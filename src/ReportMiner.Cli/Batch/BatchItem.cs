namespace ReportMiner.Cli.Batch;

/// <summary>A file to process.</summary>
/// <param name="Path">Where it is, as the user wrote it.</param>
/// <param name="Target">Its path under the output folder, without the endings that are added; forward slashes.</param>
internal sealed record BatchItem(string Path, string Target);
