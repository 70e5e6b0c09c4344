namespace ReportMiner.Documents;

/// <summary>A calendar expression as the date tagger found it, before the report's context resolves it.</summary>
/// <param name="Start">Offset of the first character.</param>
/// <param name="End">Offset after the last character.</param>
/// <param name="Rule">The rule that found it.</param>
/// <param name="Text">The expression as printed.</param>
/// <param name="Confidence">The rule's confidence.</param>
/// <param name="First">The date, or the first one of a range.</param>
/// <param name="Last">The last date of a range; null if there is none.</param>
/// <param name="Kind">How the expression and the particle after it bound time.</param>
/// <param name="Approximate">Whether the expression says that it is about right (경, 무렵).</param>
internal sealed record DateExpression(
    int Start,
    int End,
    string Rule,
    string Text,
    double Confidence,
    CalendarFields First,
    CalendarFields? Last,
    DateKind Kind,
    bool Approximate);

/// <summary>The parts of a date that an expression states. What is null is not stated.</summary>
internal sealed record CalendarFields
{
    /// <summary>The year's digits as printed: two or four.</summary>
    public string? Year { get; init; }

    /// <summary>Whether the year stands for its decade (2020년대).</summary>
    public bool Decade { get; init; }

    /// <summary>1 to 12.</summary>
    public int? Month { get; init; }

    /// <summary>1 to 31.</summary>
    public int? Day { get; init; }

    /// <summary>1 to 4.</summary>
    public int? Quarter { get; init; }

    /// <summary>1 or 2.</summary>
    public int? Half { get; init; }

    /// <summary>1 (spring) to 4 (winter).</summary>
    public int? Season { get; init; }

    /// <summary>A number whose unit is that of the range's other end (3~4분기).</summary>
    public int? Number { get; init; }

    /// <summary>A word that stands for a date (올해), or null.</summary>
    public RelativeTerm? Term { get; init; }

    /// <summary>Column of a header cell that gives the year, for the halves under it; offset of that cell or null.</summary>
    public int? YearCell { get; init; }
}

/// <summary>The unit a relative word counts in.</summary>
internal enum RelativeUnit
{
    /// <summary>올해, 내년.</summary>
    Year,

    /// <summary>이번 분기.</summary>
    Quarter,

    /// <summary>지난달.</summary>
    Month,

    /// <summary>The latest such date that is not after the basis (지난 7월).</summary>
    Latest,

    /// <summary>The earliest such date that is not before the basis (오는 7월).</summary>
    Next,
}

/// <summary>A word that stands for a date counted from another.</summary>
/// <param name="Text">The word; spaces in it may be missing in print.</param>
/// <param name="Unit">What it counts in.</param>
/// <param name="Offset">How many units from the basis.</param>
/// <param name="FromMention">Counted from the date mentioned before (같은 해); otherwise from the publication date.</param>
internal sealed record RelativeTerm(string Text, RelativeUnit Unit, int Offset = 0, bool FromMention = false);
