using ReportMiner.Documents;
using ReportMiner.Resources;

namespace ReportMiner;

/// <summary>Collects settings and builds an immutable <see cref="ReportPipeline"/>. Not thread-safe; the pipeline is.</summary>
public sealed class ReportPipelineBuilder
{
    private PipelineOptions _options = PipelineOptions.Default;
    private string? _models;

    /// <summary>The settings so far.</summary>
    public PipelineOptions Options => _options;

    /// <summary>The models folder that <see cref="Build"/> will open.</summary>
    public string Models => _models ?? Path.Combine(AppContext.BaseDirectory, "models");

    /// <summary>Takes the settings of a <c>pipeline.json</c>.</summary>
    /// <exception cref="PipelineOptionsException">The file is not valid.</exception>
    public ReportPipelineBuilder UsePipelineFile(string path)
    {
        _options = PipelineOptions.Load(path);
        if (_options.Models is { } models)
        {
            _models = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, models);
        }

        return this;
    }

    /// <summary>Takes the rules and lists of another folder than the one beside the program.</summary>
    public ReportPipelineBuilder UseModels(string folder)
    {
        _models = folder;
        return this;
    }

    /// <summary>Changes the settings: <c>Configure(o => o with { … })</c>.</summary>
    public ReportPipelineBuilder Configure(Func<PipelineOptions, PipelineOptions> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        _options = change(_options);
        return this;
    }

    /// <summary>What the outputs will say made them; reads no rules, so that it costs next to nothing.</summary>
    /// <exception cref="ResourceException">The list of the models folder's files is missing or not valid.</exception>
    public Generator Identify() => ReportPipeline.GeneratorOf(_options, ResourceDirectory.Open(Models));

    /// <summary>Builds the pipeline. Later changes of the builder do not reach it.</summary>
    /// <exception cref="ResourceException">A file of the models folder is missing, changed or not valid.</exception>
    public ReportPipeline Build()
    {
        var pipeline = Start();
        pipeline.Ready();
        return pipeline;
    }

    /// <summary>Builds a pipeline that compiles its rules while it reads its first report: for programs that run few.</summary>
    /// <exception cref="ResourceException">A file of the models folder is missing or changed; one that is not valid is told by <see cref="ReportPipeline.Run"/>.</exception>
    public ReportPipeline Start() => new(_options, ResourceDirectory.Open(Models));
}
