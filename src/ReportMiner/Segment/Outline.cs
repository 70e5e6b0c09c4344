using ReportMiner.Documents;

namespace ReportMiner.Segment;

/// <summary>
/// Decides which blocks are headings, and gives headings and list items their depth. The order of marker kinds is
/// learned from the report: a kind that is already open is a sibling of that heading, a new kind opens a level
/// below, unless custom ranks it higher (제1장 over 1.).
/// </summary>
internal sealed class Outline(StructureRules rules)
{
    private const int TitleLength = 70;
    private const int SquareLength = 50;
    private const int ShortLength = 32;

    // 요약, 참고문헌 stand beside the report's chapters.
    private const int BareRank = 2;

    public void Apply(List<Draft> drafts, bool markdown)
    {
        var squares = SquareTitles(drafts);
        for (var i = 0; i < drafts.Count; i++)
        {
            var draft = drafts[i];
            draft.Kind = draft.Role switch
            {
                LineRole.Note => BlockKind.Footnote,
                LineRole.Caption => BlockKind.Caption,
                LineRole.Source => BlockKind.Source,
                LineRole.Toc => BlockKind.Toc,
                LineRole.TableRow when IsTitleBox(draft) => BlockKind.Heading,
                LineRole.TableRow => BlockKind.Table,
                LineRole.Star => BlockKind.ListItem,
                _ when IsHeading(drafts, i, squares, markdown) => BlockKind.Heading,
                LineRole.Marked when draft.Family?.Id == "remark" => BlockKind.Note,
                LineRole.Marked => BlockKind.ListItem,
                _ => BlockKind.Paragraph,
            };
        }

        SetLevels(drafts);
    }

    /// <summary>A box drawn as a table of one row that holds a number and a title.</summary>
    private static bool IsTitleBox(Draft draft)
    {
        var cells = draft.First.Source.Cells;
        return draft.Lines.Count == 1 && cells.Length is 2 or 3 && draft.Family?.Id is "number" or "roman" or "box" &&
            cells[^1].End - cells[^1].Start is > 1 and < TitleLength &&
            draft.First.Source.Text[cells[0].Start..cells[0].End].Trim().Length <= 6;
    }

    private bool IsHeading(List<Draft> drafts, int i, HashSet<string> squares, bool markdown)
    {
        var draft = drafts[i];
        if (draft.Lines.Count > 3)
        {
            return false;
        }

        if (draft.Role == LineRole.Heading)
        {
            return true;
        }

        var text = draft.First.Content;
        var title = draft.Lines.Count <= 2 && Length(draft) <= TitleLength && !rules.ProseEnd.IsMatch(draft.Last.Text) && draft.Last.Text[^1] is not (',' or ';');
        var bold = markdown && draft.First.BoldAll && draft.Lines.Count == 1 && text.Length is > 1 and <= SquareLength;
        return draft.Family?.Heading switch
        {
            "always" => title,
            "title" or "titleWithMarker" => title && !InRun(drafts, i),
            "short" => title && Length(draft) <= ShortLength && !InRun(drafts, i) && HasChildren(drafts, i) && !rules.OpenEnd.IsMatch(draft.Last.Text),
            "square" => title && (bold || (squares.Contains(Sign(draft)) && IsSquareTitle(draft) && HasChildren(drafts, i))),
            "never" => bold && draft.Family.Id == "triangle",
            null => draft.Role == LineRole.Plain && draft.Lines.Count == 1 && ((bold && title) || rules.BareTitle.IsMatch(draft.First.Text)),
            _ => false,
        };
    }

    /// <summary>The square signs that this report sets before titles, not before statements: most of theirs are short.</summary>
    private HashSet<string> SquareTitles(List<Draft> drafts) =>
    [
        .. drafts.Where(d => d.Family?.Heading == "square").GroupBy(Sign, StringComparer.Ordinal)
            .Where(g => g.Count(IsSquareTitle) * 2 >= g.Count()).Select(g => g.Key),
    ];

    /// <summary>What tells siblings from others: the kind of marker, and for squares the very sign.</summary>
    private static string Sign(Draft draft) => draft.Family?.Heading == "square" ? draft.Marker ?? "" : draft.Family?.Id ?? "";

    private bool IsSquareTitle(Draft draft) =>
        draft.Lines.Count == 1 && Length(draft) <= SquareLength && !rules.SentenceEnd.IsMatch(draft.Last.Text) && draft.Last.Text[^1] is not (',' or ';');

    private static int Length(Draft draft) => draft.Lines.Sum(l => l.Text.Length) - draft.ContentFrom;

    /// <summary>Neighbours of the same kind with nothing between: items of a list, not titles.</summary>
    private static bool InRun(List<Draft> drafts, int i)
    {
        bool Same(int j) => j >= 0 && j < drafts.Count && drafts[j].Family is not null && Sign(drafts[j]) == Sign(drafts[i]);
        int Body(int from, int step)
        {
            while (from >= 0 && from < drafts.Count && drafts[from].Role is LineRole.Note)
            {
                from += step;
            }

            return from;
        }

        return Same(Body(i - 1, -1)) || Same(Body(i + 1, 1));
    }

    private static bool HasChildren(List<Draft> drafts, int i) =>
        i + 1 < drafts.Count && (drafts[i + 1].Family is null || Sign(drafts[i + 1]) != Sign(drafts[i]));

    private void SetLevels(List<Draft> drafts)
    {
        var headings = new List<(string Kind, int? Rank)>();
        var items = new List<(string Kind, int Order)>();
        foreach (var draft in drafts)
        {
            if (draft.Kind == BlockKind.Heading)
            {
                draft.Level = Open(headings, KindOf(draft), draft.Family?.Rank ?? (IsBareTitle(draft) ? BareRank : null));
                items.Clear();
            }
            else if (draft.Kind is BlockKind.ListItem or BlockKind.Note)
            {
                var indent = draft.First.Source.Page == 0 && draft.Family?.Id == "dash" ? Indent(draft.First.Source.Text) : 0;
                var order = (draft.Family?.Order ?? 100) + (indent * 100);
                var kind = (draft.Family?.Id ?? draft.Marker ?? "") + indent;
                var at = items.FindIndex(e => e.Kind == kind);
                items.RemoveAll(e => e.Order >= order && e.Kind != kind);
                at = items.FindIndex(e => e.Kind == kind);
                if (at < 0)
                {
                    items.Add((kind, order));
                    at = items.Count - 1;
                }
                else
                {
                    items.RemoveRange(at + 1, items.Count - at - 1);
                }

                draft.Level = at + 1;
            }
            else if (draft.Kind is BlockKind.Paragraph && draft.Lines.Count > 1)
            {
                items.Clear();
            }
        }
    }

    private static int Open(List<(string Kind, int? Rank)> open, string kind, int? rank)
    {
        var at = open.FindIndex(e => e.Kind == kind);
        if (at < 0 && rank is not null)
        {
            // Custom puts this kind above what is open: it closes all of those.
            at = open.FindIndex(e => e.Rank is null || e.Rank >= rank);
        }

        if (at >= 0)
        {
            open.RemoveRange(at, open.Count - at);
        }

        open.Add((kind, rank));
        return open.Count;
    }

    private bool IsBareTitle(Draft draft) => draft.Family is null && rules.BareTitle.IsMatch(draft.First.Text);

    private string KindOf(Draft draft) => draft.Family?.Id
        ?? (IsBareTitle(draft) ? "bare" : null)
        ?? (draft.First.Source.Hint == LineHint.Heading ? "#" + draft.First.Source.HintLevel : draft.Role == LineRole.Heading ? "size" + Math.Round(draft.First.Source.FontSize) : "bold");

    private static int Indent(string text)
    {
        var indent = 0;
        foreach (var c in text)
        {
            if (c is not (' ' or '\t'))
            {
                break;
            }

            indent += c == '\t' ? 2 : 1;
        }

        return indent / 2;
    }
}
