namespace ReportMiner.Cli.Batch;

/// <summary>A file of the output folder as it was written.</summary>
/// <param name="Name">Its path under the folder; forward slashes.</param>
/// <param name="Sha256">SHA-256 of its bytes.</param>
internal sealed record OutputFile(string Name, long Length, string Sha256);
