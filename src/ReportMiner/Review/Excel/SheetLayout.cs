using System.Collections.Immutable;

namespace ReportMiner.Review.Excel;

/// <summary>Which columns a review sheet has, and where.</summary>
internal sealed class SheetLayout(bool withReasons)
{
    private readonly ImmutableArray<ReviewColumn> _columns =
        [.. Enum.GetValues<ReviewColumn>().Where(c => withReasons || c is not (ReviewColumn.WhyKorean or ReviewColumn.WhyEnglish))];

    public ImmutableArray<ReviewColumn> Columns => _columns;

    /// <summary>The letter of the last column.</summary>
    public string Last => LetterOf(_columns[^1]);

    public string LetterOf(ReviewColumn column) => ((char)('A' + _columns.IndexOf(column))).ToString();

    /// <summary>What the reviewer fills in.</summary>
    public static bool IsToFill(ReviewColumn column) =>
        column is ReviewColumn.Decision or ReviewColumn.NewType or ReviewColumn.NewValue or ReviewColumn.Note or ReviewColumn.Reviewer;

    /// <summary>Numbers, which sort as such. Everything else is text.</summary>
    public static bool IsNumber(ReviewColumn column) => column is ReviewColumn.Page or ReviewColumn.Confidence;

    /// <summary>In characters.</summary>
    public static double WidthOf(ReviewColumn column) => column switch
    {
        ReviewColumn.Key => 8,
        ReviewColumn.WhyKorean or ReviewColumn.WhyEnglish => 36,
        ReviewColumn.Report or ReviewColumn.Type => 20,
        ReviewColumn.Text => 40,
        ReviewColumn.Value or ReviewColumn.NewValue or ReviewColumn.Note => 30,
        ReviewColumn.Context => 60,
        ReviewColumn.Page => 6,
        ReviewColumn.Confidence => 11,
        ReviewColumn.Reviewer => 11,
        _ => 18,
    };
}
