using System.Collections.Immutable;
using ReportMiner.Review.Events;

namespace ReportMiner.Cli.Serve;

/// <summary>Decisions a page sends.</summary>
/// <param name="Report">SHA-256 of the extraction they were made on.</param>
/// <param name="Epoch">The reading of the files the page has seen.</param>
/// <param name="After">The revision it has seen.</param>
internal sealed record DecisionBatch(string Report, string? Epoch, int After, ImmutableArray<DecisionRequest> Decisions);

/// <summary>One decision.</summary>
/// <param name="Id">32 hexadecimal digits that the page makes up: the event's id, so that a decision sent twice is taken once.</param>
/// <param name="Item">The item's key; null for an addition, an undo and a comment on the report.</param>
/// <param name="Kind">Of an addition.</param>
/// <param name="Fields">Of an edit or an addition.</param>
/// <param name="Into">Of a merge: key of the other name.</param>
/// <param name="Undoes">Of an undo: the event or group.</param>
/// <param name="Group">What is done at one stroke.</param>
/// <param name="Reason">Why; of a comment the comment.</param>
/// <param name="Seen">Id of the last event on the item that the page knew, or empty; null asks for no check.</param>
internal sealed record DecisionRequest(
    string Id, ReviewAction Action, string? Item = null, ItemKind? Kind = null, ItemFields? Fields = null, string? Into = null, string? Undoes = null, string? Group = null, string? Reason = null, string? Seen = null);

/// <summary>A decision that was not taken, and why.</summary>
/// <param name="Code"><c>stale</c>: somebody decided meanwhile; <c>invalid</c>: it cannot be so.</param>
internal sealed record Refusal(string Id, string Code, string Korean, string English);
