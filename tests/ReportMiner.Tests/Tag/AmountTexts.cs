using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Resolve;
using ReportMiner.Resources;
using ReportMiner.Tag.Amounts;

namespace ReportMiner.Tests.Tag;

/// <summary>Runs the amount stages over small texts and tables.</summary>
internal static class AmountTexts
{
    private static readonly string Models = Path.Combine(AppContext.BaseDirectory, "models");

    public static readonly ResourceDirectory Resources = Open();

    public static readonly AmountTagger Tagger = new(Resources);

    public static ImmutableArray<Amount> Read(string text) => Resolve(Report(text, [Block(BlockKind.Paragraph, 0, text.Length)], []), []);

    /// <summary>A report of an optional line and a table, cells parted by tabs and rows by line feeds.</summary>
    public static ImmutableArray<Amount> ReadTable(string? lineBefore, string? caption, params string[] rows)
    {
        var text = lineBefore is null ? "" : lineBefore + "\n";
        var blocks = ImmutableArray.CreateBuilder<Block>();
        if (lineBefore is not null)
        {
            blocks.Add(Block(BlockKind.Paragraph, 0, lineBefore.Length));
        }

        var start = text.Length;
        var spans = ImmutableArray.CreateBuilder<ImmutableArray<TextSpan>>();
        foreach (var row in rows)
        {
            var cells = ImmutableArray.CreateBuilder<TextSpan>();
            foreach (var cell in row.Split('\t'))
            {
                cells.Add(new TextSpan(text.Length, text.Length + cell.Length));
                text += cell + "\t";
            }

            spans.Add(cells.ToImmutable());
            text = text[..^1] + "\n";
        }

        text = text[..^1];
        blocks.Add(Block(BlockKind.Table, start, text.Length));
        var table = new Table
        {
            Id = "t1",
            Start = start,
            End = text.Length,
            Confidence = 1,
            Source = "rule:test",
            Caption = caption,
            HeaderRows = 1,
            Rows = [.. rows.Select(r => r.Split('\t').ToImmutableArray())],
            CellSpans = spans.ToImmutable(),
        };
        return Resolve(Report(text, blocks.ToImmutable(), [table]), []);
    }

    public static ImmutableArray<Amount> Resolve(SegmentedReport report, ImmutableArray<DateItem> dates) =>
        AmountResolver.Resolve(report, Tagger.Tag(report, dates));

    public static SegmentedReport Report(string text, ImmutableArray<Block> blocks, ImmutableArray<Table> tables) =>
        new(new SourceFile("t.txt", "text/plain", 0, "", null, "utf-8", "text"), text, [], blocks, [], [], [], tables, [], [], new PlaceMap([]));

    public static Block Block(BlockKind kind, int start, int end) =>
        new() { Id = "b" + start, Kind = kind, Start = start, End = end, ContentStart = start };

    /// <summary><c>LOW[..HIGH] UNIT</c>, or <c>?</c>.</summary>
    public static string Value(Amount amount) =>
        amount.Vague ? "?" : (amount.Low == amount.High ? amount.Low : amount.Low + ".." + amount.High) + " " + amount.Unit;

    // A sealed copy of the two files, so that these tests need no other part's files and write nothing they read.
    private static ResourceDirectory Open()
    {
        var copy = Path.Combine(AppContext.BaseDirectory, "amount-models");
        foreach (var name in new[] { AmountRules.FileName, AmountRules.UnitsFileName })
        {
            var target = Path.Combine(copy, name);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(Models, name), target, overwrite: true);
        }

        ResourceDirectory.Seal(copy, "test");
        return ResourceDirectory.Open(copy);
    }
}
