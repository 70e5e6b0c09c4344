namespace ReportMiner.Segment;

/// <summary>What a line is by itself.</summary>
internal enum LineRole
{
    /// <summary>Text that opens nothing: it may go on from the line before.</summary>
    Plain,

    /// <summary>Opened by a number or bullet.</summary>
    Marked,

    /// <summary>Opened by stars.</summary>
    Star,

    /// <summary>A numbered note.</summary>
    Note,

    /// <summary>Goes on with the note before it, at the next page's foot too.</summary>
    NoteRest,

    Caption,

    Source,

    Toc,

    TableRow,

    /// <summary>A heading by the format (#) or by its type size.</summary>
    Heading,
}
