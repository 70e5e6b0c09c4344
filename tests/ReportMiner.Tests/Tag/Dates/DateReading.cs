using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Resolve;
using ReportMiner.Resources;
using ReportMiner.Tag.Dates;

namespace ReportMiner.Tests.Tag.Dates;

/// <summary>Runs the date tagger and resolver on lines of text, one block a line; two leading spaces make a deeper bullet.</summary>
internal static class DateReading
{
    public static ResourceDirectory Resources { get; } = Open();

    public static DateTagger Tagger { get; } = new(Resources);

    public static ImmutableArray<DateItem> Read(string text, string? published, params TextSpan[] noteMarks)
    {
        var report = Report(text, noteMarks);
        return DateResolver.Resolve(report, Tagger.Tag(report), published);
    }

    public static ImmutableArray<DateItem> ReadCells(string[][] rows, string? published)
    {
        var text = string.Join('\n', rows.Select(r => string.Join('\t', r)));
        var at = 0;
        var spans = ImmutableArray.CreateBuilder<ImmutableArray<TextSpan>>();
        foreach (var row in rows)
        {
            var cells = ImmutableArray.CreateBuilder<TextSpan>();
            foreach (var cell in row)
            {
                cells.Add(new TextSpan(at, at + cell.Length));
                at += cell.Length + 1;
            }

            spans.Add(cells.ToImmutable());
        }

        var table = new Table { Id = "t1", Start = 0, End = text.Length, Confidence = 1, Source = "rule:test", Rows = [.. rows.Select(r => r.ToImmutableArray())], CellSpans = spans.ToImmutable() };
        var report = Report(text, []) with
        {
            Blocks = [new Block { Id = "b1", Kind = BlockKind.Table, Start = 0, End = text.Length }],
            Tables = [table],
        };
        return DateResolver.Resolve(report, Tagger.Tag(report), published);
    }

    public static SegmentedReport Report(string text, TextSpan[] noteMarks)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('\n', start) is var found and >= 0 ? found : text.Length;
            var indent = text[start..end].Length - text[start..end].TrimStart(' ').Length;
            blocks.Add(new Block { Id = $"b{blocks.Count + 1}", Kind = BlockKind.ListItem, Level = 1 + (indent / 2), Start = start, End = end });
            start = end + 1;
        }

        ImmutableArray<Footnote> notes = noteMarks.Length == 0
            ? []
            : [new Footnote { Id = "n1", Marker = "1", Text = "", Start = 0, End = 0, References = [.. noteMarks], Confidence = 1, Source = "rule:test" }];
        return new SegmentedReport(new SourceFile("a.txt", "text/plain", 0, "", null, "utf-8", "text"), text, [], blocks.ToImmutable(), [], [], notes, [], [], [], new PlaceMap([]));
    }

    private static ResourceDirectory Open()
    {
        // A copy of its own, sealed anew: the test then does not depend on when the manifest was last written.
        var root = Directory.CreateTempSubdirectory("dates").FullName;
        var rules = Path.Combine(root, "rules");
        Directory.CreateDirectory(rules);
        File.Copy(Path.Combine(AppContext.BaseDirectory, "models", "rules", "dates.json"), Path.Combine(rules, "dates.json"));
        ResourceDirectory.Seal(root, "0");
        return ResourceDirectory.Open(root);
    }
}
