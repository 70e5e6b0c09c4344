namespace ReportMiner.Review.Events;

/// <summary>What a reviewer did.</summary>
public enum ReviewAction
{
    /// <summary>Found the item right.</summary>
    Accept,

    /// <summary>Found that it is none.</summary>
    Reject,

    /// <summary>Changed some of its fields.</summary>
    Edit,

    /// <summary>Added an item that was not found.</summary>
    Add,

    /// <summary>Said that two names name the same.</summary>
    Merge,

    /// <summary>Took an earlier event, or a group of them, back.</summary>
    Undo,

    /// <summary>Remarked on an item or on the whole report.</summary>
    Comment,
}

/// <summary>Where a reviewer worked.</summary>
public enum ReviewChannel
{
    /// <summary>The page of <c>review serve</c>.</summary>
    Browser,

    /// <summary>An Excel workbook.</summary>
    Xlsx,

    /// <summary>A Word document.</summary>
    Docx,

    /// <summary>A command.</summary>
    Command,
}
