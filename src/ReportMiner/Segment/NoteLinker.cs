using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportMiner.Documents;

namespace ReportMiner.Segment;

/// <summary>Links numbered notes and star notes to the places of the text that point to them.</summary>
internal sealed partial class NoteLinker
{
    private const int StarReach = 25;
    private const double Linked = 0.97;
    private const double Unlinked = 0.75;

    private readonly string _text;
    private readonly List<Draft> _drafts;
    private readonly List<TextSpan> _raised;

    public NoteLinker(string text, List<Draft> drafts, PlaceMap places)
    {
        _text = text;
        _drafts = drafts;
        _raised = Raised(places, text.Length);
    }

    /// <summary>The notes in reading order. Star lines that a star points to become notes; the others stay list items.</summary>
    public ImmutableArray<Footnote> Link()
    {
        var notes = new List<Footnote>();
        LinkNumbers(notes);
        LinkStars(notes);
        return [.. notes.OrderBy(n => n.Start).Select((n, i) => n with { Id = "n" + (i + 1) })];
    }

    private void LinkNumbers(List<Footnote> notes)
    {
        var from = 0;
        for (var i = 0; i < _drafts.Count; i++)
        {
            var note = _drafts[i];
            if (note.Role != LineRole.Note)
            {
                continue;
            }

            var bracket = note.ContentStart > note.Start && _text.AsSpan(note.Start, note.ContentStart - note.Start).Contains(')');
            var references = RaisedReferences(note, from);
            if (references.Count == 0)
            {
                references = PrintedReferences(note, from, bracket);
            }

            if (references.Count > 0)
            {
                from = references[0].End;
            }

            notes.Add(Make(note, references, "rule:note-number"));
        }
    }

    private List<TextSpan> RaisedReferences(Draft note, int from) =>
    [
        .. _raised.Where(s => s.Start >= from && !(s.Start >= note.Start && s.Start < note.ContentStart) &&
            Digits().Matches(_text[s.Start..s.End]).Any(m => m.Value == note.Marker) && !_drafts.Exists(d => d.Role == LineRole.Note && d.Start == s.Start))
            .Take(1),
    ];

    private List<TextSpan> PrintedReferences(Draft note, int from, bool bracket)
    {
        var sign = bracket ? note.Marker + ")" : note.Marker!;
        var found = new List<TextSpan>();
        foreach (var draft in _drafts)
        {
            if (draft.End <= from || draft.Role is LineRole.Note or LineRole.Toc)
            {
                continue;
            }

            if (draft.Start > note.Start)
            {
                break;
            }

            var body = _text[draft.Start..draft.End];
            found.AddRange(NoteReferences.Find(body, sign, bracket)
                .Select(at => new TextSpan(draft.Start + at, draft.Start + at + sign.Length))
                .Where(s => s.Start >= from));
        }

        // A bare number is weak evidence: the place nearest to the note is the likeliest.
        return bracket || found.Count < 2 ? found : [found[^1]];
    }

    private void LinkStars(List<Footnote> notes)
    {
        var open = new List<(int Draft, TextSpan Span, string Marker)>();
        for (var i = 0; i < _drafts.Count; i++)
        {
            var draft = _drafts[i];
            if (draft.Role == LineRole.Star)
            {
                var nearest = open.FindLastIndex(o => o.Marker == draft.Marker && i - o.Draft <= StarReach);
                if (nearest >= 0)
                {
                    var holder = open[nearest].Draft;
                    var references = open.Where(o => o.Draft == holder && o.Marker == draft.Marker).Select(o => o.Span).ToList();
                    open.RemoveAll(o => o.Draft == holder && o.Marker == draft.Marker);
                    draft.Kind = BlockKind.Footnote;
                    draft.Level = 0;
                    notes.Add(Make(draft, references, "rule:note-star"));
                }
            }

            var from = draft.Role == LineRole.Star ? draft.ContentStart : draft.Start;
            foreach (Match star in StarReference().Matches(_text[from..draft.End]))
            {
                open.Add((i, new TextSpan(from + star.Index, from + star.Index + star.Length), star.Value));
            }
        }
    }

    private Footnote Make(Draft note, List<TextSpan> references, string source) => new()
    {
        Id = "",
        Start = note.ContentStart,
        End = note.End,
        Marker = note.Marker!,
        Text = _text[note.ContentStart..note.End],
        References = [.. references],
        Confidence = references.Count > 0 ? Linked : Unlinked,
        Source = source,
    };

    private static List<TextSpan> Raised(PlaceMap places, int length)
    {
        var spans = new List<TextSpan>();
        foreach (var place in places.Between(0, length))
        {
            foreach (var run in place.Line.Runs)
            {
                var from = Math.Max(run.Start, place.LineStart);
                var to = Math.Min(run.End, place.LineStart + place.End - place.Start);
                if (run.Superscript && from < to)
                {
                    spans.Add(new TextSpan(place.Start + from - place.LineStart, place.Start + to - place.LineStart));
                }
            }
        }

        return spans;
    }

    [GeneratedRegex(@"\d{1,3}")]
    private static partial Regex Digits();

    // A star that clings to a word; between Latin letters it is part of a name (Dall*E).
    [GeneratedRegex(@"(?<=[^\s*(\[<])(?<![A-Za-z](?=\*[A-Za-z]))\*{1,3}(?!\*)", RegexOptions.CultureInvariant)]
    private static partial Regex StarReference();
}
