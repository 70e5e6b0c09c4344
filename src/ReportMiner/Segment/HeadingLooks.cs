using ReportMiner.Documents;

namespace ReportMiner.Segment;

/// <summary>Tells a heading by how it is set: larger than the text, bold where the text is not, or in a typeface or colour of its own.</summary>
internal sealed class HeadingLooks
{
    private const double Larger = 1.18;
    private const double Emphasised = 1.08;
    private const int LongestTitle = 70;
    private const int LongestPlain = 50;
    private const double MostBold = 0.35;

    private readonly StructureRules _rules;
    private readonly double _bodySize;
    private readonly bool _boldTells;
    private readonly string? _bodyColor;
    private readonly string? _bodyFont;

    public HeadingLooks(StructureRules rules, List<Line> lines, double bodySize)
    {
        _rules = rules;
        _bodySize = bodySize;
        var runs = lines.Where(l => l.Source.Table is null).SelectMany(l => l.Source.Runs).Where(r => Math.Abs(r.FontSize - bodySize) < 0.6).ToList();
        var all = runs.Sum(r => r.End - r.Start);
        _bodyColor = Usual(runs, r => r.Color);
        _bodyFont = Usual(runs, r => r.Font);
        _boldTells = bodySize > 0 && runs.Where(r => r.Bold).Sum(r => r.End - r.Start) < MostBold * all;
    }

    /// <summary>Whether a line without a marker, or with one that may open a title, is large enough for a heading.</summary>
    public bool IsLarge(Line line) =>
        _bodySize > 0 && line.Source.FontSize >= _bodySize * Larger && line.Content.Length <= LongestTitle &&
        line.Content.Count(char.IsLetter) >= 2 && !_rules.ProseEnd.IsMatch(line.Text) && !_rules.UnitLine.IsMatch(line.Text) && line.Family?.Heading is not "never" &&
        !line.Source.Text.AsSpan().Trim().Contains('\t');

    /// <summary>Whether a line of a page is set off from the text by size, weight, typeface or colour.</summary>
    public bool IsEmphasised(Line line) => IsHeavier(line) || (_bodySize > 0 && line.Source.FontSize > _bodySize - 0.6 && line.All(r => r.Color != _bodyColor));

    /// <summary>Whether a line is larger than the text, bold where the text is not, or somewhat larger in a typeface of its own.</summary>
    private bool IsHeavier(Line line) =>
        _bodySize > 0 &&
        (line.Source.FontSize >= _bodySize * Emphasised ||
         (_boldTells && line.Source.FontSize > _bodySize - 0.6 && line.BoldAll) ||
         (line.Source.FontSize > _bodySize + 0.4 && line.All(r => r.Font != _bodyFont)));

    private static string? Usual(List<Documents.SourceRun> runs, Func<Documents.SourceRun, string?> kind) =>
        runs.GroupBy(kind).OrderByDescending(g => g.Sum(r => r.End - r.Start)).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;

    /// <summary>Plain lines in heavier print that stand apart from the text around them become headings.</summary>
    public void MarkPlain(List<Line> lines)
    {
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (IsTitle(lines, i))
            {
                lines[i].Role = LineRole.Heading;
            }
        }
    }

    /// <summary>Large words beside a table belong to a picture.</summary>
    public static void UnmarkBesideTables(List<Line> lines)
    {
        foreach (var page in lines.GroupBy(l => l.Source.Page))
        {
            var tables = page.Select(l => l.Source.Table?.Box).OfType<Box>().Distinct().ToList();
            foreach (var line in page.Where(l => tables.Count > 0 && l.Role == LineRole.Heading && l.Family is null && l.Bookmark is null))
            {
                var box = line.Source.Box!;
                if (tables.Exists(t => box.Y0 > t.Y0 && box.Y1 < t.Y1 && (box.X1 <= t.X0 || box.X0 >= t.X1)))
                {
                    line.Role = LineRole.Plain;
                }
            }
        }
    }

    private bool IsTitle(List<Line> lines, int i)
    {
        var line = lines[i];
        var next = lines[i + 1];
        if (line.Role != LineRole.Plain || !line.Source.IsSet || line.Source.Table is not null || !IsHeavier(line) || line.Full ||
            line.Text.Length is < 3 or > LongestPlain || line.Text.Count(char.IsLetter) < 3 ||
            _rules.SentenceEnd.IsMatch(line.Text) || _rules.OpenEnd.IsMatch(line.Text) || line.Text[^1] is ',' or ';' or ':' || line.Source.Text.AsSpan().Trim().Contains('\t'))
        {
            return false;
        }

        // Text follows it, not as heavy in one piece with it.
        if (next.Source.Table is not null || next.Role is LineRole.Caption or LineRole.Source || (next.Role == LineRole.Plain && IsHeavier(next)))
        {
            return false;
        }

        if (line.Source.Box is not { } box)
        {
            return line.Source.Break == LineBreak.Paragraph && next.Source.Break == LineBreak.Paragraph;
        }

        // On a page: below it, in its own column.
        if (next.Source.Page != line.Source.Page || next.Source.Box is not { } below || below.Y0 < box.Y1 - 2 || below.X0 > box.X1)
        {
            return false;
        }

        return i == 0 || line.OpensPage || lines[i - 1].Source.Page != line.Source.Page ||
            lines[i - 1].Source.Box is { } above && (above.Y0 > box.Y0 || (box.Y0 - above.Y1 > 0.35 * (box.Y1 - box.Y0) && !_rules.OpenEnd.IsMatch(lines[i - 1].Text)));
    }
}
