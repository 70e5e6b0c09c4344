namespace ReportMiner.Segment;

/// <summary>How a number that may point to a note is printed, the surest first.</summary>
internal enum NoteMarkStyle
{
    /// <summary>Raised, or with a raised bracket.</summary>
    Raised,

    /// <summary><c>[3]</c>.</summary>
    Square,

    /// <summary><c>3)</c>, clinging to the word before it.</summary>
    Bracket,

    /// <summary><c>3</c>, clinging to the word before it.</summary>
    Bare,

    /// <summary>Raised after a unit or a digit: an exponent, unless nothing else points to the note.</summary>
    Exponent,
}

/// <summary>A number of the text that may point to a note.</summary>
/// <param name="Start">Where it starts in the text it was read from.</param>
/// <param name="End">Where it ends; its own bracket is part of it.</param>
/// <param name="Number">The note's number.</param>
/// <param name="Style">How it is printed.</param>
/// <param name="Bracket">Whether a bracket belongs to it.</param>
internal readonly record struct NoteMark(int Start, int End, int Number, NoteMarkStyle Style, bool Bracket);
