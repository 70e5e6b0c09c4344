using System.Collections.Immutable;
using System.Text.Json;

namespace ReportMiner.KnownStructure.Check;

/// <summary>What is compared of a report's JSON (the output contract); a key that is missing reads as null or empty.</summary>
internal sealed record Prediction(
    int Pages,
    ImmutableArray<FoundSection> Sections,
    ImmutableArray<FoundBlock> Blocks,
    ImmutableArray<FoundNote> Footnotes,
    ImmutableArray<FoundTable> Tables,
    ImmutableArray<FoundFigure> Figures)
{
    public static Prediction Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var text = new CodePoints(root.GetProperty("text").GetString()!);
        return new Prediction(
            root.GetProperty("source").TryGetProperty("pages", out var pages) && pages.ValueKind == JsonValueKind.Number ? pages.GetInt32() : 0,
            [.. root.GetProperty("sections").EnumerateArray().Select(s => new FoundSection(s.GetProperty("level").GetInt32(), Text(s, "number"), Text(s, "title")!))],
            [.. root.GetProperty("blocks").EnumerateArray().Select(b => new FoundBlock(Text(b, "kind")!, b.GetProperty("level").GetInt32(), Text(b, "marker"), Text(b, "head"), text.Slice(b)))],
            [.. root.GetProperty("footnotes").EnumerateArray().Select(n => Note(n, text))],
            [.. root.GetProperty("tables").EnumerateArray().Select(Table)],
            [.. root.GetProperty("figures").EnumerateArray().Select(f => new FoundFigure(Text(f, "label"), Text(f, "caption")!))]);
    }

    private static FoundNote Note(JsonElement note, CodePoints text)
    {
        var spans = note.GetProperty("references").EnumerateArray().Select(r => (Start: r.GetProperty("start").GetInt32(), End: r.GetProperty("end").GetInt32()));
        return new FoundNote(Text(note, "marker")!, Text(note, "text")!, [.. spans.Select(s => text.Before(s.Start))]);
    }

    private static FoundTable Table(JsonElement table) => new(
        Text(table, "label"), Text(table, "caption"), Text(table, "unit"), Text(table, "sourceLine"), table.GetProperty("headerRows").GetInt32(),
        [.. table.GetProperty("rows").EnumerateArray().Select(r => r.EnumerateArray().Select(c => c.GetString()!).ToArray())],
        table.TryGetProperty("spans", out var spans)
            ? [.. spans.EnumerateArray().Select(s => new Truth.TrueSpan(s.GetProperty("row").GetInt32(), s.GetProperty("column").GetInt32(), s.GetProperty("rowSpan").GetInt32(), s.GetProperty("columnSpan").GetInt32()))]
            : []);

    private static string? Text(JsonElement element, string key) =>
        element.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>The text by code points, as the contract counts.</summary>
    private sealed class CodePoints(string text)
    {
        private readonly int[] _points = [.. text.EnumerateRunes().Select(r => r.Value)];

        public string Slice(JsonElement span) => Slice(span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32());

        public string Before(int at) => Slice(Math.Max(0, at - 60), at);

        private string Slice(int start, int end) => string.Concat(_points[start..end].Select(char.ConvertFromUtf32));
    }
}

/// <summary>A section found.</summary>
internal sealed record FoundSection(int Level, string? Number, string Title);

/// <summary>A block found.</summary>
internal sealed record FoundBlock(string Kind, int Level, string? Marker, string? Head, string Text);

/// <summary>A note found, with the text before each marker that points to it.</summary>
internal sealed record FoundNote(string Marker, string Text, ImmutableArray<string> Before);

/// <summary>A table found.</summary>
internal sealed record FoundTable(string? Label, string? Caption, string? Unit, string? SourceLine, int HeaderRows, string[][] Rows, ImmutableArray<Truth.TrueSpan> Spans);

/// <summary>A figure found.</summary>
internal sealed record FoundFigure(string? Label, string Caption);
