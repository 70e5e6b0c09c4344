using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportMiner.Documents;

namespace ReportMiner.Segment;

/// <summary>
/// Takes running heads and page numbers out. A page number is a line of its own form (- 12 -), or a bare number at a
/// page's edge; a running head is a line that recurs, digits aside, at the edge of several pages, or that stands in
/// the outer margin in small type.
/// </summary>
internal sealed partial class Furniture(StructureRules rules)
{
    private const int EdgeLines = 2;
    private const double Margin = 0.065;

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _rare = new(StringComparer.Ordinal);

    public List<Line> Remove(SourceDocument source, ImmutableArray<Removal>.Builder removed)
    {
        var body = BodySize(source);
        var heads = RunningHeads(source);
        var kept = new List<Line>();
        foreach (var page in source.Pages)
        {
            var lines = page.Lines.Where(l => l.Text.AsSpan().Trim().Length > 0).ToList();
            var opens = true;
            for (var i = 0; i < lines.Count; i++)
            {
                var line = lines[i];
                if (ReasonToRemove(line, page, i, lines.Count, heads, body) is { } reason && !(reason == RemovalReason.RunningHead && i > 0 && GoesOnFrom(lines[i - 1], line, heads)))
                {
                    removed.Add(new Removal(reason, line.Text.Trim(), line.Page > 0 ? line.Page : null, line.Number));
                    continue;
                }

                kept.Add(new Line(line, kept.Count, opens));
                opens = false;
            }
        }

        return kept;
    }

    /// <summary>The type size most characters have, in points; 0 for text files.</summary>
    public static double BodySize(SourceDocument source) => source.Pages.SelectMany(p => p.Lines)
        .GroupBy(l => Math.Round(l.FontSize))
        .OrderByDescending(g => g.Sum(l => l.Text.Length)).ThenBy(g => g.Key)
        .FirstOrDefault()?.Key ?? 0;

    private RemovalReason? ReasonToRemove(SourceLine line, SourcePage page, int index, int count, HashSet<string> heads, double body)
    {
        if (line.Table is not null)
        {
            return null;
        }

        var text = line.Text.Trim();
        var edge = index < EdgeLines || index >= count - EdgeLines;
        if (rules.PageNumber.IsMatch(text) && (!char.IsAsciiDigit(text[0]) || (edge && page.Number > 0)))
        {
            return RemovalReason.PageNumber;
        }

        if (edge && heads.Contains(Key(text)))
        {
            // What later pages repeat may stand here for the first time as a numbered title or, in large type, as the cover's.
            var large = line.Box is not null && line.FontSize > body * 1.18 && index > 0;
            return (large || IsNumbered(text)) && _seen.Add(text) ? null : RemovalReason.RunningHead;
        }

        if (rules.Source.IsMatch(text))
        {
            return null;
        }

        var outside = line.Box is { } box && page.Height is { } height && (box.Y1 < height * Margin || box.Y0 > height * (1 - Margin));
        return outside && line.FontSize <= body + 0.5 && text.Length < 80 ? RemovalReason.RunningHead : null;
    }

    // The last line of a note that several pages end with (앞의 책, 12쪽.) clings to the note above; a running foot stands apart.
    private bool GoesOnFrom(SourceLine above, SourceLine line, HashSet<string> heads) =>
        above.Box is { } a && line.Box is { } b && b.Y1 > a.Y1 && b.Y1 - a.Y1 < 1.9 * line.FontSize && a.X0 < b.X1 && b.X0 < a.X1 &&
        b.Y0 > line.FontSize * 10 && _rare.Contains(Key(line.Text.Trim())) && Math.Abs(above.FontSize - line.FontSize) < 0.6 && !heads.Contains(Key(above.Text.Trim()));

    private bool IsNumbered(string text) => rules.Families.Any(f => f.Rank is not null && f.Pattern.IsMatch(text));

    private HashSet<string> RunningHeads(SourceDocument source)
    {
        var pages = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var page in source.Pages)
        {
            var texts = page.Lines.Select(l => l.Text.Trim()).Where(t => t.Length > 0).ToList();
            foreach (var key in texts.Take(EdgeLines).Concat(texts.TakeLast(EdgeLines)).Select(Key).Distinct(StringComparer.Ordinal))
            {
                pages[key] = pages.GetValueOrDefault(key) + 1;
            }
        }

        _rare.UnionWith(pages.Where(p => p.Value * 3 < source.Pages.Length).Select(p => p.Key));
        // Two pages are few, but on a two-page input they are all there is.
        var enough = Math.Max(2, Math.Min(3, source.Pages.Length));
        return [.. pages.Where(p => p.Value >= enough && p.Key.Length is > 0 and < 80).Select(p => p.Key)];
    }

    // Page numbers differ from head to head; the number of a title does not.
    private string Key(string text) => IsNumbered(text) ? text : Digits().Replace(string.Concat(text.Where(c => !char.IsWhiteSpace(c))), "#");

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
