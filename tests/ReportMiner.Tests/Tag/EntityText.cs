using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Resources;
using ReportMiner.Tag.Entities;

namespace ReportMiner.Tests.Tag;

/// <summary>Reports made of plain lines, and the names the tagger finds in them as TYPE|name.</summary>
internal static class EntityText
{
    public static ResourceDirectory Models { get; } = ResourceDirectory.Open(Path.Combine(AppContext.BaseDirectory, "models"));

    /// <summary>Lists and patterns alone: what they find is theirs to answer for.</summary>
    public static EntityTagger Tagger { get; } = new(Models, TagEngine.Rules);

    public static string Show(Mention m) => $"{m.Type.ToString().ToUpperInvariant()}|{m.Text}";

    public static string[] Names(params string[] lines) => [.. Tagger.Tag(Report(lines)).Select(Show)];

    public static SegmentedReport Report(params string[] lines)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var start = 0;
        foreach (var line in lines)
        {
            blocks.Add(new Block { Id = $"b{blocks.Count + 1}", Kind = BlockKind.Paragraph, Start = start, End = start + line.Length, ContentStart = start });
            start += line.Length + 1;
        }

        var source = new SourceFile("a.txt", "text/plain", 0, "", null, "utf-8", "text");
        return new SegmentedReport(source, string.Join('\n', lines), [], blocks.ToImmutable(), [], [], [], [], [], [], new PlaceMap([]));
    }
}
