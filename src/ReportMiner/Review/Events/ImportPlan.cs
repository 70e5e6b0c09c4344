using System.Collections.Immutable;

namespace ReportMiner.Review.Events;

/// <summary>What a file that reviewers worked in says of one field beside what stands now.</summary>
public enum ImportResult
{
    /// <summary>It says something new, which is taken in.</summary>
    Change,

    /// <summary>It says something new that is so already.</summary>
    Same,

    /// <summary>The field was taken out of the file; nothing follows from that.</summary>
    Missing,

    /// <summary>It says something new, and so has somebody else since; nothing is taken in.</summary>
    Conflict,

    /// <summary>It says what cannot be; nothing is taken in.</summary>
    Rejected,
}

/// <summary>One difference between a file as it was exported and as it came back.</summary>
/// <param name="Item">Key of the item, or null.</param>
/// <param name="Field">The field, or null where it is about the whole item.</param>
/// <param name="Was">As exported.</param>
/// <param name="Is">As it came back.</param>
/// <param name="Korean">What is the matter, in one sentence.</param>
/// <param name="English">The same in English.</param>
public sealed record ImportFinding(ImportResult Result, string? Item, string? Field, string? Was, string? Is, string Korean, string English);

/// <summary>What taking a file in would do.</summary>
/// <param name="Events">The events to append.</param>
/// <param name="Findings">All differences, in the file's order.</param>
public sealed record ImportPlan(ImmutableArray<ReviewEvent> Events, ImmutableArray<ImportFinding> Findings);
