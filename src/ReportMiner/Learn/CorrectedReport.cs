using System.Collections.Immutable;
using System.Text.Json;
using ReportMiner.Documents;

namespace ReportMiner.Learn;

/// <summary>Makes an annotated excerpt of a report in the output contract's shape whose items a reviewer has put right.</summary>
public static class CorrectedReport
{
    /// <summary>The report's text with its names, dates, amounts, recommendations, headings and captions as annotations.</summary>
    public static MarkedExcerpt ToExcerpt(string name, Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var offsets = new Utf16Offsets(report.Text);
        TextMark Mark(string type, TextItem item, string? value) => new(type, offsets[item.Start], offsets[item.End], value);
        int Line(int start) => 1 + report.Text.AsSpan(0, offsets[start]).Count('\n');
        var marks = report.Mentions.Select(m => Mark(EvaluationRows.Of(m.Type), m, null))
            .Concat(report.Dates.Select(d => Mark(EvaluationRows.Dates, d, d.Edtf ?? "?")))
            .Concat(report.Amounts.Select(a => Mark(EvaluationRows.Amounts, a, a.Vague ? "?" : $"{a.Low}..{a.High} {a.Unit}")));
        return new MarkedExcerpt(
            name,
            new MarkedText(report.Text, [.. marks.OrderBy(m => m.Start)]),
            report.Metadata.Published,
            [.. report.Recommendations.Select(r => new MarkedRecommendation([Line(r.Start), Line(r.End)], r.Text, r.Kind == RecommendationKind.Plan ? "plan" : "proposal", r.Category))],
            new MarkedStructure(
                [.. report.Sections.Select(s => new MarkedLine(Line(s.Start), s.Title))],
                [.. report.Blocks.Where(b => b.Kind == BlockKind.Caption).Select(b => new MarkedLine(Line(b.Start), report.Text[offsets[b.Start]..offsets[b.End]]))]))
        {
            Facts = [.. report.Facts.Select(f => new MarkedFact(f.Type, [Line(f.Start), Line(f.End)], f.Arguments.ToImmutableSortedDictionary(a => a.Key, a => JsonSerializer.SerializeToElement(a.Value.Select(v => v.Text)), StringComparer.Ordinal)))],
        };
    }
}
