namespace ReportMiner.Segment;

/// <summary>
/// Decides whether a line end stands for a space. Korean lines may break inside a word. In order: addresses, which
/// have no spaces; white space printed at line ends, where the report has it at some ends and not at others; the
/// spacing model, which weighs the syllables around the break and how the report writes them elsewhere, moved by how
/// often the report breaks words at all (after Saerens et al. 2002, adjusting a classifier to new a priori odds).
/// </summary>
internal sealed class LineJoiner
{
    private const int FewestEnds = 8;

    /// <summary>Log odds beyond which the model is taken at its word.</summary>
    private const double Sure = 2;

    /// <summary>Share of ends with a space beyond which a report is taken never to break a word, and the share it then has.</summary>
    private const double MostlyWhole = 0.9;
    private const double Whole = 0.999;
    private const double LargestShift = 8;

    /// <summary>
    /// Log odds added between two syllables: reports write compounds apart more often than the statutes and the prose
    /// most of the model is learned from. Found on the reports learned from, each left out in turn.
    /// </summary>
    private const float Apart = 0.4f;

    private readonly SpacingRules _rules;
    private readonly SpacingModel _model;
    private readonly SpacingFeatures _features;
    private readonly bool _trustEnds;
    private readonly double _shift;

    public LineJoiner(SpacingRules rules, SpacingModel model, IReadOnlyList<Line> lines)
    {
        _rules = rules;
        _model = model;
        _features = new SpacingFeatures(new SpacingEvidence(lines));
        var full = lines.Where(l => l.Full).ToList();
        var spaced = full.Count(l => l.EndsInSpace);
        _trustEnds = full.Count >= FewestEnds && spaced > full.Count * 0.15 && spaced < full.Count * 0.97 && BareEndsBreakWords(lines);
        _shift = _trustEnds ? 0 : Shift(lines);
    }

    /// <summary>Whether ends without a space stand inside words: where most are breaks between words after all, their missing space says nothing.</summary>
    private bool BareEndsBreakWords(IReadOnlyList<Line> lines)
    {
        int whole = 0, broken = 0;
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (lines[i].Full && !lines[i].EndsInSpace && lines[i + 1].Role == LineRole.Plain)
            {
                var score = Score(lines[i], lines[i + 1]);
                whole += score > Sure ? 1 : 0;
                broken += score < -Sure ? 1 : 0;
            }
        }

        return broken >= whole;
    }

    /// <summary>Whether a space belongs between the two lines.</summary>
    public bool Spaced(Line before, Line after)
    {
        if (IsAddress(before.Text, after.Text))
        {
            return false;
        }

        if (after.Text[0] == '*' || after.Source.Runs is [{ Superscript: true }, ..])
        {
            // A mark that came to stand at the line's head points from the word above.
            return false;
        }

        if (before.EndsInSpace)
        {
            return true;
        }

        return _trustEnds
            ? _rules.EndsClause(before.Text[^1]) && !char.IsAsciiDigit(Content(after)[0])
            : _rules.EndsSentence(Body(before)) || LogOdds(before, after) > 0;
    }

    /// <summary>Log odds of a space between the two lines in this report, from the model.</summary>
    public double LogOdds(Line before, Line after)
    {
        // Programs that break no word still break between a figure and the counter or particle after it.
        var counted = !IsSyllable(Body(before)[^1]) && IsSyllable(Content(after)[0]);
        return Score(before, after) + (counted ? Math.Min(0, _shift) : _shift);
    }

    /// <summary>
    /// How far this report's log odds of a space lie from the training texts'. Reports that never break a word have a
    /// space at every line end, however odd the words look together.
    /// </summary>
    private double Shift(IReadOnlyList<Line> lines)
    {
        var scores = new List<double>();
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (lines[i].Full && lines[i + 1].Role == LineRole.Plain && !IsAddress(lines[i].Text, lines[i + 1].Text))
            {
                scores.Add(Score(lines[i], lines[i + 1]));
            }
        }

        if (scores.Count < FewestEnds)
        {
            return 0;
        }

        // Expectation and maximization; the counts added keep a few lines from deciding.
        var start = 1 / (1 + Math.Exp(-_model.Prior));
        var share = start;
        for (var round = 0; round < 30; round++)
        {
            var shift = LogOdds(share) - _model.Prior;
            share = ((FewestEnds * start) + scores.Sum(s => 1 / (1 + Math.Exp(-s - shift)))) / (FewestEnds + scores.Count);
        }

        // Reports are of two kinds: those that break words do so at half of their ends; the others never do.
        share = share > MostlyWhole ? Whole : share;
        return Math.Clamp(LogOdds(share) - _model.Prior, -LargestShift, LargestShift);
    }

    private float Score(Line before, Line after)
    {
        var content = Content(after);
        var body = Body(before);
        return _model.Score(_features.Of(body, content)) + (IsSyllable(body[^1]) && IsSyllable(content[0]) ? Apart : 0);
    }

    /// <summary>A line's text without the raised number of a note at its end, which says nothing of the word before it.</summary>
    private static string Body(Line line) =>
        line.Source.Runs is [_, .., { Superscript: true } mark] && line.Text[..line.OffsetOf(mark.Start)].TrimEnd() is { Length: > 0 } body ? body : line.Text;

    private static bool IsSyllable(char c) => c is >= '가' and <= '힣';

    private static ReadOnlySpan<char> Content(Line line) =>
        line.Role != LineRole.Plain && line.ContentStart < line.Text.Length ? line.Text.AsSpan(line.ContentStart) : line.Text;

    private static double LogOdds(double share) => Math.Log(share / (1 - share));

    private bool IsAddress(string before, string after) =>
        after[0] < 128 && !after.Contains(' ', StringComparison.Ordinal) && _rules.IsAddress(before.AsSpan(before.LastIndexOf(' ') + 1));
}
