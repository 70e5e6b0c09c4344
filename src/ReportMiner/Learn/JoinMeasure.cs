using ReportMiner.Resources;
using ReportMiner.Segment;

namespace ReportMiner.Learn;

/// <summary>
/// Measures the joining of lines on texts with known spacing: wraps each text hard at a width, lets the pipeline's own
/// joiner decide every break with what it would know of that document, and compares with the text. Every break
/// counts; it is right when it is joined as the text has it, and in no other way.
/// </summary>
public sealed class JoinMeasure
{
    private const int Context = 16;

    private readonly SpacingRules _rules;
    private readonly SpacingModel _model;

    /// <exception cref="ResourceException">A file of the models folder is missing, changed or not valid.</exception>
    public JoinMeasure(ResourceDirectory resources)
    {
        ArgumentNullException.ThrowIfNull(resources);
        _rules = resources.ReadJson<SpacingRules>(SpacingRules.FileName);
        _model = SpacingModel.Read(resources);
    }

    /// <summary>Measures one document at one width.</summary>
    /// <param name="paragraphs">The document, one paragraph an item.</param>
    /// <param name="width">Characters a line.</param>
    public JoinResult Measure(IEnumerable<string> paragraphs, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 2);
        var known = WrappedText.Fold(paragraphs);
        var wrapped = WrappedText.Of(known, width);
        var joiner = new LineJoiner(_rules, _model, wrapped.Lines);
        var errors = new List<JoinError>();
        foreach (var (line, spaced) in wrapped.Ends)
        {
            var (before, after) = (wrapped.Lines[line], wrapped.Lines[line + 1]);
            if (joiner.Spaced(before, after) != spaced)
            {
                errors.Add(new JoinError(width, spaced, before.Text[^Math.Min(Context, before.Text.Length)..], after.Text[..Math.Min(Context, after.Text.Length)], AlsoWritten(known, before.Text, after.Text, !spaced)));
            }
        }

        return new JoinResult(wrapped.Ends.Count, errors);
    }

    /// <summary>Whether the text has, somewhere else, the left word whole and the first two syllables of the right one in the way they were wrongly joined.</summary>
    private static bool AlsoWritten(IReadOnlyList<string> text, string before, string after, bool spaced)
    {
        var left = before[(before.LastIndexOf(' ') + 1)..];
        var right = after.Split(' ')[0];
        var joined = left + (spaced ? " " : "") + right[..Math.Min(2, right.Length)];
        return text.Any(p => p.StartsWith(joined, StringComparison.Ordinal) || p.Contains(' ' + joined, StringComparison.Ordinal));
    }
}
