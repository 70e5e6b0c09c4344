namespace ReportMiner;

/// <summary>What <c>pipeline.json</c> selects: engines, limits and thresholds.</summary>
public sealed record PipelineOptions
{
    /// <summary>The defaults.</summary>
    public static PipelineOptions Default { get; } = new();
}
