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
    private const double SameHeight = 4;

    /// <summary>On so many pages a running head makes its place known.</summary>
    private const int KnownPlace = 3;

    /// <summary>A page's head and foot reach this far in, in shares of its height.</summary>
    private const double HeadZone = 0.12;

    /// <summary>So much of a report's text stands outside its tables, or they are what it is.</summary>
    private const double LeastOutside = 0.15;

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<(double Y, double Size)> _places = [];
    private readonly HashSet<string> _rare = new(StringComparer.Ordinal);

    public List<Line> Remove(SourceDocument source, ImmutableArray<Removal>.Builder removed)
    {
        var body = BodySize(source);
        var heads = RunningHeads(source);
        var kept = new List<Line>();
        foreach (var page in source.Pages)
        {
            var lines = page.Lines.Where(l => l.Text.AsSpan().Trim().Length > 0).ToList();
            var edges = Edges(lines);
            var opens = true;
            for (var i = 0; i < lines.Count; i++)
            {
                var line = lines[i];
                if (ReasonToRemove(line, page, i, edges, heads, body) is { } reason && !(reason == RemovalReason.RunningHead && i > 0 && GoesOnFrom(lines[i - 1], line, heads)))
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

    /// <summary>The type size most characters outside tables have, in points; 0 for text files. Where nearly all stands in tables, theirs.</summary>
    public static double BodySize(SourceDocument source)
    {
        var lines = source.Pages.SelectMany(p => p.Lines).ToList();
        var outside = lines.Where(l => l.Table is null).ToList();
        return (outside.Sum(l => l.Text.Length) >= LeastOutside * lines.Sum(l => l.Text.Length) ? outside : lines)
            .GroupBy(l => Math.Round(l.FontSize))
            .OrderByDescending(g => g.Sum(l => l.Text.Length)).ThenBy(g => g.Key)
            .FirstOrDefault()?.Key ?? 0;
    }

    private RemovalReason? ReasonToRemove(SourceLine line, SourcePage page, int index, PageEdges edges, HashSet<string> heads, double body)
    {
        if (line.Table is not null || line.Break != LineBreak.Print)
        {
            // Word processors' files say themselves what their furniture is.
            return null;
        }

        var text = line.Text.Trim();
        var edge = edges.Lines.Contains(line);
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

        if (edge && line.Box is { } place && page.Height is { } h && (place.Y1 < h * HeadZone || place.Y0 > h * (1 - HeadZone)) &&
            text.Length < 60 && !IsNumbered(text) && _places.Contains((Math.Round(place.Y0), Math.Round(line.FontSize))))
        {
            // Where the other pages have theirs, in the same type: a chapter of one page has its head once.
            return RemovalReason.RunningHead;
        }

        if (line.Box is { } at && page.Height is { } tall && line.FontSize < body + 0.1 && text.Length < 40 &&
            ((line == edges.First && page.Number > 1 && at.Y1 < tall * HeadZone && rules.Families.Any(f => f.Heading == "always" && f.Pattern.IsMatch(text))) ||
             (line == edges.Last && at.Y0 > tall * (1 - HeadZone) && line.FontSize < body - 0.4 && EndsInNumber().IsMatch(text))))
        {
            // A chapter's name in small type over the text, or a page number beside the report's name.
            return RemovalReason.RunningHead;
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
        var found = new Dictionary<string, List<SourceLine>>(StringComparer.Ordinal);
        for (var i = 0; i < source.Pages.Length; i++)
        {
            var lines = source.Pages[i].Lines.Where(l => l.Table is null && l.Text.AsSpan().Trim().Length > 0).ToList();
            foreach (var line in Edges(lines).Lines.DistinctBy(l => Key(l.Text.Trim())))
            {
                var key = Key(line.Text.Trim());
                found.TryAdd(key, []);
                found[key].Add(line);
            }
        }

        var repeated = found.ToDictionary(f => f.Key, f => f.Value.Where(l => f.Value.Exists(o => IsSameHead(l, o))).ToList(), StringComparer.Ordinal);
        foreach (var line in repeated.Where(r => found[r.Key].Count >= KnownPlace).SelectMany(r => r.Value).Where(l => l.Box is not null))
        {
            _places.Add((Math.Round(line.Box!.Y0), Math.Round(line.FontSize)));
        }

        _rare.UnionWith(found.Where(f => f.Value.Count * 3 < source.Pages.Length).Select(f => f.Key));
        // Two pages are few, but on a two-page input they are all there is.
        var enough = Math.Max(2, Math.Min(3, source.Pages.Length));
        return [.. repeated.Where(r => r.Key.Length is > 0 and < 80 && r.Value.Count >= enough).Select(r => r.Key)];
    }

    private sealed record PageEdges(HashSet<SourceLine> Lines, SourceLine? First, SourceLine? Last);

    /// <summary>The first and the last lines of a page: on pages with columns not those that are read first and last.</summary>
    private static PageEdges Edges(List<SourceLine> lines)
    {
        if (lines.Count == 0)
        {
            return new PageEdges([], null, null);
        }

        var sorted = lines.Exists(l => l.Box is null) ? lines : [.. lines.OrderBy(l => l.Box!.Y0)];
        var heights = sorted.Select(l => l.Box is null ? 0 : Math.Round(l.Box.Y0 / SameHeight)).ToList();
        var edges = sorted.Take(EdgeLines).Concat(sorted.TakeLast(EdgeLines)).ToHashSet<SourceLine>(ReferenceEqualityComparer.Instance);
        if (sorted[0].Box is not null)
        {
            // Several lines may stand side by side at the edge.
            var top = heights[Math.Min(EdgeLines - 1, heights.Count - 1)];
            var foot = heights[Math.Max(0, heights.Count - EdgeLines)];
            edges.UnionWith(sorted.Where((_, i) => heights[i] <= top || heights[i] >= foot));
        }

        return new PageEdges(edges, sorted[0], sorted[^1]);
    }

    // At the same height, and alike but for a number that counts the pages.
    private static bool IsSameHead(SourceLine a, SourceLine b)
    {
        if (ReferenceEquals(a, b) || (a.Box is { } p && b.Box is { } q && Math.Abs(p.Y0 - q.Y0) > SameHeight))
        {
            return false;
        }

        var numbers = Digits().Matches(a.Text).Zip(Digits().Matches(b.Text));
        return numbers.All(n => n.First.Value == n.Second.Value || a.Page == 0 ||
            (n.First.Length < 5 && n.Second.Length < 5 && int.Parse(n.First.ValueSpan) - int.Parse(n.Second.ValueSpan) == a.Page - b.Page));
    }

    // Page numbers differ from head to head; the number of a title does not.
    private string Key(string text) => IsNumbered(text) ? text : Digits().Replace(string.Concat(text.Where(c => !char.IsWhiteSpace(c))), "#");

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^\d{1,3}\s+\D{4,}$|^\D{4,}\s+\d{1,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex EndsInNumber();
}
