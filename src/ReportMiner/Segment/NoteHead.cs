namespace ReportMiner.Segment;

/// <summary>A number that may open a note.</summary>
/// <param name="Number">The note's number.</param>
/// <param name="Style">Name of the pattern in the rules, or <c>raised</c>.</param>
/// <param name="Length">Where the note itself starts in the line.</param>
/// <param name="Bracket">Whether a bracket follows it.</param>
internal readonly record struct NoteHead(int Number, string Style, int Length, bool Bracket)
{
    /// <summary>Whether the number alone says little: a list or a sentence may open like this.</summary>
    public bool Weak => Style is "bare" or "dot";

    /// <summary>Whether both are printed alike; what is raised on one line may seem level on another in larger type.</summary>
    public bool IsLike(NoteHead other) => Style == other.Style || ((Style == "raised" || other.Style == "raised") && Bracket == other.Bracket);

    /// <summary>Whether a number printed like that may point to the note: one with a bracket points to none without.</summary>
    public bool IsPointedToBy(NoteMark mark) => mark.Number == Number && mark.Style switch
    {
        NoteMarkStyle.Raised => !Weak || !mark.Bracket,
        NoteMarkStyle.Exponent => !Weak,
        NoteMarkStyle.Square => Style == "square",
        NoteMarkStyle.Bracket => Style is "bracket" or "sign" or "raised",
        _ => false,
    };

    public static NoteHead? Of(Line line, NoteRules rules)
    {
        var text = line.Text;
        var run = line.Source.Runs.FirstOrDefault(r => line.Source.Text.AsSpan(r.Start, r.End - r.Start).Trim().Length > 0);
        if (run is { Superscript: true })
        {
            var to = Math.Min(text.Length, line.OffsetOf(run.End));
            var number = NoteRules.Number(text.AsSpan(0, to).Trim(" )⁾]["));
            while (to < text.Length && text[to] is ' ' or ')' or '⁾')
            {
                to++;
            }

            var bracket = text.AsSpan(0, to).IndexOfAny(')', '⁾', ']') >= 0;
            return number > 0 && to < text.Length && text[to] is not (',' or '·' or '~' or '.') ? new NoteHead(number, "raised", to, bracket) : null;
        }

        foreach (var (id, pattern) in rules.Heads)
        {
            if (pattern.Match(text) is { Success: true } match)
            {
                return new NoteHead(NoteRules.Number(match.Groups["n"].ValueSpan), id, match.Length, match.Value.AsSpan().IndexOfAny(')', '⁾', ']') >= 0);
            }
        }

        // LibreOffice sets a note's number in a run of its own, with no space after it.
        if (run is not null && line.Source.Runs.Length > 1 && line.OffsetOf(run.End) is var end && end < text.Length &&
            NoteRules.Number(text.AsSpan(0, end).Trim()) is var own and > 0)
        {
            return new NoteHead(own, "bare", end, false);
        }

        return null;
    }
}
