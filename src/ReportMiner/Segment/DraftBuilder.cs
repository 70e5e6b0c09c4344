using System.Text.RegularExpressions;
using ReportMiner.Documents;
using ReportMiner.Segment.Tables;

namespace ReportMiner.Segment;

/// <summary>
/// Joins lines into blocks. Numbered notes stand at the page's foot in the middle of the running text, so body and
/// notes are two flows: a sentence that a note interrupts goes on after it.
/// </summary>
internal sealed partial class DraftBuilder(StructureRules rules, HeadingLooks looks)
{
    /// <summary>Type of one size may be reported this far apart, in points (Chromium's fonts).</summary>
    private const double SameSize = 1.2;

    /// <summary>The head of a table's row, in characters.</summary>
    private const int LongestRowHead = 14;

    private Draft? _body;
    private Draft? _note;
    private Draft? _lastNote;
    private int _usualBlanks;
    private HashSet<string> _signs = [];
    private bool _markdown;

    public List<Draft> Build(List<Line> lines, bool markdown)
    {
        _markdown = markdown;
        _body = null;
        _note = null;
        _lastNote = null;
        _usualBlanks = UsualBlanks(lines);
        _signs = [.. lines.Select(l => l.Marker).OfType<string>()];
        var drafts = new List<Draft>();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var pageOpens = line.OpensPage || OpensDumpedPage(line);
            if (line.Role == LineRole.Note)
            {
                drafts.Add(_lastNote = _note = new Draft(line.Role, line, line.Skip));
            }
            else if (line.Role == LineRole.NoteRest && _lastNote is not null)
            {
                _lastNote.Lines.Add(line);
            }
            else if (line.Source.Table is { } table)
            {
                if (_body?.Last.Source.Table is { } open && (ReferenceEquals(open, table) || (line.OpensPage && RuledTables.GoesOn(open, table))))
                {
                    _body.Lines.Add(line);
                }
                else
                {
                    drafts.Add(_body = new Draft(line.Role, line, 0));
                }

                _note = null;
            }
            else if (line.Role == LineRole.TableRow)
            {
                if (_body is { Role: LineRole.TableRow, First.Source.Table: null } && (RepeatsHead(_body, line) || (_body.Last.Source.Page == line.Source.Page && _body.Last.Index == line.Index - 1 &&
                    (line.Source.BlankLinesBefore == 0 || line.Source.BlankLinesBefore <= _usualBlanks))))
                {
                    _body.Lines.Add(line);
                }
                else
                {
                    drafts.Add(_body = new Draft(line.Role, line, line.Skip));
                }

                _note = null;
            }
            else if (HeadedItem(line) is { } head)
            {
                AddHeaded(drafts, line, head);
                _note = null;
            }
            else if (i + 1 < lines.Count && HeadsRow(line, lines[i + 1]))
            {
                AddBody(drafts, line);
                _note = null;
            }
            else if (!pageOpens && _note is not null && !(_note.First.Endnote && line.Source.Page > 0) && GoesOn(_note, line, note: true))
            {
                _note.Lines.Add(line);
            }
            else if (_body is not null && GoesOn(_body, line, note: false))
            {
                _body.Lines.Add(line);
                _note = null;
            }
            else
            {
                AddBody(drafts, line);
                _note = null;
            }
        }

        return drafts;
    }

    /// <summary>Whether a row at a page's head is the head of the table at the last page's foot once more.</summary>
    private static bool RepeatsHead(Draft table, Line line) =>
        line.Source.Page > 0 && line.OpensPage && line.Source.Page == table.Last.Source.Page + 1 && AlignedTables.IsHead(table.First, line);

    private void AddBody(List<Draft> drafts, Line line)
    {
        _body = new Draft(line.Role, line, line.Skip);
        drafts.Add(_body);
        if (line.Role != LineRole.Star)
        {
            return;
        }

        // "* … ** …": two notes in one line.
        var from = line.ContentStart;
        while (InnerStars().Match(line.Text, from) is { Success: true } inner)
        {
            _body.To = inner.Index;
            _body = new Draft(LineRole.Star, line, inner.Groups["star"].Index)
            {
                Marker = inner.Groups["star"].Value,
                ContentFrom = inner.Index + inner.Length,
            };
            drafts.Add(_body);
            from = inner.Index + inner.Length;
        }
    }

    /// <summary>The head of a table's row that stands in one line with the row's first item, by a sign that opens other lines.</summary>
    private Match? HeadedItem(Line line) =>
        IsDumped(line) && rules.HeadedItem.Match(line.Text) is { Success: true } head && _signs.Contains(line.Text[head.Length].ToString()) ? head : null;

    // Dumps part the lines of a page by blank lines, but not a row's head from what stands beside it.
    private bool HeadsRow(Line line, Line next) =>
        _usualBlanks > 0 && IsDumped(line) && line.Text.Length <= LongestRowHead && next is { Role: LineRole.Marked, Family.Heading: "never", Source.BlankLinesBefore: 0 };

    private static bool IsDumped(Line line) => line is { Role: LineRole.Plain, Source.Box: null, Source.Break: LineBreak.Print };

    private void AddHeaded(List<Draft> drafts, Line line, Match head)
    {
        var item = line.Text[head.Length..];
        var (family, sign) = rules.Families.Select(f => (f, f.Pattern.Match(item))).First(m => m.Item2.Success);
        drafts.Add(new Draft(LineRole.Plain, line, 0) { To = head.Groups["head"].Length });
        drafts.Add(_body = new Draft(LineRole.Marked, line, head.Length) { Marker = sign.Groups["n"].Value, Family = family, ContentFrom = head.Length + sign.Length });
    }

    private bool GoesOn(Draft draft, Line line, bool note)
    {
        var last = draft.Last;
        if (line.Bookmark is not null || last.Bookmark is not null)
        {
            // Its title is the heading, all of it and nothing else.
            return ReferenceEquals(line.Bookmark, last.Bookmark);
        }

        if (line.Source.Break != LineBreak.Print)
        {
            return line.Source.Break == LineBreak.InParagraph && line.Index == last.Index + 1 && line.Role is LineRole.Plain or LineRole.Heading && line.Family is null && draft.Role is not LineRole.Toc;
        }

        if (line.Role == LineRole.Heading && draft.Role == LineRole.Heading)
        {
            return line.Source.Page > 0 && line.Source.Page == last.Source.Page && line.Family is null && line.Index == last.Index + 1 &&
                Math.Abs(line.Source.FontSize - last.Source.FontSize) < 0.5 && IsNextLine(last, line) && last.Full && draft.Lines.Count < 3;
        }

        // The rest of a numbered title, or of a large statement, is no heading of its own.
        if (line.Role is LineRole.Heading or LineRole.Plain && line.Family is null && !note && draft.Lines.Count < 3 && line.Source.Box is { } box && looks.IsEmphasised(line) &&
            Math.Abs(line.Source.FontSize - last.Source.FontSize) < SameSize && line.Index == last.Index + 1 && IsNextLine(last, line) && !rules.BareTitle.IsMatch(line.Text) &&
            ((draft.Role == LineRole.Marked && looks.IsEmphasised(last) && box.X0 > draft.First.Source.Box!.X0 - 2) || (draft.Role is LineRole.Marked or LineRole.Plain && last.Full)))
        {
            return true;
        }

        if (line.Role != LineRole.Plain || draft.Role is LineRole.TableRow or LineRole.Toc || last.Source.Hint == LineHint.Heading)
        {
            return false;
        }

        if (rules.BareTitle.IsMatch(line.Text) || (draft.Lines.Count == 1 && draft.Family is null && rules.BareTitle.IsMatch(last.Text)))
        {
            return false;
        }

        if (_markdown)
        {
            return line.Source.BlankLinesBefore == 0 && line.Source.Hint == LineHint.None && !line.BoldAll && !note && draft.Role is not LineRole.Caption;
        }

        if (line.Source.BlankLinesBefore > _usualBlanks + 1 && !rules.OpenEnd.IsMatch(last.Text))
        {
            return false;
        }

        if (last.Source.Box is not null)
        {
            return GoesOnInPage(draft, last, line);
        }

        if (note)
        {
            return last.Full || last.Text[^1] is ',' or ';' or '-' || (line.Source.BlankLinesBefore == 0 && _usualBlanks > 0 && !line.Source.Text.StartsWith(' '));
        }

        if (draft.Role == LineRole.Caption)
        {
            return false;
        }

        if (last.Full)
        {
            return !(rules.ProseEnd.IsMatch(last.Text) && last.Extent < line.Extent * 0.9) && !EndsTitle(draft, line);
        }

        return rules.OpenEnd.IsMatch(last.Text) && draft.Role is not LineRole.Heading;
    }

    // A numbered title is one line; what follows it is the text under it.
    private static bool EndsTitle(Draft draft, Line line) =>
        draft.Family?.Heading is "always" or "title" or "titleWithMarker" or "short" && draft.Lines.Count == 1 && draft.Last.Extent < line.Extent * 0.85;

    private bool GoesOnInPage(Draft draft, Line last, Line line)
    {
        var size = Math.Max(1, last.Source.FontSize);
        if (Math.Abs(line.Source.FontSize - last.Source.FontSize) > size * 0.12)
        {
            return false;
        }

        var open = rules.OpenEnd.IsMatch(last.Text);
        if (line.Source.Page != last.Source.Page || line.Index != last.Index + 1 || line.Source.Box!.Y1 < last.Source.Box!.Y0)
        {
            // Over a page's or a column's end, or past a note.
            return (last.Full || !HasRoomFor(last, line)) && !rules.SentenceEnd.IsMatch(last.Text) && draft.Role is LineRole.Plain or LineRole.Marked or LineRole.Star;
        }

        if (!IsNextLine(last, line))
        {
            return false;
        }

        var indent = line.Source.Box!.X0 - draft.First.Source.Box!.X0;
        if (draft.Role is LineRole.Marked or LineRole.Star or LineRole.Note)
        {
            if (rules.ProseEnd.IsMatch(last.Text) && line.Source.Box.X0 < (draft.Lines.Count > 1 ? last.Source.Box!.X0 : TextStart(draft)) - (0.5 * size))
            {
                // A new paragraph, further out than the item's text.
                return false;
            }

            var hang = draft.Lines.Count > 1 ? draft.Lines[1].Source.Box!.X0 : TextStart(draft);
            return indent > -size * 0.6 && (last.Full || open || (Math.Abs(line.Source.Box.X0 - hang) < 0.8 * size && !HasRoomFor(last, line)));
        }

        return (last.Full || open || !HasRoomFor(last, line)) && !(rules.ProseEnd.IsMatch(last.Text) && line.Source.Box.X0 > last.Source.Box!.X0 + (size * 0.7));
    }

    /// <summary>Whether the first word of a line would still have fitted at the end of the line above.</summary>
    private static bool HasRoomFor(Line above, Line line)
    {
        var word = line.Text.IndexOf(' ');
        var box = line.Source.Box!;
        var share = Ems.Of(line.Text.AsSpan(0, word < 0 ? line.Text.Length : word)) / Math.Max(0.1, Ems.Of(line.Text));
        return above.Edge - above.Extent > ((box.X1 - box.X0) * share) + (0.3 * line.Source.FontSize);
    }

    /// <summary>Where the text after the marker stands on the page.</summary>
    private static double TextStart(Draft draft)
    {
        var line = draft.First;
        var at = line.SourceOffset(Math.Min(draft.ContentFrom, line.Text.Length - 1));
        foreach (var run in line.Source.Runs)
        {
            if (run.Box is { } box && run.End > at)
            {
                var text = line.Source.Text.AsSpan(run.Start, run.End - run.Start);
                return box.X0 + ((box.X1 - box.X0) * Ems.Of(text[..Math.Clamp(at - run.Start, 0, text.Length)]) / Math.Max(0.1, Ems.Of(text)));
            }
        }

        return line.Source.Box!.X0;
    }

    // The next line of the same column: below, at a usual distance.
    private static bool IsNextLine(Line last, Line line) =>
        line.Source.Box is { } b && last.Source.Box is { } a && b.Y0 > a.Y0 && b.Y0 - a.Y1 < (a.Y1 - a.Y0) * 1.3 && b.X0 < a.X1 && a.X0 < b.X1;

    // Dumps part lines by a blank line each; where a page ends, the blank line is missing and a space leads instead.
    private bool OpensDumpedPage(Line line) =>
        _usualBlanks > 0 && line.Source.Page == 0 && line.Source.BlankLinesBefore == 0 && line.Source.Text.StartsWith(' ');

    private static int UsualBlanks(List<Line> lines) =>
        lines.Skip(1).GroupBy(l => l.Source.BlankLinesBefore).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).FirstOrDefault()?.Key ?? 0;

    [GeneratedRegex(@"\s(?<star>\*{2,3})\s+(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex InnerStars();
}
