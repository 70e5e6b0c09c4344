namespace ReportMiner.Tests.Review.Excel;

/// <summary>How a program writes the text of a cell.</summary>
internal enum CellForm
{
    /// <summary>In the cell, as ReportMiner writes it.</summary>
    Inline,

    /// <summary>In the table of strings, as Excel saves it.</summary>
    Shared,

    /// <summary>In the table of strings in runs, one of them bold, with how it is pronounced.</summary>
    Rich,
}
