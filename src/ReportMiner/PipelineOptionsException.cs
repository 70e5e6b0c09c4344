namespace ReportMiner;

/// <summary><c>pipeline.json</c> is not valid.</summary>
public sealed class PipelineOptionsException : Exception
{
    /// <summary>Makes one without a key.</summary>
    public PipelineOptionsException()
        : this("$", "설정이 올바르지 않습니다", "not valid")
    {
    }

    /// <summary>Makes one with a message of its own.</summary>
    public PipelineOptionsException(string message)
        : this("$", message, message)
    {
    }

    /// <summary>Makes one with a message of its own.</summary>
    public PipelineOptionsException(string message, Exception inner)
        : base(message, inner) => Key = "$";

    /// <summary>Makes one that names the key and what it may be.</summary>
    public PipelineOptionsException(string key, string korean, string english)
        : base($"pipeline.json: {key}: {korean} / {english}") => Key = key;

    /// <summary>Path of the key, <c>pdf.retries</c>; <c>$</c> for the whole file.</summary>
    public string Key { get; }
}
