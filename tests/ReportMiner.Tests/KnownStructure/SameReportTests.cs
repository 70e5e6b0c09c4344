using ReportMiner.KnownStructure.Check;
using ReportMiner.Tests.Read;
using Xunit;

namespace ReportMiner.Tests.KnownStructure;

/// <summary>A report says the same in whatever format it is kept.</summary>
public sealed class SameReportTests
{
    private const int TailLength = 8;

    // What a format lacks that another has: second marks for a note, the title in the frame on the first page, a caption that
    // stands apart from its table. Only ever shortened.
    private static readonly Dictionary<string, string[]> Lacking = new(StringComparer.Ordinal)
    {
        ["C4-libreoffice.pdf"] = ["caption 표 2 항만분야투자계획"],
    };

    [PopplerTheory]
    [InlineData("A14")]
    [InlineData("B11")]
    [InlineData("C4")]
    public void Sections_notes_and_tables_are_the_same_in_every_format(string name)
    {
        var pipeline = new ReportPipelineBuilder().Build();
        var formats = new[] { "libreoffice.pdf", "docx.docx", "hwpx.hwpx" }.Select(f => $"{name}-{f}").ToDictionary(f => f, f => Statements(pipeline, f), StringComparer.Ordinal);
        var all = formats.Values.SelectMany(s => s).ToHashSet(StringComparer.Ordinal);
        Assert.All(formats, f => Assert.Equal(Lacking.GetValueOrDefault(f.Key, []), all.Except(f.Value).Order(StringComparer.Ordinal)));
    }

    private static HashSet<string> Statements(ReportPipeline pipeline, string file)
    {
        var path = Path.Combine(Fixtures.Folder, file);
        var cover = Fixtures.Truth(path).Cover.Select(Fold.Bare).ToHashSet(StringComparer.Ordinal);
        var found = Fixtures.Found(pipeline, path);
        var tables = found.Tables.Where(t => t.Rows.Length > 0).ToList();
        return
        [
            .. found.Sections.Where(s => !cover.Contains(Fold.Bare(s.Title))).Select(s => $"section {s.Level} {Fold.Bare(s.Title)}"),
            .. found.Footnotes.Select(n => $"note {n.Marker} {Fold.Bare(n.Text)}"),
            .. found.Footnotes.SelectMany(n => n.Before.Select(b => $"reference {n.Marker} {Tail(b)}")),
            .. tables.Where(t => t.Caption is not null).Select(t => $"caption {t.Label} {Fold.Bare(t.Caption)}"),
            .. tables.Select(t => $"table {string.Join(" / ", t.Rows.Select(r => string.Join(" | ", r.Select(Fold.Bare))))}"),
            .. tables.SelectMany(t => t.Spans.Select(s => $"span {Fold.Bare(t.Rows[s.Row][s.Column])} {s.Row} {s.Column} {s.RowSpan} {s.ColumnSpan}")),
        ];
    }

    /// <summary>The end of what stands before a mark, without the marks between.</summary>
    private static string Tail(string before)
    {
        var bare = Fold.Bare(before).TrimEnd("0123456789),*".ToCharArray());
        return bare[Math.Max(0, bare.Length - TailLength)..];
    }
}
