namespace ReportMiner.Review.Excel;

/// <summary>The columns of the review table, in their order.</summary>
public enum ReviewColumn
{
    /// <summary>Tells the item and how it stood (<see cref="RowKey"/>). Empty in a row that a reviewer added.</summary>
    Key,

    /// <summary>Why a row was not taken in, in Korean; only in a table of such rows.</summary>
    WhyKorean,

    /// <summary>The same in English.</summary>
    WhyEnglish,

    /// <summary>The output's path in its folder.</summary>
    Report,

    /// <summary>The item's type.</summary>
    Type,

    /// <summary>The words at its place.</summary>
    Text,

    /// <summary>What they mean.</summary>
    Value,

    /// <summary>The words with some before and after them.</summary>
    Context,

    /// <summary>The page.</summary>
    Page,

    /// <summary>How sure the extraction was.</summary>
    Confidence,

    /// <summary>Why the item is to be looked at by itself.</summary>
    Check,

    /// <summary>How the item stands in the review.</summary>
    State,

    /// <summary>For the reviewer: what to do.</summary>
    Decision,

    /// <summary>For the reviewer: the right type.</summary>
    NewType,

    /// <summary>For the reviewer: the right value.</summary>
    NewValue,

    /// <summary>For the reviewer: a remark.</summary>
    Note,

    /// <summary>For the reviewer: their name, where it is not that of who takes the file in.</summary>
    Reviewer,

    /// <summary>Who decided last, and the remarks until now.</summary>
    History,
}
