namespace ReportMiner.Review.Events;

/// <summary>Why an event does not hold.</summary>
public enum ConflictReason
{
    /// <summary>The item has another value now than the reviewer saw.</summary>
    ValueChanged,

    /// <summary>There is no such item now.</summary>
    ItemGone,

    /// <summary>The words are not in the text now.</summary>
    PlaceGone,

    /// <summary>It may be about two places alike.</summary>
    Ambiguous,

    /// <summary>It says what cannot be: a date that is none, a place out of the text, an item that never was.</summary>
    Invalid,
}

/// <summary>An event that was not applied. It stays until it is undone or somebody decides anew on the item.</summary>
/// <param name="Item">Key of the item it is about as far as that was found, or null.</param>
/// <param name="Korean">What is the matter, in one sentence.</param>
/// <param name="English">The same in English.</param>
public sealed record Conflict(ReviewEvent Event, ConflictReason Reason, string? Item, string Korean, string English);
