using System.Collections.Immutable;

namespace ReportMiner.Learn;

/// <summary>A sentence of a corpus that marks only some kinds of marks.</summary>
/// <param name="Marks">Its names of the kinds the corpus marks, and its dates and amounts, which are none.</param>
/// <param name="Known">The kinds of names that are marked throughout.</param>
public sealed record TaggedSentence(string Text, ImmutableArray<TextMark> Marks, ImmutableArray<string> Known)
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal) { ["PS"] = "PER", ["LC"] = "LOC", ["OG"] = "ORG", ["DT"] = "DATE", ["TI"] = "DATE", ["QT"] = "AMOUNT" };

    /// <summary>Reads KLUE-NER (Park et al. 2021): one character and its tag a line, a blank line after a sentence, lines that open with <c>##</c> are remarks.</summary>
    /// <exception cref="FormatException">A line has no tag.</exception>
    public static IEnumerable<TaggedSentence> ReadKlue(IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var text = new System.Text.StringBuilder();
        var marks = ImmutableArray.CreateBuilder<TextMark>();
        foreach (var line in lines.Append(""))
        {
            if (line.StartsWith("##", StringComparison.Ordinal))
            {
                continue;
            }

            if (line.Length == 0)
            {
                if (text.Length > 0)
                {
                    yield return new TaggedSentence(text.ToString(), marks.ToImmutable(), ["PER", "LOC", "ORG"]);
                }

                text.Clear();
                marks.Clear();
                continue;
            }

            var tab = line.LastIndexOf('\t');
            if (tab <= 0)
            {
                throw new FormatException($"no tag in the line \"{line}\"");
            }

            var (surface, tag) = (line[..tab], line[(tab + 1)..]);
            var start = text.Length;
            text.Append(surface);
            if (tag.Length > 2 && Types.TryGetValue(tag[2..], out var type))
            {
                if (tag[0] == 'I' && marks.Count > 0 && marks[^1].End == start && marks[^1].Type == type)
                {
                    marks[^1] = marks[^1] with { End = text.Length };
                }
                else
                {
                    marks.Add(new TextMark(type, start, text.Length, null));
                }
            }
        }
    }
}
