namespace ReportMiner.Segment;

/// <summary>
/// Finds notes at the foot of pages and columns: the last lines of a column, set smaller than the body, opened by
/// numbers that the page points to. What stands there before the first number goes on with the last note of the
/// column before.
/// </summary>
internal sealed class FootNotes
{
    /// <summary>Lines of one note follow each other at less than this many ems.</summary>
    private const double Leading = 2.2;

    /// <summary>A note that is to go on fills its last line but for a word.</summary>
    private const double LastWord = 6;

    private const int LargestSkip = 3;

    private readonly StructureRules _rules;
    private readonly List<Line> _lines;
    private readonly TypeSize _size;
    private readonly Dictionary<int, List<NoteMark>> _marks = [];
    private readonly Dictionary<int, int> _firstRaised = [];
    private readonly HashSet<int> _numbers = [];
    private Line? _last;
    private int _lastNumber;
    private bool _open;
    private bool _endnotes;

    public FootNotes(StructureRules rules, List<Line> lines, TypeSize size)
    {
        _rules = rules;
        _lines = lines;
        _size = size;
        if (!_size.Known)
        {
            return;
        }

        var reader = new NoteMarkReader(rules.Notes);
        foreach (var line in lines)
        {
            if (!_marks.TryGetValue(line.Source.Page, out var marks))
            {
                _marks[line.Source.Page] = marks = [];
            }

            foreach (var mark in reader.Read(line.Text, NoteMarkReader.RaisedOf(line), size.IsSmall(line) ? 1 : 0))
            {
                marks.Add(mark);
                if (mark.Style == NoteMarkStyle.Raised)
                {
                    _firstRaised.TryAdd(mark.Number, line.Index);
                }
            }
        }
    }

    public void Mark()
    {
        var start = 0;
        for (var i = 1; _size.Known && i <= _lines.Count; i++)
        {
            if (i == _lines.Count || OpensColumn(_lines[i - 1], _lines[i]))
            {
                MarkColumn(start, i);
                start = i;
            }
        }
    }

    private static bool OpensColumn(Line last, Line line) =>
        line.Source.Page != last.Source.Page || (line.Source.Box is { } b && last.Source.Box is { } a && b.Y0 < a.Y0 - line.Source.FontSize);

    private void MarkColumn(int start, int end)
    {
        var top = end;
        while (top > start && _size.IsSmall(_lines[top - 1]) && _lines[top - 1].Role is LineRole.Plain or LineRole.Marked)
        {
            top--;
        }

        if (top == end || !IsFoot(top, end))
        {
            return;
        }

        var first = First(top, end);
        var right = Enumerable.Range(start, end - start).Max(i => _lines[i].Extent);
        var rest = first is null ? RestOnly(top, end) : RestBefore(top, first.Value);
        for (var i = rest.From; i < rest.To; i++)
        {
            _lines[i].MakeNoteRest();
            _last = _lines[i];
        }

        if (first is { } at)
        {
            MarkNotes(at, end);
        }
        else if (rest.From == rest.To)
        {
            return;
        }

        _open = _last!.Extent >= right - (LastWord * _last.Source.FontSize);
    }

    /// <summary>Nothing of the body's size stands below, in the same column.</summary>
    private bool IsFoot(int top, int end)
    {
        var foot = _lines[top].Source;
        var page = _lines[top].Source.Page;
        bool Below(Line line) => line.Source.Box is { } b && foot.Box is { } a && b.Y0 > a.Y1 && b.X0 < a.X1 && a.X0 < b.X1 && !_size.IsSmall(line);
        for (var i = end; i < _lines.Count && _lines[i].Source.Page == page; i++)
        {
            if (Below(_lines[i]))
            {
                return false;
            }
        }

        return true;
    }

    private int? First(int top, int end)
    {
        for (var i = top; i < end; i++)
        {
            if (NoteHead.Of(_lines[i], _rules.Notes) is { } head && Opens(head, _lines[i]))
            {
                _endnotes = false;
                return Earlier(top, i, head);
            }
        }

        // Endnotes without a title of their own stand together behind the body.
        for (var i = top; i < end; i++)
        {
            if (NoteHead.Of(_lines[i], _rules.Notes) is { } head && (_endnotes ? head.Number == _lastNumber + 1 : head.Number == 1 && !_numbers.Contains(1)) &&
                _firstRaised.TryGetValue(head.Number, out var seen) && seen < i)
            {
                _endnotes = true;
                return i;
            }
        }

        return null;
    }

    private bool Opens(NoteHead head, Line line)
    {
        var follows = _lastNumber > 0 && head.Number == _lastNumber + 1 && !_endnotes;
        return IsPointed(head, line.Source.Page) || (follows && (!head.Weak || IsPointed(head, line.Source.Page - 1)));
    }

    private bool IsPointed(NoteHead head, int page) =>
        _marks.TryGetValue(page, out var marks) && marks.Exists(m => head.IsPointedToBy(m));

    // Notes that nothing points to, above the first that something points to.
    private int Earlier(int top, int first, NoteHead head)
    {
        var number = head.Number;
        for (var i = first - 1; i >= top && number > 1; i--)
        {
            if (NoteHead.Of(_lines[i], _rules.Notes) is { } above && above.IsLike(head) && above.Number == number - 1)
            {
                (first, number) = (i, above.Number);
            }
            else if (!GoesOn(_lines[i], _lines[i + 1]))
            {
                break;
            }
        }

        return first;
    }

    private void MarkNotes(int first, int end)
    {
        var style = NoteHead.Of(_lines[first], _rules.Notes)!.Value;
        var last = style.Number - 1;
        for (var i = first; i < end; i++)
        {
            var line = _lines[i];
            if (NoteHead.Of(line, _rules.Notes) is { } head && head.IsLike(style) && IsNext(head, line, last) && InLine(head, i, first))
            {
                line.MakeNote(head.Number, head.Length);
                line.Endnote = _endnotes;
                last = head.Number;
                _numbers.Add(last);
            }
            else if (GoesOn(_lines[i - 1], line))
            {
                line.MakeNoteRest();
            }
            else
            {
                break;
            }

            _last = line;
        }

        _lastNumber = last;
    }

    private bool IsNext(NoteHead head, Line line, int last) =>
        head.Number == last + 1 || (head.Number > last && head.Number <= last + LargestSkip && !head.Weak && IsPointed(head, line.Source.Page));

    // Numbers of notes stand one below the other, flush left or right. A number that a line's end has cut in two is none.
    private bool InLine(NoteHead head, int i, int first) =>
        Math.Abs(_lines[i].Source.Box!.X0 - _lines[first].Source.Box!.X0) < (head.Weak ? 0.7 : 1.6) * _lines[first].Source.FontSize &&
        !(head.Weak && i > first && _lines[i - 1].Full && char.IsAsciiDigit(_lines[i - 1].Text[^1]));

    private bool GoesOn(Line above, Line line) =>
        line.Source.Box is { } b && above.Source.Box is { } a && b.Y1 - a.Y1 < Leading * line.Source.FontSize && b.X0 < a.X1 && a.X0 < b.X1 &&
        _size.AreAlike(above, line);

    private (int From, int To) RestBefore(int top, int first)
    {
        var from = first;
        while (from > top && GoesOn(_lines[from - 1], _lines[from]))
        {
            from--;
        }

        return _open && SameNote(from) && (from == top || !GoesOn(_lines[from - 1], _lines[from])) ? (from, first) : (first, first);
    }

    private (int From, int To) RestOnly(int top, int end)
    {
        var from = end - 1;
        while (from > top && GoesOn(_lines[from - 1], _lines[from]))
        {
            from--;
        }

        return _open && from == top && SameNote(from) && !_rules.SentenceEnd.IsMatch(_last!.Text) ? (from, end) : (end, end);
    }

    private bool SameNote(int from) => _last is not null && _lines[from].Source.Page - _last.Source.Page is 0 or 1 &&
        _size.AreAlike(_lines[from], _last) && _lines[from].Role == LineRole.Plain;
}
