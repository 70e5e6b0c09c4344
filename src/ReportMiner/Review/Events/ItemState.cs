using System.Collections.Immutable;

namespace ReportMiner.Review.Events;

/// <summary>How an item stands in the review.</summary>
public enum Decision
{
    /// <summary>Nobody has decided.</summary>
    Open,

    /// <summary>Found right as it is.</summary>
    Accepted,

    /// <summary>Taken out.</summary>
    Rejected,

    /// <summary>Changed.</summary>
    Edited,

    /// <summary>Added by a reviewer.</summary>
    Added,
}

/// <summary>An item of the extraction, or an added one, and how it stands.</summary>
/// <param name="Key">Its id in the extraction, or <c>+</c> and the id of the event that added it.</param>
/// <param name="Id">Its id in the reviewed report; null if it was rejected.</param>
/// <param name="Start">Where it stands, or stood when it was rejected, in code points.</param>
/// <param name="LastReviewer">Who decided last, or null.</param>
/// <param name="Comments">What was remarked on it, in order.</param>
/// <param name="Events">Ids of the events that hold for it, in order.</param>
public sealed record ItemState(
    string Key, ItemKind Kind, string? Id, Decision Decision, int Start, int End, string? LastReviewer, ImmutableArray<ReviewEvent> Comments, ImmutableArray<string> Events);
