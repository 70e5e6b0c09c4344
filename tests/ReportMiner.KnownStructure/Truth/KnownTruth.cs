using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReportMiner.KnownStructure.Truth;

/// <summary>What a careful reader finds in a generated report (<c>NAME.truth.json</c>).</summary>
internal sealed record KnownTruth(
    string Layout,
    string Renderer,
    ImmutableArray<string> Cover,
    ImmutableArray<TrueFurniture> Furniture,
    ImmutableArray<TrueHeading> Headings,
    ImmutableArray<TrueItem> Items,
    ImmutableArray<TrueParagraph> Paragraphs,
    ImmutableArray<TrueNote> Footnotes,
    ImmutableArray<TrueTable> Tables,
    ImmutableArray<TrueFigure> Figures)
{
    public static JsonSerializerOptions Json { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    public string Write() => JsonSerializer.Serialize(this, Json) + "\n";

    public static KnownTruth Read(string path) => JsonSerializer.Deserialize<KnownTruth>(File.ReadAllText(path), Json)!;
}

/// <summary>A running head; <paramref name="InBody"/> is how often the same words stand in the body.</summary>
internal sealed record TrueFurniture(string Text, int InBody);

/// <summary>A heading; the title is without note markers.</summary>
internal sealed record TrueHeading(int Level, string? Number, string Title);

/// <summary>A list item (or ※ remark): the text is without the bullet and with the note markers as printed.</summary>
internal sealed record TrueItem(string Kind, string Marker, int Depth, string? Head, string Text);

/// <summary>A paragraph.</summary>
internal sealed record TrueParagraph(string Text);

/// <summary>A note; one entry of <paramref name="References"/> for each place that points to it: the word before it.</summary>
internal sealed record TrueNote(string Marker, string Text, ImmutableArray<string> References);

/// <summary>A table.</summary>
internal sealed record TrueTable(
    string? Label, string Caption, string? Unit, string? SourceLine, int HeaderRows, bool Ruled, string[][] Rows, ImmutableArray<TrueSpan> Spans);

/// <summary>A merged cell.</summary>
internal sealed record TrueSpan(int Row, int Column, int RowSpan, int ColumnSpan);

/// <summary>A figure.</summary>
internal sealed record TrueFigure(string? Label, string Caption);
