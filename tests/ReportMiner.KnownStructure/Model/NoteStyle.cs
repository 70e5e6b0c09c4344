namespace ReportMiner.KnownStructure.Model;

/// <summary>How note markers are printed.</summary>
internal enum NoteStyle
{
    /// <summary>A raised 1) in the text, 1) on the line before the note.</summary>
    Bracket,

    /// <summary>A raised 1) in the text and before the note.</summary>
    RaisedBracket,

    /// <summary>¹⁾ in the characters Unicode has for it.</summary>
    UnicodeBracket,

    /// <summary>A raised bare number.</summary>
    Bare,
}
