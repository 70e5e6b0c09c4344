using ReportMiner.Documents;

namespace ReportMiner.Segment;

/// <summary>A number of the text that may point to a note, with its place.</summary>
/// <param name="Span">Where it stands in the report's text.</param>
/// <param name="Number">The note's number.</param>
/// <param name="Style">How it is printed.</param>
/// <param name="Page">Its page, 0 for inputs without pages.</param>
/// <param name="Order">Place among all marks of the report.</param>
internal sealed record BodyMark(TextSpan Span, int Number, NoteMarkStyle Style, int Page, int Order);

/// <summary>The numbers of the text that may point to notes, by number; those that belong to a table's own notes are left out.</summary>
internal sealed class BodyMarks
{
    private readonly Dictionary<int, List<BodyMark>> _byNumber = [];
    private readonly List<BodyMark> _raised = [];

    public BodyMarks(NoteRules rules, string text, List<Draft> drafts, PlaceMap places)
    {
        var reader = new NoteMarkReader(rules);
        var own = OwnNumbers(rules, drafts);
        var order = 0;
        for (var i = 0; i < drafts.Count; i++)
        {
            var draft = drafts[i];
            if (draft.Role is LineRole.Note or LineRole.Toc)
            {
                continue;
            }

            var from = draft.Role == LineRole.Source ? Math.Max(1, draft.ContentStart - draft.Start) : 1;
            foreach (var mark in reader.Read(text[draft.Start..draft.End], RaisedOf(places, draft), from))
            {
                if (own.TryGetValue(i, out var numbers) && numbers.Contains(mark.Number))
                {
                    continue;
                }

                var span = new TextSpan(draft.Start + mark.Start, draft.Start + mark.End);
                var body = new BodyMark(span, mark.Number, mark.Style, places.PageOf(span.Start, span.End) ?? 0, order++);
                if (!_byNumber.TryGetValue(mark.Number, out var same))
                {
                    _byNumber[mark.Number] = same = [];
                }

                same.Add(body);
                if (mark.Style == NoteMarkStyle.Raised)
                {
                    _raised.Add(body);
                }
            }
        }
    }

    /// <summary>The raised ones, in reading order.</summary>
    public IReadOnlyList<BodyMark> Raised => _raised;

    /// <summary>The marks of a number, in reading order.</summary>
    public IReadOnlyList<BodyMark> Of(int number) => _byNumber.TryGetValue(number, out var marks) ? marks : [];

    private static IEnumerable<TextSpan> RaisedOf(PlaceMap places, Draft draft)
    {
        foreach (var place in places.Between(draft.Start, draft.End))
        {
            foreach (var run in place.Line.Runs)
            {
                var from = Math.Max(run.Start, place.LineStart);
                var to = Math.Min(run.End, place.LineStart + place.End - place.Start);
                if (run.Superscript && from < to)
                {
                    var start = place.Start + from - place.LineStart - draft.Start;
                    yield return new TextSpan(start, start + to - from);
                }
            }
        }
    }

    /// <summary>The numbers of table notes, by the blocks they explain: from the note up to the caption.</summary>
    private static Dictionary<int, HashSet<int>> OwnNumbers(NoteRules rules, List<Draft> drafts)
    {
        var own = new Dictionary<int, HashSet<int>>();
        for (var i = 0; i < drafts.Count; i++)
        {
            if (drafts[i].Role != LineRole.Source || !rules.TableNote.IsMatch(drafts[i].First.Text))
            {
                continue;
            }

            var numbers = new HashSet<int>();
            for (var j = i; j < drafts.Count && drafts[j].Role == LineRole.Source; j++)
            {
                if (rules.TableNote.Match(drafts[j].First.Text) is { Success: true } match)
                {
                    numbers.Add(NoteRules.Number(match.Groups["n"].ValueSpan));
                }
                else if (NoteHead.Of(drafts[j].First, rules) is { } head)
                {
                    numbers.Add(head.Number);
                }
            }

            for (var j = i; j >= 0 && Explained(drafts[j]); j--)
            {
                own.TryAdd(j, numbers);
                if (drafts[j].Role == LineRole.Caption)
                {
                    break;
                }
            }
        }

        return own;
    }

    private static bool Explained(Draft draft) =>
        draft.Kind is not BlockKind.Heading && draft.Role is not LineRole.Note && (draft.Lines.Count == 1 || draft.Role is LineRole.TableRow or LineRole.Caption or LineRole.Source);
}
