using ReportMiner.Documents;

namespace ReportMiner.Link.Facts;

/// <summary>What a fact hangs on: a figure; the name of what may have been released; a verb; or the whole of a statement that names several.</summary>
/// <param name="Amount">The figure, or null.</param>
/// <param name="Name">What may have been released, or null.</param>
/// <param name="Cue">The verb's cue, or null.</param>
/// <param name="Type">The event it may tell; null for a figure, whose type is still to be told.</param>
internal sealed record FactAnchor(FactStatement Statement, int Start, int End, Amount? Amount, Mention? Name, FactCue? Cue, string? Type);
