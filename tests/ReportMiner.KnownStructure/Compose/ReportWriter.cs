using System.Collections.Immutable;
using ReportMiner.KnownStructure.Model;

namespace ReportMiner.KnownStructure.Compose;

/// <summary>Writes the parts of one report in reading order, numbering notes, tables and figures as it goes.</summary>
internal sealed class ReportWriter(Dice dice, Grammar grammar, NoteStyle notes, NotePlace notePlace)
{
    private readonly List<Part> _parts = [];
    private readonly List<Note> _endnotes = [];
    private int _notes;
    private Note? _last;

    public Dice Dice => dice;

    public Grammar Grammar => grammar;

    public ImmutableArray<Part> Parts => [.. _parts];

    public void Add(Part part) => _parts.Add(part);

    public void Heading(int level, string? number, string printed, string title, bool noted = false) =>
        Add(new Heading(level, number, printed, noted ? new Phrase([new Words(title), NewPointer()]) : new Phrase(title), level == 1));

    /// <summary>A paragraph of <paramref name="sentences"/> with up to <paramref name="noted"/> notes.</summary>
    public void Prose(int sentences, int noted)
    {
        var text = string.Join(' ', Enumerable.Range(0, sentences).Select(_ => grammar.Say("prose")));
        Add(new Prose(Annotate(text, noted)));
    }

    /// <summary>A bullet; the bracketed lead of a headed one becomes its head.</summary>
    public void Item(string marker, int depth, string kind, int noted = 0)
    {
        var text = grammar.Say(kind);
        var head = text[0] == '(' ? text[1..text.IndexOf(')')] : null;
        Add(new Item(marker, depth, head, Annotate(text, noted)));
    }

    /// <summary>A bullet with stars on one or two of its words, and the star notes under it.</summary>
    public void StarredItem(string marker, int depth, string kind, int stars = 1)
    {
        var text = grammar.Say(kind);
        var head = text[0] == '(' ? text[1..text.IndexOf(')')] : null;
        var ends = WordEnds(text, head is null ? 0 : head.Length + 2);
        var places = Enumerable.Range(0, stars).Select(_ => dice.Pick(ends)).Distinct().Order().ToList();
        var runs = new List<Run>();
        var under = new List<Note>();
        var from = 0;
        foreach (var at in places)
        {
            var note = new Note($"star{_parts.Count}-{under.Count}", new string('*', under.Count + 1), grammar.Say("star"), NotePlace.UnderBullet);
            under.Add(note);
            runs.AddRange([new Words(text[from..at]), new Pointer(note, note.Marker, true)]);
            from = at;
        }

        runs.Add(new Words(text[from..]));
        Add(new Item(marker, depth, head, new Phrase([.. runs.Where(r => r is not Words { Text: "" })])));
        _parts.AddRange(under.Select(n => new StarNote(n)));
    }

    /// <summary>Closes the report with its endnotes, if it has them.</summary>
    public void Finish(string heading)
    {
        if (_endnotes.Count > 0)
        {
            Heading(1, null, "", heading);
            Add(new Endnotes([.. _endnotes]));
        }
    }

    private Phrase Annotate(string text, int noted)
    {
        var runs = new List<Run>();
        var from = 0;
        var ends = WordEnds(text, text[0] == '(' ? text.IndexOf(')') + 1 : 0);
        for (var i = 0; i < noted; i++)
        {
            var left = ends.Where(e => e > from + 4).ToList();
            if (left.Count == 0)
            {
                break;
            }

            // Not past what the notes still to come need.
            var at = left[dice.Between(0, Math.Max(0, (left.Count - 1) / (noted - i)))];
            runs.Add(new Words(text[from..at]));
            runs.AddRange(Pointers());
            from = at;
        }

        runs.Add(new Words(text[from..]));
        return new Phrase([.. runs.Where(r => r is not Words { Text: "" })]);
    }

    private IEnumerable<Run> Pointers()
    {
        if (_last is not null && dice.Chance(12))
        {
            return [new Pointer(_last, KnownReport.Printed(_last.Marker, notes), false)];
        }

        if (dice.Chance(15))
        {
            var first = NewPointer();
            return [first with { Printed = first.Printed + "," }, NewPointer()];
        }

        return [NewPointer()];
    }

    private Pointer NewPointer()
    {
        _notes++;
        var marker = _notes.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var splits = notePlace == NotePlace.Foot && dice.Chance(14);
        _last = new Note("n" + marker, marker, grammar.Say(splits ? "longCite" : "cite"), notePlace, splits);
        if (notePlace == NotePlace.End)
        {
            _endnotes.Add(_last);
        }

        return new Pointer(_last, KnownReport.Printed(marker, notes), true);
    }

    // A marker clings to a word, or to the full stop of a sentence; after a number only readers of the page could tell it.
    private static List<int> WordEnds(string text, int from) =>
    [
        .. Enumerable.Range(from + 1, text.Length - from - 1)
            .Where(i => (i == text.Length || text[i] is ' ') && (char.IsLetter(text[i - 1]) || text[i - 1] is '.' or '」' or '’'))
            .DefaultIfEmpty(text.Length),
    ];
}
