using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Resources;

namespace ReportMiner.Tag.Dates;

/// <summary>Finds calendar expressions, segment by segment, by the forms of <c>models/rules/dates.json</c>.</summary>
internal sealed class DateTagger(ResourceDirectory resources)
{
    // Stands in for what is masked: neither a digit, nor a space, nor a letter of any pattern.
    private const char Mask = '\uE000';

    private readonly DatePatterns _patterns = new(resources);

    /// <summary>The forms it knows.</summary>
    public ImmutableArray<DateRule> Rules => _patterns.Rules;

    /// <summary>The calendar expressions of the report in reading order, as far as segments are.</summary>
    public ImmutableArray<DateExpression> Tag(SegmentedReport report)
    {
        var text = Cover(report);
        var found = ImmutableArray.CreateBuilder<DateExpression>();
        foreach (var segment in report.Segments())
        {
            foreach (var date in _patterns.Read(text[segment.Start..segment.End], segment.Table is not null))
            {
                var (start, end) = (date.Start + segment.Start, date.End + segment.Start);
                found.Add(date with
                {
                    Start = start,
                    End = end,
                    Text = report.Text[start..end],
                    First = date.First with { YearCell = HeaderYears.CellOver(report.Text, segment, date) },
                });
            }
        }

        return found.ToImmutable();
    }

    /// <summary>The text with web addresses and note marks covered, so that 2023.5.5 and its note 4) do not read 2023.5.54.</summary>
    private string Cover(SegmentedReport report)
    {
        var covered = _patterns.Masked(report.Text).Concat(report.Footnotes.SelectMany(f => f.References));
        char[]? copy = null;
        foreach (var span in covered)
        {
            copy ??= report.Text.ToCharArray();
            copy.AsSpan(span.Start, span.End - span.Start).Fill(Mask);
        }

        return copy is null ? report.Text : new string(copy);
    }
}
