namespace ReportMiner.Review.Excel;

/// <summary>Why the text of a cell cannot be relied on.</summary>
internal enum CellFlaw
{
    /// <summary>It can.</summary>
    None,

    /// <summary>A spreadsheet made a date or time of it.</summary>
    Date,

    /// <summary>It is shown as a percentage, of which the hundredth part is stored.</summary>
    Percent,

    /// <summary>A number of more digits than spreadsheets keep.</summary>
    LongNumber,

    /// <summary>A formula.</summary>
    Formula,

    /// <summary>An error such as #N/A.</summary>
    Error,

    /// <summary>More characters than a cell may have.</summary>
    TooLong,
}

/// <summary>A cell of a file that came back.</summary>
internal readonly record struct SheetCell(string Text, CellFlaw Flaw = CellFlaw.None);

/// <summary>A row of a file that came back: its number and its cells by column, from 0.</summary>
internal sealed record SheetRow(int Number, IReadOnlyDictionary<int, SheetCell> Cells);
