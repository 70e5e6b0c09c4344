using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Resources;
using ReportMiner.Segment;

namespace ReportMiner.Tests.Segment;

/// <summary>Builds pages of styled lines: <c>^…^</c> is raised, a line that opens with <c>~</c> is set small, <c>|</c> opens the right column, an empty line leaves a gap.</summary>
internal static class NotePages
{
    private const double Em = 10;
    private const double Small = 8;
    private const double Left = 60;

    private static readonly Segmenter Segmenter = new(ResourceDirectory.Open(Path.Combine(AppContext.BaseDirectory, "models")));

    public static SegmentedReport Segment(params string[][] pages)
    {
        var built = pages.Select((p, i) => new SourcePage(i + 1, 595, 842, [.. Lines(p, i + 1)])).ToImmutableArray();
        var file = new SourceFile("a.pdf", "application/pdf", 1, "", pages.Length, null, "poppler");
        return Segmenter.Segment(new SourceDocument(file, built, [], []));
    }

    /// <summary>Body enough to make the body's size the usual one.</summary>
    public static string[] Body(params string[] lines) =>
    [
        "어항의 이용은 해마다 줄고 있으며 남은 배도 대부분은 오래되어 고쳐 쓰기가 쉽지 않다.",
        .. lines,
        "마을마다 사정이 다르지만 물양장과 창고를 함께 고쳐야 한다는 점에서는 뜻이 같았다.",
        "이 절은 그 까닭을 인구와 소득으로 나누어 살피고 다음 절에서 고칠 점을 차례로 든다.",
    ];

    private static IEnumerable<SourceLine> Lines(string[] lines, int page)
    {
        double y = 90, x = Left;
        var number = 0;
        foreach (var text in lines)
        {
            if (text is "" or "|")
            {
                (x, y) = text.Length == 0 ? (x, y + 30) : (330, 90);
                continue;
            }

            var size = text[0] == '~' ? Small : Em;
            yield return Line(text.TrimStart('~'), page, ++number, x, y, size);
            y += size * 1.5;
        }
    }

    private static SourceLine Line(string marked, int page, int number, double x, double y, double size)
    {
        var text = "";
        var runs = ImmutableArray.CreateBuilder<SourceRun>();
        var at = x;
        foreach (var (piece, i) in marked.Split('^').Select((p, i) => (p, i)))
        {
            if (piece.Length == 0)
            {
                continue;
            }

            var raised = i % 2 == 1;
            var points = raised ? size * 0.6 : size;
            var width = piece.Sum(c => c >= '\u1100' ? points : points * 0.5);
            runs.Add(new SourceRun(text.Length, text.Length + piece.Length, new Box(page, at, raised ? y - 1 : y, at + width, y + points), "F", points, null, false, raised));
            text += piece;
            at += width;
        }

        return new SourceLine { Page = page, Number = number, Text = text, Box = new Box(page, x, y, at, y + size), Runs = runs.ToImmutable(), FontSize = size };
    }
}
