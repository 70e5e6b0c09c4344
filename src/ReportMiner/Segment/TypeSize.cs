using ReportMiner.Documents;

namespace ReportMiner.Segment;

/// <summary>
/// How large a line is set beside the body. Hangul is measured by hangul and Latin by Latin: browsers set the two in
/// different fonts, and the sizes poppler reads from such fonts agree within a font only.
/// </summary>
internal sealed class TypeSize
{
    /// <summary>Lines of one note differ by less than this share of the body's size.</summary>
    private const double OneSize = 0.12;

    private const double AcrossScripts = 0.25;
    private const double Smaller = 0.97;
    private const int FewestHangul = 2;

    private readonly Measure _hangul;
    private readonly Measure _latin;

    public TypeSize(List<Line> lines, double body)
    {
        var runs = lines.Where(l => body > 0 && Math.Abs(l.Source.FontSize - body) < 0.5 && HangulOf(l).Count() is >= FewestHangul)
            .SelectMany(l => l.Source.Runs.Select(r => (Line: l, Run: r))).Where(p => p.Run.Box is not null && !p.Run.Superscript).ToList();
        _hangul = Measure.Of(runs.Where(p => IsHangul(p.Line, p.Run)).Select(p => p.Run));
        _latin = Measure.Of(runs.Where(p => IsLatin(p.Line, p.Run)).Select(p => p.Run));
        if (_hangul.Size == 0)
        {
            _hangul = new Measure(body, 0, null);
        }
    }

    /// <summary>Whether the report has type sizes at all.</summary>
    public bool Known => _hangul.Size > 0;

    public bool IsSmall(Line line)
    {
        var (run, measure) = MainRun(line);
        if (run is null || Math.Abs(run.FontSize - measure.Size) > 0.4)
        {
            return (run?.FontSize ?? line.Source.FontSize) < measure.Size;
        }

        // Sizes are rounded; the heights of one font are not.
        return run.Font == measure.Font && run.Box is { } box && box.Y1 - box.Y0 < Smaller * measure.Height;
    }

    /// <summary>Whether two lines are of one size.</summary>
    public bool AreAlike(Line one, Line other) =>
        Math.Abs(Scale(one) - Scale(other)) < (HangulOf(one).Any() && HangulOf(other).Any() ? OneSize : AcrossScripts);

    private double Scale(Line line)
    {
        var (run, measure) = MainRun(line);
        return (run?.FontSize ?? line.Source.FontSize) / Math.Max(1, measure.Size);
    }

    private (SourceRun? Run, Measure Measure) MainRun(Line line)
    {
        var hangul = HangulOf(line).ToList();
        if (hangul.Sum(r => r.End - r.Start) >= FewestHangul || _latin.Size == 0)
        {
            return (hangul.MaxBy(r => r.End - r.Start), _hangul);
        }

        var latin = line.Source.Runs.Where(r => !r.Superscript && IsLatin(line, r)).MaxBy(r => r.End - r.Start);
        return latin is null ? (null, _hangul) : (latin, _latin);
    }

    private static IEnumerable<SourceRun> HangulOf(Line line) => line.Source.Runs.Where(r => !r.Superscript && IsHangul(line, r));

    private static bool IsHangul(Line line, SourceRun run) => line.Source.Text.AsSpan(run.Start, run.End - run.Start).IndexOfAnyInRange('가', '힣') >= 0;

    private static bool IsLatin(Line line, SourceRun run)
    {
        var text = line.Source.Text.AsSpan(run.Start, run.End - run.Start);
        return text.IndexOfAnyInRange('가', '힣') < 0 && (text.IndexOfAnyInRange('0', '9') >= 0 || text.IndexOfAnyInRange('A', 'z') >= 0);
    }

    /// <summary>Size, height and font of most of the body's characters.</summary>
    private readonly record struct Measure(double Size, double Height, string? Font)
    {
        public static Measure Of(IEnumerable<SourceRun> runs)
        {
            var most = runs.GroupBy(r => (r.FontSize, r.Font)).OrderByDescending(g => g.Sum(r => r.End - r.Start)).ThenBy(g => g.Key.FontSize).ThenBy(g => g.Key.Font, StringComparer.Ordinal).FirstOrDefault();
            if (most is null)
            {
                return default;
            }

            var heights = most.Select(r => r.Box!.Y1 - r.Box.Y0).Order().ToList();
            return new Measure(most.Key.FontSize, heights[heights.Count / 2], most.Key.Font);
        }
    }
}
