namespace ReportMiner.Segment;

/// <summary>
/// Decides which blocks are headings. Where a report has pages, how it sets the members of a kind of marker tells:
/// of a kind that has members in larger or bolder print, only those are headings. Without print, length and
/// neighbours tell.
/// </summary>
internal sealed class HeadingJudge
{
    public const int TitleLength = 70;
    private const int SquareLength = 50;
    private const int ShortLength = 32;
    private const int StatementLength = 18;
    private const int MostLines = 3;
    private const int FewestLetters = 2;

    private readonly StructureRules _rules;
    private readonly HeadingLooks _looks;
    private readonly List<Draft> _drafts;
    private readonly bool _markdown;
    private readonly HashSet<string> _squares;
    private readonly HashSet<string> _emphasised;

    public HeadingJudge(StructureRules rules, HeadingLooks looks, List<Draft> drafts, bool markdown)
    {
        _rules = rules;
        _looks = looks;
        _drafts = drafts;
        _markdown = markdown;
        // The square signs that this report sets before titles, not before statements: most of theirs are short.
        _squares = [.. drafts.Where(d => d.Family?.Heading == "square").GroupBy(Sign, StringComparer.Ordinal).Where(g => g.Count(IsSquareTitle) * 2 >= g.Count()).Select(g => g.Key)];
        _emphasised = [.. drafts.Where(d => d.Family is not null && (d.Role == LineRole.Marked || d.First.Bookmark is not null) && looks.IsEmphasised(d.First)).GroupBy(Sign, StringComparer.Ordinal).Select(g => g.Key)];
    }

    /// <summary>What tells siblings from others: the kind of marker, for squares the very sign, for 1.1 and 1.1.1 the depth.</summary>
    public static string Sign(Draft draft) => draft.Family switch
    {
        null => "",
        { Heading: "square" } => draft.Marker ?? "",
        { Id: "decimal" } => "decimal" + Depth(draft),
        { Id: var id } => id,
    };

    /// <summary>How many numbers a marker such as 2-1.3 has.</summary>
    public static int Depth(Draft draft) => 1 + (draft.Marker?.Count(c => c is '.' or '-') ?? 0);

    public bool IsHeading(int i)
    {
        var draft = _drafts[i];
        if (draft.Lines.Count > MostLines || (draft.Role == LineRole.Marked && draft.Lines.Sum(l => l.Content.Count(char.IsLetter)) < FewestLetters))
        {
            return false;
        }

        if (draft.Role == LineRole.Heading)
        {
            return true;
        }

        var text = draft.First.Content;
        var title = draft.Lines.Count <= MostLines - 1 && Length(draft) <= TitleLength && !_rules.ProseEnd.IsMatch(draft.Last.Text) && draft.Last.Text[^1] is not (',' or ';');
        if (draft.Role == LineRole.Marked && draft.Family is { Heading: "title" or "titleWithMarker" or "short" or "square" } family && _emphasised.Contains(Sign(draft)))
        {
            return Length(draft) <= TitleLength && !_rules.ProseEnd.IsMatch(draft.Last.Text) && draft.Last.Text[^1] is not (',' or ';') && _looks.IsEmphasised(draft.First) && (family.Heading != "square" || !_rules.SentenceEnd.IsMatch(draft.Last.Text));
        }

        var bold = _markdown && draft.First.BoldAll && draft.Lines.Count == 1 && text.Length is > 1 and <= SquareLength;
        return draft.Family?.Heading switch
        {
            "always" => title,
            "title" or "titleWithMarker" => title && !InRun(i),
            "short" => title && Length(draft) <= ShortLength && !InRun(i) && HasChildren(i) && !_rules.OpenEnd.IsMatch(draft.Last.Text),
            "square" => title && (bold || (_squares.Contains(Sign(draft)) && IsSquareTitle(draft) && HasChildren(i))),
            "never" => bold && draft.Family.Id == "triangle",
            null => draft.Role == LineRole.Plain && draft.Lines.Count == 1 && ((bold && title) || _rules.BareTitle.IsMatch(draft.First.Text)),
            _ => false,
        };
    }

    private bool IsSquareTitle(Draft draft) =>
        draft.Lines.Count == 1 && Length(draft) <= SquareLength && !_rules.SentenceEnd.IsMatch(draft.Last.Text) && draft.Last.Text[^1] is not (',' or ';') &&
        !(draft.First.Source.IsSet && Length(draft) > StatementLength && _rules.Statement.IsMatch(draft.First.Content));

    private static int Length(Draft draft) => draft.Lines.Sum(l => l.Text.Length) - draft.ContentFrom;

    /// <summary>Neighbours of the same kind with nothing between: items of a list, not titles.</summary>
    private bool InRun(int i)
    {
        bool Same(int j) => j >= 0 && j < _drafts.Count && _drafts[j].Family is not null && Sign(_drafts[j]) == Sign(_drafts[i]);
        int Body(int from, int step)
        {
            while (from >= 0 && from < _drafts.Count && _drafts[from].Role is LineRole.Note)
            {
                from += step;
            }

            return from;
        }

        return Same(Body(i - 1, -1)) || Same(Body(i + 1, 1));
    }

    private bool HasChildren(int i) =>
        i + 1 < _drafts.Count && (_drafts[i + 1].Family is null || Sign(_drafts[i + 1]) != Sign(_drafts[i]));
}
