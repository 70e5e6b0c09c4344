namespace ReportMiner.Review.Events;

/// <summary>Words that stand for another item: an actor, an amount, the filler of a role. Told by their place and not by an id, so that they outlive a new run.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Start">Offset of the first character in code points; null for a phrase.</param>
/// <param name="End">Offset after the last character; null for a phrase.</param>
public sealed record TextPlace(string Text, int? Start = null, int? End = null);
