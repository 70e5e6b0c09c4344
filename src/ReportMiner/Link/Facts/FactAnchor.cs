using ReportMiner.Documents;

namespace ReportMiner.Link.Facts;

/// <summary>What a fact hangs on: a figure; the name of what may have been released; a verb; or the whole of a statement that names several.</summary>
/// <param name="Amount">The figure, or null.</param>
/// <param name="Name">What may have been released, or null.</param>
/// <param name="Cue">The verb's cue, or null.</param>
/// <param name="Type">The event it may tell; null for a figure, whose type is still to be told.</param>
internal sealed record FactAnchor(FactStatement Statement, int Start, int End, Amount? Amount, Mention? Name, FactCue? Cue, string? Type)
{
    /// <summary>What stands before the figure and tells it from the statement's others: 학사 in <c>졸업생이 학사 81,499명, 석사 10,509명</c>.</summary>
    public FactLabel Label { get; init; }
}

/// <summary>The words that tell one figure of a statement from its others.</summary>
/// <param name="Start">Offset of the stretch.</param>
/// <param name="End">Offset after it.</param>
/// <param name="Words">How many words it has, but for dates and such as say how the figure is counted.</param>
/// <param name="Back">How many figures share it, that nearest to it left aside: 2 for the 35.6 % and the 15,035 of <c>미국(35.6%, 15,035건)</c> is 0 and 1.</param>
/// <param name="IsLead">Whether nothing else of the statement stands before it.</param>
/// <param name="Figures">How many figures the statement has.</param>
internal readonly record struct FactLabel(int Start, int End, int Words, int Back, bool IsLead, int Figures);
