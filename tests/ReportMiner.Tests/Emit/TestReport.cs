using ReportMiner.Documents;

namespace ReportMiner.Tests.Emit;

/// <summary>Small reports for tests of what is written.</summary>
internal static class TestReport
{
    public static Report Empty { get; } = new()
    {
        Generator = new Generator("ReportMiner", "0", "0", []),
        Source = new SourceFile("a.txt", "text/plain", 1, "0", null, "utf-8", "text"),
        Metadata = new Metadata(null, null, [], [], null, null, "ko"),
        Text = "",
        Pages = [],
        Blocks = [],
        Removed = [],
        Sections = [],
        Footnotes = [],
        Tables = [],
        Figures = [],
        Mentions = [],
        Entities = [],
        Dates = [],
        Amounts = [],
        Recommendations = [],
        Facts = [],
        LeftFigures = [],
        Diagnostics = [],
    };

    /// <summary>👉 stands before the date: two UTF-16 code units, one code point.</summary>
    public static Report WithDate { get; } = Empty with
    {
        Text = "👉2024년",
        Blocks = [new Block { Id = "b1", Kind = BlockKind.Paragraph, Start = 0, End = 6 }],
        Dates = [new DateItem { Id = "d1", Text = "2024년", Start = 1, End = 6, Edtf = "2024", From = "2024-01-01", Until = "2024-12-31", Kind = DateKind.Point, Confidence = 0.9, Source = "rule:year" }],
    };
}
