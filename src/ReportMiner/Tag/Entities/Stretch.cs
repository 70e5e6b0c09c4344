using ReportMiner.Documents;

namespace ReportMiner.Tag.Entities;

/// <summary>A block or cell that is tagged by itself.</summary>
/// <param name="Start">Offset in the report's text.</param>
/// <param name="Role">What the section it stands in does.</param>
internal sealed record Stretch(int Start, string Text, BlockKind Kind, SectionRole Role)
{
    /// <summary>The stretches of a report that have text.</summary>
    public static List<Stretch> Of(SegmentedReport report)
    {
        var roles = report.Sections.ToDictionary(s => s.Id, s => s.Role, StringComparer.Ordinal);
        return
        [
            .. report.Segments()
                .Where(s => s.End > s.Start)
                .Select(s => new Stretch(s.Start, report.Text[s.Start..s.End], s.Block.Kind, s.Block.Section is { } id && roles.TryGetValue(id, out var role) ? role : SectionRole.Other)),
        ];
    }
}
