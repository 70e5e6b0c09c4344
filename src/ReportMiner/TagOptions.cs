using System.Text.Json.Serialization;

namespace ReportMiner;

/// <summary>What finds names and recommendations.</summary>
public sealed record TagOptions
{
    /// <summary>What finds names.</summary>
    public TagEngine Names { get; init; } = TagEngine.Both;

    /// <summary>What finds recommendations: <see cref="TagEngine.Both"/> or <see cref="TagEngine.Rules"/>.</summary>
    public TagEngine Recommendations { get; init; } = TagEngine.Both;
}

/// <summary>Rules, learned models, or both.</summary>
public enum TagEngine
{
    /// <summary>Rules and model, combined.</summary>
    [JsonStringEnumMemberName("both")] Both,

    /// <summary>Lists, patterns and weighed cues alone.</summary>
    [JsonStringEnumMemberName("rules")] Rules,

    /// <summary>The model's own choice; what rules find is among its features.</summary>
    [JsonStringEnumMemberName("model")] Model,
}
