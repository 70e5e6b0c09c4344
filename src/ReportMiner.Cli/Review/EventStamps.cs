using ReportMiner.Review.Events;

namespace ReportMiner.Cli.Review;

/// <summary>Stamps of what one reviewer does in one place, by this machine's clock.</summary>
internal sealed class EventStamps(string who, ReviewChannel channel)
{
    /// <summary>The reviewer where none is named: the user's account.</summary>
    public static string DefaultWho => Environment.UserName;

    /// <summary>A new id, of an event or a group; later ones sort behind earlier ones.</summary>
    public static string NewId() => Guid.CreateVersion7().ToString("n");

    /// <summary>The stamp of one event.</summary>
    public EventStamp Next(string? reason = null, string? group = null) =>
        new(NewId(), who, DateTimeOffset.FromUnixTimeMilliseconds(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()), channel, group, reason);
}
