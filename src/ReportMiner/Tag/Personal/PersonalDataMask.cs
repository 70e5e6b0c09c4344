using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Tag.Personal;

/// <summary>
/// Masks personal data in all that the stages after Segment read, so that none of them ever sees it and none can write
/// it. Lengths stay, and so do offsets and boxes.
/// </summary>
internal sealed class PersonalDataMask(PersonalDataFinder finder)
{
    public GuardedReport Apply(SourceDocument source, SegmentedReport report, PersonalData personal)
    {
        var lines = MaskedLines(source, report, personal);
        return new GuardedReport(
            source with
            {
                Pages = [.. source.Pages.Select(p => p with { Lines = [.. p.Lines.Select(l => lines.GetValueOrDefault(l, l))] })],
                Removed = Of(source.Removed, lines),
                EmbeddedTitle = finder.Masked(source.EmbeddedTitle),
                Diagnostics = Of(source.Diagnostics),
            },
            Of(report, finder.Mask(report.Text, personal.Spans)) with
            {
                Removed = Of(report.Removed, lines),
                Places = new PlaceMap([.. report.Places.Between(0, report.Text.Length).Select(p => p with { Line = lines.GetValueOrDefault(p.Line, p.Line) })]),
            },
            personal,
            [.. lines.Keys.Select(l => l.Page)]);
    }

    /// <summary>The lines that hold personal data, masked: what the text found in them, since it knows more of a number than one line does, and what they say themselves.</summary>
    private Dictionary<SourceLine, SourceLine> MaskedLines(SourceDocument source, SegmentedReport report, PersonalData personal)
    {
        var stretches = personal.Spans
            .SelectMany(s => report.Places.Between(s.Start, s.End).Select(p => (p.Line, Span: s with { Start = Math.Max(s.Start, p.Start) - p.Start + p.LineStart, End = Math.Min(s.End, p.End) - p.Start + p.LineStart })))
            .ToLookup(s => s.Line, s => s.Span, ReferenceEqualityComparer.Instance);
        var masked = new Dictionary<SourceLine, SourceLine>(ReferenceEqualityComparer.Instance);
        foreach (var line in source.Pages.SelectMany(p => p.Lines))
        {
            var text = finder.Mask(line.Text, stretches[line].Concat(finder.Find(line.Text)));
            if (!ReferenceEquals(text, line.Text))
            {
                masked.Add(line, line with { Text = text });
            }
        }

        return masked;
    }

    private SegmentedReport Of(SegmentedReport report, string text)
    {
        string? Inside(TextItem item, string? part) =>
            part is null ? null
            : report.Text.IndexOf(part, item.Start, item.End - item.Start, StringComparison.Ordinal) is >= 0 and var at ? text.Substring(at, part.Length)
            : finder.Mask(part);

        return report with
        {
            Text = text,
            Blocks = [.. report.Blocks.Select(b => b with { Marker = Inside(b, b.Marker), Head = Inside(b, b.Head) })],
            Sections = [.. report.Sections.Select(s => s with { Number = Inside(s, s.Number), Title = Inside(s, s.Title)! })],
            Footnotes = [.. report.Footnotes.Select(f => f with { Marker = Inside(f, f.Marker)!, Text = Inside(f, f.Text)! })],
            Tables = [.. report.Tables.Select(t => t with
            {
                Label = finder.Masked(t.Label),
                Caption = finder.Masked(t.Caption),
                Unit = finder.Masked(t.Unit),
                SourceLine = finder.Masked(t.SourceLine),
                Rows = [.. t.Rows.Select((row, r) => row.Select((cell, c) => Cell(t, cell, r, c)).ToImmutableArray())],
            })],
            Figures = [.. report.Figures.Select(f => f with { Label = Inside(f, f.Label), Caption = Inside(f, f.Caption)! })],
            Diagnostics = Of(report.Diagnostics),
        };

        string Cell(Table table, string cell, int row, int column) =>
            table.CellSpans.IsEmpty ? finder.Mask(cell) : text[table.CellSpans[row][column].Start..table.CellSpans[row][column].End];
    }

    /// <summary>A number printed twice was taken out in pieces that tell nothing by themselves but stand beside each other.</summary>
    private ImmutableArray<Removal> Of(ImmutableArray<Removal> removed, Dictionary<SourceLine, SourceLine> lines)
    {
        var held = lines.Keys.Select(l => (l.Page, l.Number)).ToHashSet();
        return [.. removed.Select(r => r with
        {
            Text = r.Reason == RemovalReason.Overprint && held.Contains((r.Page ?? 0, r.Line)) ? finder.Mask(r.Text, [new PersonalSpan(0, r.Text.Length, PersonalKind.Telephone)]) : finder.Mask(r.Text),
        })];
    }

    private ImmutableArray<Diagnostic> Of(ImmutableArray<Diagnostic> diagnostics) => [.. diagnostics.Select(d => d with { Message = finder.Mask(d.Message) })];
}
