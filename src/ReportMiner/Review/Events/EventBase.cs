namespace ReportMiner.Review.Events;

/// <summary>What a reviewer saw when deciding: enough to find the item again after the pipeline was run anew.</summary>
/// <param name="Report">SHA-256 of the extraction's JSON bytes.</param>
/// <param name="Kind">The item's kind.</param>
/// <param name="Start">Offset of its first character, in code points.</param>
/// <param name="End">Offset after its last character.</param>
/// <param name="Quote">The report's text from start to end.</param>
/// <param name="Before">Up to <see cref="ContextLength"/> code points before it.</param>
/// <param name="After">Up to as many after it.</param>
/// <param name="Occurrence">Which of the places in the text with the same quote between the same words it is, from 1.</param>
/// <param name="Occurrences">How many there are.</param>
/// <param name="Content">The item's fields in the extraction, without offsets; null for an item that is being added.</param>
public sealed record EventBase(string Report, ItemKind Kind, int Start, int End, string Quote, string Before, string After, int Occurrence, int Occurrences, ItemFields? Content)
{
    /// <summary>How much of the text round an item is kept.</summary>
    public const int ContextLength = 32;
}
