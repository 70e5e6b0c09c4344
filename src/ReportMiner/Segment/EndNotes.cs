namespace ReportMiner.Segment;

/// <summary>Finds the notes of a section of endnotes (미주): numbered lines under its title, chapter by chapter.</summary>
internal sealed class EndNotes(StructureRules rules, TypeSize size, double bodySize)
{
    /// <summary>So many lines may stand between a title and its first note: the name of a chapter.</summary>
    private const int Between = 2;

    private const int ShortTitle = 25;
    private const double HeadingScale = 1.18;
    private const double Leading = 2.2;

    public void Mark(List<Line> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Role is not (LineRole.Toc or LineRole.TableRow) && rules.Notes.SectionTitle.IsMatch(lines[i].Text) && FirstAfter(lines, i) is { } first)
            {
                i = MarkSection(lines, first) - 1;
            }
        }
    }

    private int? FirstAfter(List<Line> lines, int title)
    {
        for (var i = title + 1; i < lines.Count && i <= title + 1 + Between; i++)
        {
            if (NoteHead.Of(lines[i], rules.Notes) is { } head)
            {
                return head.Number == 1 || lines[i].Role == LineRole.Note || i == title + 1 ? i : null;
            }
        }

        return null;
    }

    /// <summary>Marks the notes from the first on; returns the line after the section.</summary>
    private int MarkSection(List<Line> lines, int first)
    {
        var style = NoteHead.Of(lines[first], rules.Notes)!.Value;
        var last = 0;
        Line? opener = null;
        for (var i = first; i < lines.Count; i++)
        {
            var line = lines[i];
            if (NoteHead.Of(line, rules.Notes) is { } head && head.IsLike(style) && (opener is null || head.Number == last + 1 || (head.Number == 1 && EndsNote(lines, i))))
            {
                line.MakeNote(head.Number, head.Length);
                line.Endnote = true;
                (last, opener) = (head.Number, line);
            }
            else if (!IsChapter(lines, i, last) && GoesOn(lines[i - 1], line, opener!))
            {
                if (line.Source.Page > 0)
                {
                    line.MakeNoteRest();
                }
            }
            else if (FirstAfter(lines, i) is { } next && NoteHead.Of(lines[next], rules.Notes) is { Number: 1 })
            {
                i = next - 1;
            }
            else
            {
                return i;
            }
        }

        return lines.Count;
    }

    // A short line of its own before a note 1: the name of the next chapter.
    private bool IsChapter(List<Line> lines, int i, int last) =>
        last > 0 && i + 1 < lines.Count && lines[i].Text.Length <= ShortTitle && lines[i].Text[^1] is not (',' or '.') && !rules.OpenEnd.IsMatch(lines[i - 1].Text) && NoteHead.Of(lines[i + 1], rules.Notes) is { Number: 1 };

    // A list inside a note may start with 1 again; the notes of a new chapter come after a title or a finished line.
    private static bool EndsNote(List<Line> lines, int i) => lines[i - 1].Role is not (LineRole.Note or LineRole.NoteRest) || !lines[i - 1].Full;

    private bool GoesOn(Line above, Line line, Line opener)
    {
        if (line.Role is LineRole.Heading or LineRole.Caption or LineRole.TableRow or LineRole.Source || IsTitle(line))
        {
            return false;
        }

        if (line.Source.Box is not { } b || above.Source.Box is not { } a)
        {
            return line.Role == LineRole.Plain && line.Source.BlankLinesBefore <= opener.Source.BlankLinesBefore;
        }

        var near = line.Source.Page == above.Source.Page && b.Y1 > a.Y1 && b.Y1 - a.Y1 < Leading * line.Source.FontSize;
        return size.AreAlike(line, opener) && (near || above.Full);
    }

    private bool IsTitle(Line line) => line.Family?.Heading == "always" || rules.BareTitle.IsMatch(line.Text) ||
        (bodySize > 0 && line.Source.FontSize >= bodySize * HeadingScale);
}
