using System.Collections.Immutable;
using ReportMiner.Documents;

namespace ReportMiner.Segment;

/// <summary>Links numbered notes to the places of the text that point to them.</summary>
internal sealed class NoteLinker
{
    private const double Linked = 0.97;
    private const double Unlinked = 0.75;

    private readonly string _text;
    private readonly List<Draft> _drafts;
    private readonly BodyMarks _marks;
    private readonly NoteRules _rules;
    private readonly PlaceMap _places;
    private readonly HashSet<TextSpan> _used = [];

    public NoteLinker(NoteRules rules, string text, List<Draft> drafts, PlaceMap places)
    {
        _rules = rules;
        _text = text;
        _drafts = drafts;
        _places = places;
        _marks = new BodyMarks(rules, text, drafts, places);
    }

    /// <summary>The notes in reading order, and the raised numbers no note answers to.</summary>
    public (ImmutableArray<Footnote> Notes, ImmutableArray<BodyMark> Unanswered) Link()
    {
        var drafts = _drafts.Where(d => d.Role == LineRole.Note).ToList();
        var found = drafts.Select(_ => new List<TextSpan>()).ToList();
        LinkStated(drafts, found);
        LinkEndnotes(drafts, found);
        LinkPages(drafts, found);
        LinkLeft(drafts, found);
        var notes = drafts.Select((d, i) => Make(_text, d, found[i], "rule:note-number")).ToList();
        notes.AddRange(new StarLinker(_rules, _text, _drafts).Link());
        return (
            [.. notes.OrderBy(n => n.Start).Select((n, i) => n with { Id = "n" + (i + 1) })],
            [.. _marks.Raised.Where(m => !_used.Contains(m.Span))]);
    }

    public static Footnote Make(string text, Draft note, List<TextSpan> references, string source) => new()
    {
        Id = "",
        Start = note.ContentStart,
        End = note.End,
        Marker = note.Marker!,
        Text = text[note.ContentStart..note.End],
        References = [.. references.Distinct().OrderBy(r => r.Start)],
        Confidence = references.Count > 0 ? Linked : Unlinked,
        Source = source,
    };

    /// <summary>The notes whose marks the source itself states.</summary>
    private void LinkStated(List<Draft> notes, List<List<TextSpan>> found)
    {
        var numbers = new Dictionary<int, int>();
        var raised = _marks.Raised.GroupBy(m => m.Span.Start).ToDictionary(g => g.Key, g => g.First().Span);
        for (var i = 0; i < notes.Count; i++)
        {
            if (notes[i].First.Source.Note is { } source)
            {
                numbers[source.Number] = i;
            }
        }

        foreach (var place in numbers.Count == 0 ? [] : _places.Between(0, _text.Length))
        {
            foreach (var anchor in place.Line.Anchors)
            {
                if (anchor.Start >= place.LineStart && anchor.End <= place.LineStart + place.End - place.Start && numbers.TryGetValue(anchor.Note, out var note))
                {
                    var span = new TextSpan(place.Start + anchor.Start - place.LineStart, place.Start + anchor.End - place.LineStart);
                    // A bracket the author typed behind the mark belongs to it.
                    span = raised.GetValueOrDefault(span.Start, span);
                    _used.Add(span);
                    found[note].Add(span);
                }
            }
        }
    }

    /// <summary>The notes at the pages' feet: what points to one stands on its page. Text without pages: between the note before and the note.</summary>
    private void LinkPages(List<Draft> notes, List<List<TextSpan>> found)
    {
        var from = 0;
        for (var i = 0; i < notes.Count; i++)
        {
            var note = notes[i];
            if (note.First.Endnote || note.First.Source.Note is not null)
            {
                continue;
            }

            var page = note.First.Source.Page;
            var references = page > 0 ? OnPage(notes, i, page) : InText(note, from);
            if (references.Count > 0 && references[0].Span.Start < note.Start)
            {
                from = references[0].Span.End;
            }

            Take(references, found[i]);
        }
    }

    private List<BodyMark> OnPage(List<Draft> notes, int i, int page)
    {
        var note = notes[i];
        var number = NumberOf(note);
        // A sheet with two pages may bear the same number twice: each note answers to what stands before it.
        bool Twin(int j) => j >= 0 && j < notes.Count && notes[j].First.Source.Page == page;
        var after = 0;
        for (var j = i - 1; Twin(j) && after == 0; j--)
        {
            after = notes[j].Marker == note.Marker ? notes[j].Start : 0;
        }

        var before = int.MaxValue;
        for (var j = i + 1; Twin(j) && before == int.MaxValue; j++)
        {
            before = notes[j].Marker == note.Marker ? note.Start : int.MaxValue;
        }

        var here = _marks.Of(number).Where(m => m.Page == page && m.Span.Start >= after && m.Span.Start < before).ToList();
        if (Surest(here, note) is { Count: > 0 } references)
        {
            return references;
        }

        // A note that did not find room on its page stands on the next.
        return Surest([.. _marks.Of(number).Where(m => m.Page == page - 1 && !_used.Contains(m.Span))], note);
    }

    private List<BodyMark> InText(Draft note, int from)
    {
        var all = _marks.Of(NumberOf(note)).Where(m => m.Span.Start >= from).ToList();
        var raised = all.Where(m => m.Style == NoteMarkStyle.Raised).ToList();
        if (raised.Count > 0)
        {
            var above = raised.Where(m => m.Span.Start < note.Start).ToList();
            return above.Count > 0 ? above : raised[..1];
        }

        var printed = Surest([.. all.Where(m => m.Span.Start < note.Start)], note);
        return printed.Count > 0 || !HasBracket(note) ? printed : [.. Surest(all, note).Take(1)];
    }

    /// <summary>The marks printed in the surest of the ways that fit the note.</summary>
    private List<BodyMark> Surest(List<BodyMark> marks, Draft note)
    {
        ReadOnlySpan<NoteMarkStyle> styles = [NoteMarkStyle.Raised, NoteMarkStyle.Square, NoteMarkStyle.Bracket, NoteMarkStyle.Exponent, NoteMarkStyle.Bare];
        var bracket = HasBracket(note);
        var square = _text[note.Start] == '[';
        foreach (var style in styles)
        {
            if ((style == NoteMarkStyle.Square && !square) || (style == NoteMarkStyle.Bracket && !bracket) || (style == NoteMarkStyle.Bare && (bracket || square)))
            {
                continue;
            }

            var same = marks.Where(m => m.Style == style).ToList();
            if (same.Count > 0)
            {
                // A bare number is weak evidence: the place nearest to the note is the likeliest.
                return style == NoteMarkStyle.Bare ? same[^1..] : same;
            }
        }

        return [];
    }

    private bool HasBracket(Draft note) => _text.AsSpan(note.Start, note.ContentStart - note.Start).IndexOfAny(')', '⁾') >= 0;

    /// <summary>
    /// Endnotes count through the report or anew by chapters: as many rounds of marks as of notes. A round of marks
    /// ends where its highest number is behind and a lower one comes.
    /// </summary>
    private void LinkEndnotes(List<Draft> notes, List<List<TextSpan>> found)
    {
        var ends = Enumerable.Range(0, notes.Count).Where(i => notes[i].First.Endnote).ToList();
        if (ends.Count == 0)
        {
            return;
        }

        var rounds = new List<Dictionary<int, int>>();
        var last = int.MaxValue;
        foreach (var i in ends)
        {
            var number = NumberOf(notes[i]);
            if (number <= last)
            {
                rounds.Add([]);
            }

            rounds[^1][number] = i;
            last = number;
        }

        var bracket = HasBracket(notes[ends[0]]);
        var styles = ends.SelectMany(i => _marks.Of(NumberOf(notes[i]))).Select(m => m.Style).ToHashSet();
        var style = styles.Contains(NoteMarkStyle.Raised) ? NoteMarkStyle.Raised : styles.Contains(NoteMarkStyle.Square) ? NoteMarkStyle.Square : bracket ? NoteMarkStyle.Bracket : NoteMarkStyle.Bare;
        var marks = ends.SelectMany(i => _marks.Of(NumberOf(notes[i]))).Where(m => m.Style == style).Distinct().OrderBy(m => m.Order);
        var round = 0;
        var seen = new HashSet<int>();
        foreach (var mark in marks)
        {
            while (round < rounds.Count - 1 && (IsBehind(notes, rounds[round], mark) || (!seen.Contains(mark.Number) ? !rounds[round].ContainsKey(mark.Number) : mark.Number == rounds[round + 1].Keys.Min() && rounds[round].Keys.All(seen.Contains))))
            {
                round++;
                seen.Clear();
            }

            if (rounds[round].TryGetValue(mark.Number, out var note))
            {
                seen.Add(mark.Number);
                Take([mark], found[note]);
            }
        }
    }

    // The notes of a chapter stand at its end: what comes later points to later ones.
    private static bool IsBehind(List<Draft> notes, Dictionary<int, int> round, BodyMark mark) => notes[round.Values.Max()].Start < mark.Span.Start;

    /// <summary>A raised number whose page has no such note, or which the author typed a second time, points to the only note of that number.</summary>
    private void LinkLeft(List<Draft> notes, List<List<TextSpan>> found)
    {
        var only = Enumerable.Range(0, notes.Count).GroupBy(i => NumberOf(notes[i])).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First());
        var stated = notes.Exists(n => n.First.Source.Note is not null);
        foreach (var mark in _marks.Raised)
        {
            if ((mark.Page > 0 || stated) && !_used.Contains(mark.Span) && only.TryGetValue(mark.Number, out var note))
            {
                Take([mark], found[note]);
            }
        }
    }

    private void Take(List<BodyMark> marks, List<TextSpan> references)
    {
        foreach (var mark in marks)
        {
            _used.Add(mark.Span);
            references.Add(mark.Span);
        }
    }

    private static int NumberOf(Draft note) => NoteRules.Number(note.Marker);
}
