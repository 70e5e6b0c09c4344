namespace ReportMiner.Cli.Batch;

/// <summary>Where documents go, what they are processed by, and how many at a time.</summary>
/// <param name="Output">The output folder.</param>
/// <param name="Config">The configuration; null for the one beside the program.</param>
/// <param name="Models">The folder of rules; null for the one the configuration names.</param>
internal sealed record BatchSettings(string Output, string? Config, string? Models, int Jobs);
