using ReportMiner.Documents;
using ReportMiner.Segment;

namespace ReportMiner.Learn;

/// <summary>
/// A text with known spacing, broken into lines of one width as a report is that breaks its words: after so many
/// characters, whatever they are. A space at the break is dropped, before it or after it, and the line tells nothing
/// of it.
/// </summary>
internal sealed class WrappedText
{
    private WrappedText(List<Line> lines, List<LineEnd> ends) => (Lines, Ends) = (lines, ends);

    public IReadOnlyList<Line> Lines { get; }

    /// <summary>The breaks, and whether a space stood there. The ends of paragraphs are none.</summary>
    public IReadOnlyList<LineEnd> Ends { get; }

    /// <summary>Folds the white space of the paragraphs, leaves empty ones out.</summary>
    public static IReadOnlyList<string> Fold(IEnumerable<string> paragraphs) =>
        [.. paragraphs.Select(p => WhiteSpace.Fold(p)).Where(p => p.Length > 0)];

    /// <param name="paragraphs">Folded paragraphs.</param>
    /// <param name="width">Characters a line.</param>
    /// <param name="varied">Makes the first line of each paragraph shorter by another amount, so that all places of short paragraphs are met.</param>
    public static WrappedText Of(IReadOnlyList<string> paragraphs, int width, bool varied = false)
    {
        var lines = new List<Line>();
        var ends = new List<LineEnd>();
        for (var p = 0; p < paragraphs.Count; p++)
        {
            var text = paragraphs[p];
            var room = varied ? 1 + (((p * 7) + (width * 5)) % width) : width;
            for (var at = 0; at < text.Length; room = width)
            {
                var end = Math.Min(text.Length, at + room);
                end += end < text.Length && char.IsHighSurrogate(text[end - 1]) ? 1 : 0;
                var line = new Line(new SourceLine { Page = 0, Number = lines.Count + 1, Text = text[at..end].TrimEnd(' ') }, lines.Count, false);
                if (end < text.Length)
                {
                    line.Full = true;
                    ends.Add(new LineEnd(lines.Count, text[end - 1] == ' ' || text[end] == ' '));
                    end += text[end] == ' ' ? 1 : 0;
                }

                lines.Add(line);
                at = end;
            }
        }

        return new WrappedText(lines, ends);
    }
}

/// <summary>A break after a line.</summary>
internal readonly record struct LineEnd(int Line, bool Spaced);
