using System.Collections.Immutable;

namespace ReportMiner.Cli.Review;

/// <summary>The kinds of files reviewers can work in.</summary>
internal static class ReviewFormats
{
    public static ImmutableArray<IReviewFormat> All { get; } = [new WordFormat(), new ExcelFormat(), new CsvFormat()];
}
