namespace ReportMiner.Cli.Commands;

/// <summary>Finds <c>pipeline.json</c> and the models folder.</summary>
internal static class Configuration
{
    public static ReportPipelineBuilder Load(string? config, string? models)
    {
        var builder = new ReportPipelineBuilder();
        var beside = Path.Combine(AppContext.BaseDirectory, "pipeline.json");
        if (config is not null || File.Exists(beside))
        {
            builder.UsePipelineFile(config ?? beside);
        }

        return models is null ? builder : builder.UseModels(models);
    }
}
