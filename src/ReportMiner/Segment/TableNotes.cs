using System.Globalization;

namespace ReportMiner.Segment;

/// <summary>
/// The notes under a table (주: 1) …, 2) …) name its source or explain its cells. They are not the page's notes,
/// though they are numbered like them: each line is a source line.
/// </summary>
internal sealed class TableNotes(NoteRules rules)
{
    /// <summary>So many lines may one of the notes run.</summary>
    private const int LongestNote = 4;

    public void Mark(List<Line> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (rules.TableNote.Match(lines[i].Text) is not { Success: true } match)
            {
                continue;
            }

            lines[i].MakeSource();
            var last = int.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture);
            var next = i + 1;
            for (var j = next; j < lines.Count && j <= next + LongestNote && lines[j].Source.Page == lines[i].Source.Page; j++)
            {
                if (NoteHead.Of(lines[j], rules) is { Style: "bracket" } head && head.Number == last + 1 && IsAlike(lines[i], lines[j]))
                {
                    lines[j].MakeSource();
                    (last, next) = (head.Number, j);
                }
                else if (lines[j].Role is not LineRole.Plain)
                {
                    break;
                }
            }

            i = Math.Max(i, next - 1);
        }
    }

    private static bool IsAlike(Line first, Line line) =>
        Math.Abs(first.Source.FontSize - line.Source.FontSize) <= 0.6 && line.Source.BlankLinesBefore <= Math.Max(1, first.Source.BlankLinesBefore);
}
