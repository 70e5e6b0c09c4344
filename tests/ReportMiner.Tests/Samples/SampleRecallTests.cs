using ReportMiner.Documents;
using Xunit;

namespace ReportMiner.Tests.Samples;

/// <summary>
/// What a careful reader finds in each sample (<c>expected.tsv</c>, written by hand, never from the program's output)
/// is found by the program, in every form of the sample. A line is kind, surface, value; white space does not count,
/// since a line end may stand anywhere:
/// <c>date</c> surface EDTF; <c>amount</c> surface <c>LOW[..HIGH] UNIT</c>; <c>name</c> surface type; <c>heading</c>
/// title level; <c>footnote</c> marker references; <c>caption</c> title label; <c>action</c> a stretch of a
/// recommendation, its kind; <c>published</c> date. The value <c>*</c> stands for any.
/// </summary>
public sealed class SampleRecallTests
{
    private const double Floor = 0.9;

    public static TheoryData<string> Inputs => [.. SampleFiles.All()];

    [Theory]
    [MemberData(nameof(Inputs))]
    public void A_sample_yields_what_a_reader_finds(string input)
    {
        var table = Path.Combine(Path.GetDirectoryName(SampleFiles.PathOf(input))!, "expected.tsv");
        var expected = File.ReadAllLines(table).Where(l => l.Length > 0 && l[0] != '#').ToArray();
        Assert.True(expected.Length >= 10, $"{table} holds only {expected.Length} expectations");
        var report = SampleReports.Of(input);
        var found = Findings(report);

        var misses = expected.Where(line => !IsFound(line.Split('\t'), found, report)).ToArray();
        var recall = 1 - (misses.Length / (double)expected.Length);

        Assert.True(recall >= Floor, $"{input}: {recall:0.00} of {expected.Length} found, missing:\n{string.Join('\n', misses)}");
    }

    private static bool IsFound(string[] expectation, HashSet<(string Kind, string Surface, string Value)> found, Report report) => expectation switch
    {
        ["action", var words, var kind] => report.Recommendations.Any(r =>
            Fold(r.Text).Contains(Fold(words), StringComparison.Ordinal) && r.Kind.ToString().Equals(kind, StringComparison.OrdinalIgnoreCase)),
        [var kind, var surface, "*"] => found.Any(f => f.Kind == kind && f.Surface == Fold(surface)),
        [var kind, var surface, var value] => found.Contains((kind, Fold(surface), Fold(value))),
        _ => throw new InvalidDataException("expected three columns: " + string.Join('\t', expectation)),
    };

    private static HashSet<(string Kind, string Surface, string Value)> Findings(Report report)
    {
        IEnumerable<(string, string, string)> all =
        [
            .. report.Dates.Select(d => ("date", d.Text, d.Edtf ?? "?")),
            .. report.Amounts.Select(a => ("amount", a.Text, (a.Low == a.High ? a.Low : a.Low + ".." + a.High) + " " + a.Unit)),
            .. report.Mentions.Select(m => ("name", m.Text, m.Type.ToString().ToUpperInvariant())),
            .. report.Sections.Select(s => ("heading", s.Title, s.Level.ToString())),
            .. report.Footnotes.Select(n => ("footnote", n.Marker, n.References.Length.ToString())),
            .. report.Tables.Where(t => t.Caption is not null).Select(t => ("caption", t.Caption!, t.Label ?? "-")),
            .. report.Figures.Select(f => ("caption", f.Caption, f.Label ?? "-")),
            ("published", "-", report.Metadata.Published ?? "-"),
        ];
        return [.. all.Select(f => (f.Item1, Fold(f.Item2), Fold(f.Item3)))];
    }

    private static string Fold(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
