using System.Collections.Immutable;

namespace ReportMiner.Review.Excel;

/// <summary>A row of the review table: texts by column.</summary>
public sealed class ReviewRow
{
    private readonly ImmutableDictionary<ReviewColumn, string> _texts = ImmutableDictionary<ReviewColumn, string>.Empty;

    /// <summary>A row of the given texts; empty ones are none.</summary>
    public ReviewRow(params IEnumerable<(ReviewColumn Column, string? Text)> texts) =>
        _texts = texts.Where(t => !string.IsNullOrEmpty(t.Text)).ToImmutableDictionary(t => t.Column, t => t.Text!);

    /// <summary>The text of a column, empty where there is none.</summary>
    public string this[ReviewColumn column] => _texts.GetValueOrDefault(column, "");

    /// <summary>The row with other texts in some columns.</summary>
    public ReviewRow With(params IEnumerable<(ReviewColumn Column, string? Text)> texts) =>
        new(_texts.Select(t => (t.Key, (string?)t.Value)).Where(t => !texts.Any(n => n.Column == t.Key)).Concat(texts));
}
