using System.Text.RegularExpressions;
using ReportMiner.Documents;

namespace ReportMiner.Segment;

/// <summary>Says of each line what it is by itself: what opens it, whether it is a caption, a source, a note, a table row.</summary>
internal sealed partial class LineClassifier(StructureRules rules, HeadingLooks looks, BookmarkFinder bookmarks)
{
    private const int Around = 14;
    private const int LongestCaption = 40;
    private const int MarkReach = 4;
    private const int FewestAlike = 4;
    private const int CellLength = 20;
    private const int CellLines = 2;

    public void Classify(List<Line> lines, double bodySize)
    {
        MarkFull(lines);
        // What a line is by itself.
        Parallel.ForEach(lines, line =>
        {
            ReadMarker(line);
            line.Role = RoleOf(line, bodySize);
        });
        for (var i = 1; i < lines.Count; i++)
        {
            var line = lines[i];
            if (((line.Role == LineRole.Star || (line.Role == LineRole.Marked && line.Source.FontSize > bodySize - 0.6)) && OpensWithMark(lines[i - 1], line)) || (line.Role == LineRole.Star && ParksMark(lines, i)) || EndsSentence(lines[i - 1], line))
            {
                line.MakePlain();
            }
        }

        new ContentsFinder(rules).Mark(lines);
        bookmarks.Mark(lines);
        new TableNotes(rules.Notes).Mark(lines);
        var size = new TypeSize(lines, bodySize);
        // A source that states its notes has no others.
        var stated = lines.Exists(l => l.Source.Note is not null);
        if (!stated)
        {
            new FootNotes(rules, lines, size).Mark();
            new EndNotes(rules, size, bodySize).Mark(lines);
        }

        MarkBareCaptions(lines);
        looks.MarkPlain(lines);
        HeadingLooks.UnmarkBesideTables(lines);
        MarkSources(lines, bodySize);
        MarkTables(lines);
        if (!stated)
        {
            new NoteLines(rules, size).Mark(lines);
        }
    }

    private LineRole RoleOf(Line line, double bodySize)
    {
        var source = line.Source;
        if (source.Note is { } note)
        {
            line.MakeNote(note);
            return LineRole.Note;
        }

        if (source.Hint == LineHint.NoteRest)
        {
            line.MakeNoteRest();
            return LineRole.NoteRest;
        }

        if (source.Hint == LineHint.Caption)
        {
            return LineRole.Caption;
        }

        if (source.Hint == LineHint.TableRow || source.Table is not null)
        {
            return LineRole.TableRow;
        }

        if (rules.CaptionLabelled.IsMatch(line.Text) || rules.CaptionAngle.IsMatch(line.Text) || (rules.CaptionBare.IsMatch(line.Text) && !rules.ProseEnd.IsMatch(line.Text)))
        {
            return LineRole.Caption;
        }

        if (source.Hint == LineHint.Heading && (bodySize == 0 || IsTitle(line)))
        {
            return LineRole.Heading;
        }

        if (rules.Source.IsMatch(line.Text))
        {
            return LineRole.Source;
        }

        if (rules.Notes.Star.Match(line.Text) is { Success: true } star)
        {
            line.Marker = star.Groups["star"].Value;
            line.Family = null;
            line.Skip = star.Groups["star"].Index;
            line.ContentStart = star.Length;
            return LineRole.Star;
        }

        if (line.Family is null && looks.IsLarge(line))
        {
            return LineRole.Heading;
        }

        return line.Family is null && source.Hint != LineHint.ListItem ? LineRole.Plain : LineRole.Marked;
    }

    // Word processors' outline levels are given to whole statements, too.
    private bool IsTitle(Line line) =>
        line.Content.Length is > 1 and <= HeadingJudge.TitleLength && !rules.ProseEnd.IsMatch(line.Text) && line.Text[^1] is not (',' or ';') && line.Family?.Heading is not "never";

    // A star or number at a line's head that is raised, or a star that follows an unfinished full line, belongs to the word above.
    private bool OpensWithMark(Line above, Line line) =>
        line.Source.Box is not null && above.Full && above.Source.Page == line.Source.Page && Math.Abs(above.Source.FontSize - line.Source.FontSize) < 0.6 &&
        (line.Source.Runs is [{ Superscript: true }, ..] || (line.Role == LineRole.Star && rules.OpenEnd.IsMatch(above.Text)));

    // A star at a line's head in the size of the text, whose own note follows: it belongs to the word above.
    private bool ParksMark(List<Line> lines, int i)
    {
        var (above, line) = (lines[i - 1], lines[i]);
        return line.Source.Box is not null && above.Source.Page == line.Source.Page && Math.Abs(above.Source.FontSize - line.Source.FontSize) < 0.3 && above.Full &&
            !above.Text.Contains('*') && !rules.SentenceEnd.IsMatch(above.Text) && lines.Skip(i + 1).Take(MarkReach).Any(l => rules.Notes.Star.IsMatch(l.Text) && l.Source.FontSize < line.Source.FontSize - 0.5);
    }

    // "다." at a line's head is the end of the sentence above, not the count after 나.
    private bool EndsSentence(Line above, Line line) =>
        line.Family?.Id == "hangul" && line.Marker == rules.SentenceFinal && above.Full && above.Role is LineRole.Plain or LineRole.Marked or LineRole.Note or LineRole.Star &&
        !rules.SentenceEnd.IsMatch(above.Text) && above.Text[^1] is >= '가' and <= '힣';

    private void ReadMarker(Line line)
    {
        // Markdown writes every item as "- "; the report's own sign comes after it.
        var raw = line.Source.Text;
        var at = raw.Length - raw.AsSpan().TrimStart().Length;
        var inner = DashBeforeSign().Match(raw, at);
        if (inner.Success)
        {
            at += inner.Length;
        }

        var rest = raw[at..];
        if (BoxedNumber(line))
        {
            // A number in a box of its own: to the rules it is parted from the title by a wide gap.
            rest = NumberAndSpace().Replace(rest, "${n}\t");
        }

        foreach (var family in rules.Families)
        {
            if (family.Pattern.Match(rest) is { Success: true } match)
            {
                if (family.Id == "number" && IsEnumeration(rest, int.Parse(match.Groups["n"].ValueSpan)))
                {
                    return;
                }

                line.Family = family;
                line.Marker = match.Groups["n"].Value;
                line.ContentStart = Math.Min(line.Text.Length, line.OffsetOf(at + match.Length));
                line.Skip = line.OffsetOf(at);
                if (family.Id == "lost")
                {
                    line.Marker = null;
                    line.Skip = line.ContentStart;
                }

                return;
            }
        }
    }

    // "1. … 2. … 3. …" in one line names parts, it does not open one.
    private static bool IsEnumeration(string text, int number) =>
        text.Contains($" {number + 1}. ", StringComparison.Ordinal) && text.Contains($" {number + 2}. ", StringComparison.Ordinal) ||
        text.Contains($"\t{number + 1}. ", StringComparison.Ordinal) && text.Contains($"\t{number + 2}. ", StringComparison.Ordinal);

    /// <summary>A short line over a line that only states a unit is the title of what follows.</summary>
    private void MarkBareCaptions(List<Line> lines)
    {
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Role == LineRole.Plain && line.Source.IsSet && line.Source.Table is null && line.Text.Length is > 1 and <= LongestCaption && !line.Full &&
                rules.UnitLine.IsMatch(lines[i + 1].Text) && !rules.UnitLine.IsMatch(line.Text) && StandsUnder(line, lines[i + 1]) &&
                line.Text.Any(char.IsLetter) && !rules.ProseEnd.IsMatch(line.Text))
            {
                line.Role = LineRole.Caption;
            }
        }
    }

    private static bool StandsUnder(Line line, Line next) =>
        line.Source.Box is not { } box ? next.Source.Table is null : next.Source.Box is { } below && below.Y0 > box.Y0 && below.X0 < box.X1 + box.X1 - box.X0;

    /// <summary>Further sources stand under the first, in its small type.</summary>
    private static void MarkSources(List<Line> lines, double bodySize)
    {
        for (var i = 1; i < lines.Count; i++)
        {
            var (before, line) = (lines[i - 1], lines[i]);
            if (before.Role == LineRole.Source && line.Role == LineRole.Plain && line.Source.Box is { } box && before.Source.Box is { } above && line.Source.Page == before.Source.Page &&
                line.Source.FontSize < bodySize - 0.5 && Math.Abs(line.Source.FontSize - before.Source.FontSize) < 0.3 && box.Y0 > above.Y0 && box.Y0 - above.Y1 < above.Y1 - above.Y0)
            {
                line.Role = LineRole.Source;
            }
        }
    }

    // Number and title are set in different type, as where the number stands in a coloured box.
    private static bool BoxedNumber(Line line)
    {
        var runs = line.Source.Runs.Where(r => line.Source.Text.AsSpan(r.Start, r.End - r.Start).Trim().Length > 0).Take(2).ToList();
        return line.Source.Box is not null && runs.Count == 2 && runs[0].Font != runs[1].Font &&
            runs[1].FontSize >= line.Source.FontSize - 0.5 && !runs[0].Superscript &&
            NumberAndSpace().Match(line.Source.Text.TrimStart()) is { Success: true } m && m.Groups["n"].Length == line.Source.Text[runs[0].Start..runs[0].End].Trim().Length;
    }

    private static void MarkFull(List<Line> lines)
    {
        // A stretch of short lines (a figure, a table in pieces) has no edge of its own.
        var all = lines.Where(l => l.Source.Box is null).Select(l => l.Extent).Order().ToList();
        var usual = all.Count == 0 ? 0 : all[(int)((all.Count - 1) * 0.9)] * 0.7;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Source.Break != LineBreak.Print)
            {
                // A whole paragraph, whatever its length.
                continue;
            }

            var near = lines[Math.Max(0, i - Around)..Math.Min(lines.Count, i + Around + 1)].Where(o => o.Source.Page == line.Source.Page &&
                (line.Source.Box is not { } a || o.Source.Box is not { } b || (a.X0 < b.X1 && b.X0 < a.X1))).ToList();
            // A region of few lines (a title over a table) tells no edge of its own.
            var region = near.Where(o => o.Source.Region == line.Source.Region).ToList();
            var around = region.Count < FewestAlike ? near : region;
            // Notes in small print may run on where the text's column ends; of a line in print of its own the others tell.
            var alike = around.Where(o => Math.Abs(o.Source.FontSize - line.Source.FontSize) <= 0.15 * line.Source.FontSize).ToList();
            var extents = (alike.Count < FewestAlike ? around : alike).Select(o => o.Extent).Order().ToList();
            var edge = extents[(int)((extents.Count - 1) * 0.85)];
            line.Edge = edge;
            line.Full = line.Source.Box is null ? line.Extent >= Math.Max(edge * 0.82, usual) : line.Extent >= edge - (2.2 * line.Source.FontSize);
        }
    }

    /// <summary>
    /// Lines of a PDF page that are parted by wide gaps are rows of a table. Short lines between two such rows are
    /// cells that run over two lines.
    /// </summary>
    private static void MarkTables(List<Line> lines)
    {
        bool Row(Line line) => line.Source.Box is not null && line.Role is LineRole.Plain or LineRole.Marked &&
            line.Source.Text.AsSpan().Trim().Contains('\t') &&
            (line.Family is null || line.Source.Text.AsSpan().Trim().Count('\t') > 1);
        bool Piece(Line line) => line.Source.Box is not null && line.Role == LineRole.Plain && !line.Full && line.Text.Length <= CellLength;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!Row(lines[i]))
            {
                continue;
            }

            var rows = 1;
            var last = i;
            for (var j = i + 1; j < lines.Count && j <= last + 1 + CellLines && lines[j].Source.Page == lines[i].Source.Page; j++)
            {
                if (Row(lines[j]))
                {
                    rows++;
                    last = j;
                }
                else if (!Piece(lines[j]))
                {
                    break;
                }
            }

            if (rows >= 2)
            {
                for (var j = i; j <= last; j++)
                {
                    lines[j].MakePlain();
                    lines[j].Role = LineRole.TableRow;
                }
            }

            i = last;
        }
    }

    [GeneratedRegex(@"\G-\s+(?=[*※⇒⇨○ㅇ□■▶①-⑳])", RegexOptions.CultureInvariant)]
    private static partial Regex DashBeforeSign();

    [GeneratedRegex(@"^(?<n>\d{1,2}) (?=[가-힣A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex NumberAndSpace();
}
