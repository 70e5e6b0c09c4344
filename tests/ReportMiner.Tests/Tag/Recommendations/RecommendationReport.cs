using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Resources;

namespace ReportMiner.Tests.Tag.Recommendations;

/// <summary>Builds reports of a few list items, as Segment would give them.</summary>
internal static class RecommendationReport
{
    public static ResourceDirectory Models { get; } = ResourceDirectory.Open(Path.Combine(AppContext.BaseDirectory, "models"));

    public static Tags NoTags { get; } = new([], [], []);

    public static Metadata About(string? title, string? published = "2024-05-20") => new(title, null, [], [], published, null, "ko");

    public static SegmentedReport Of(SectionRole role, string heading, params string[] items)
    {
        var text = heading + "\n" + string.Join('\n', items) + "\n";
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var at = 0;
        foreach (var line in items.Prepend(heading))
        {
            var marker = blocks.Count > 0 && line[0] is '○' or '⇒' or '*' ? line[..1] : null;
            blocks.Add(new Block
            {
                Id = "b" + (blocks.Count + 1),
                Kind = blocks.Count == 0 ? BlockKind.Heading : marker is null ? BlockKind.Paragraph : BlockKind.ListItem,
                Marker = marker,
                Section = "s1",
                Start = at,
                End = at + line.Length,
                ContentStart = at + (marker is null ? 0 : 2),
            });
            at += line.Length + 1;
        }

        var section = new Section { Id = "s1", Parent = null, Level = 1, Number = null, Title = heading, Role = role, Start = 0, End = text.Length };
        return new SegmentedReport(new SourceFile("a.txt", "text/plain", 1, new string('0', 64), null, "utf-8", "text"), text, [], blocks.ToImmutable(), [], [section], [], [], [], [], new PlaceMap([]));
    }

    public static DateItem Date(SegmentedReport report, string surface, string edtf, DateKind kind, string? from, string? until)
    {
        var at = report.Text.IndexOf(surface, StringComparison.Ordinal);
        return new DateItem { Id = "d" + at, Text = surface, Edtf = edtf, Kind = kind, From = from, Until = until, Start = at, End = at + surface.Length, Confidence = 1, Source = "rule:test" };
    }

    public static Mention Body(SegmentedReport report, string surface)
    {
        var at = report.Text.IndexOf(surface, StringComparison.Ordinal);
        return new Mention { Id = "m" + at, Type = EntityType.Org, Text = surface, Start = at, End = at + surface.Length, Confidence = 1, Source = "gazetteer:test" };
    }
}
