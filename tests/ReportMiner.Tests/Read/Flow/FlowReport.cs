using ReportMiner.Documents;
using ReportMiner.Read;
using ReportMiner.Read.Flow;
using ReportMiner.Resources;
using ReportMiner.Segment;

namespace ReportMiner.Tests.Read.Flow;

/// <summary>A word processor's document built block by block, and what becomes of it.</summary>
internal sealed class FlowReport
{
    public static readonly FlowStyle Body = new("바탕", 12, false, false, "#000000");

    private static readonly ResourceDirectory Models = ResourceDirectory.Open(Path.Combine(AppContext.BaseDirectory, "models"));
    private static readonly FlowLines Lines = new(SymbolMap.Load(Models));
    private static readonly Segmenter Segmenter = new(Models);

    private readonly List<FlowBlock> _blocks = [];
    private readonly List<FlowAside> _asides = [];

    public static NumberForms Forms { get; } = new(Models);

    public static FlowParagraph Text(string text, double size = 12, bool bold = false) => new([new FlowSpan(text, Body with { Size = size, Bold = bold })]);

    public static FlowCell Cell(int row, int column, string text, int down = 1, int right = 1) => new(row, column, down, right, row == 0, [Text(text)]);

    /// <summary>A table: rows of cells parted by |.</summary>
    public static FlowTable Grid(params string[] rows) => new([.. rows.SelectMany((r, row) => r.Split('|').Select((c, column) => Cell(row, column, c.Trim())))]);

    public FlowReport Add(string text, double size = 12, bool bold = false) => Add(Text(text, size, bold));

    public FlowReport Add(params FlowBlock[] blocks)
    {
        _blocks.AddRange(blocks);
        return this;
    }

    /// <summary>Adds a paragraph with a note where <c>{…}</c> holds its text.</summary>
    public FlowReport Noted(string text, string marker, bool endnote = false)
    {
        var (before, rest) = (text[..text.IndexOf('{')], text[(text.IndexOf('{') + 1)..]);
        var note = new FlowNote(marker, marker + ")", endnote, [Text(rest[..rest.IndexOf('}')], 9)]);
        return Add(new FlowParagraph([new FlowSpan(before, Body), new FlowSpan(note.Printed, Body with { Raised = true }, note), new FlowSpan(rest[(rest.IndexOf('}') + 1)..], Body)]));
    }

    public FlowReport Aside(RemovalReason reason, string text)
    {
        _asides.Add(new FlowAside(reason, text));
        return this;
    }

    public SourceDocument Read() =>
        Lines.Write(new FlowDocument([.. _blocks], [.. _asides], null), new SourceFile("보고서.hwpx", "application/hwp+zip", 0, "", null, null, "hwpx"));

    public SegmentedReport Segment() => Segmenter.Segment(Read());
}
