using System.Collections.Immutable;

namespace ReportMiner.Link;

/// <summary>The parts of <c>rules/recommendations.json</c> that join a statement to its names, dates and tags.</summary>
internal sealed record LinkRules
{
    public const string ResourceName = "rules/recommendations.json";

    /// <summary>How names of public bodies end.</summary>
    public required string GovernmentNames { get; init; }

    /// <summary>The tags 신규 and 강화, in the group <c>status</c>.</summary>
    public required string StatusTags { get; init; }

    /// <summary>What follows the name of a body that is to act: particles of the subject, words of joint work.</summary>
    public required string ActorFollows { get; init; }

    /// <summary>What stands before a date that times something else (work under way, an earlier edition).</summary>
    public required string EarlierWork { get; init; }

    /// <summary>What follows a date outside brackets that times the statement.</summary>
    public required string TimingFollows { get; init; }

    public required ImmutableArray<string> ActorExamples { get; init; }
}
