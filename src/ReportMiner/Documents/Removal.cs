namespace ReportMiner.Documents;

/// <summary>Why characters of the source are not in the text.</summary>
public enum RemovalReason
{
    /// <summary>A page number.</summary>
    PageNumber,

    /// <summary>A running head or foot.</summary>
    RunningHead,

    /// <summary>Markup of markdown or HTML (<c>**</c>, <c>&lt;b&gt;</c>, a rule of dashes).</summary>
    Markup,

    /// <summary>A character that carries no text: U+FFFD, a control or a zero-width character.</summary>
    Unreadable,

    /// <summary>A character printed twice on the same place (a shadow or fake bold).</summary>
    Overprint,

    /// <summary>A memo beside the text.</summary>
    Memo,

    /// <summary>Words that a tracked change takes out.</summary>
    Deleted,
}

/// <summary>Characters of the source that were taken out of the text.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Text">The characters.</param>
/// <param name="Page">Page, from 1, or null.</param>
/// <param name="Line">Line of the input (of the page, where there are pages), from 1.</param>
public sealed record Removal(RemovalReason Reason, string Text, int? Page, int Line);
