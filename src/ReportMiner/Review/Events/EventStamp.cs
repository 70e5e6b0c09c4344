namespace ReportMiner.Review.Events;

/// <summary>Who did something, when and where: what the library cannot know of an event.</summary>
/// <param name="Id">A new unique id.</param>
/// <param name="Who">The reviewer.</param>
/// <param name="When">When, in UTC.</param>
/// <param name="Channel">Where the reviewer worked.</param>
/// <param name="Group">What was done at one stroke, or null.</param>
/// <param name="Reason">Why, or null.</param>
public sealed record EventStamp(string Id, string Who, DateTimeOffset When, ReviewChannel Channel, string? Group = null, string? Reason = null);
