using System.Text.RegularExpressions;
using ReportMiner.Documents;

namespace ReportMiner.Segment;

/// <summary>Reads, in one pass, every number of a text that may point to a note.</summary>
internal sealed partial class NoteMarkReader(NoteRules rules)
{
    private const int LongestRange = 9;

    /// <param name="text">A line or a block.</param>
    /// <param name="raised">Its raised stretches, in order.</param>
    /// <param name="from">The first place where a raised mark may stand: 0 if the text may go on from the line before, otherwise behind the block's own marker.</param>
    public List<NoteMark> Read(string text, IEnumerable<TextSpan> raised, int from)
    {
        var marks = new List<NoteMark>();
        var taken = new List<TextSpan>();
        foreach (var span in Stretches(text, raised))
        {
            taken.Add(span);
            if (span.Start >= from)
            {
                ReadRaised(text, span, marks);
            }
        }

        ReadPrinted(text, from, taken, marks);
        return marks;
    }

    /// <summary>The raised stretches of a source line, as offsets into its folded text.</summary>
    public static IEnumerable<TextSpan> RaisedOf(Line line) => line.Source.Runs.Where(r => r.Superscript)
        .Select(r => new TextSpan(line.OffsetOf(r.Start), Math.Min(line.Text.Length, line.OffsetOf(r.End))));

    // Raised runs, those that touch as one, and characters that are raised by themselves.
    private List<TextSpan> Stretches(string text, IEnumerable<TextSpan> raised)
    {
        var all = raised.Concat(rules.Sign.Matches(text).Select(m => new TextSpan(m.Index, m.Index + m.Length))).OrderBy(s => s.Start);
        var merged = new List<TextSpan>();
        foreach (var span in all)
        {
            if (merged.Count > 0 && span.Start <= merged[^1].End)
            {
                merged[^1] = new TextSpan(merged[^1].Start, Math.Max(merged[^1].End, span.End));
            }
            else
            {
                merged.Add(span);
            }
        }

        return merged;
    }

    private void ReadRaised(string text, TextSpan span, List<NoteMark> marks)
    {
        var own = text[span.Start..span.End];
        if (!rules.Raised.IsMatch(own))
        {
            return;
        }

        var style = rules.Unit.IsMatch(text[Math.Max(0, span.Start - 4)..span.Start]) ? NoteMarkStyle.Exponent : NoteMarkStyle.Raised;
        var last = 0;
        var lastEnd = 0;
        foreach (Match token in Token().Matches(own))
        {
            var number = NoteRules.Number(token.Groups["n"].ValueSpan);
            var bracket = token.Groups["b"].Success;
            var (start, end) = (span.Start + token.Index, span.Start + token.Index + token.Length);
            if (end == span.End && end < text.Length && !bracket && (text[end] == '⁾' || (text[end] == ')' && Depth(text, end) is var depth && (depth == 0 || Unmatched(text, end + 1) >= depth))))
            {
                (end, bracket) = (end + 1, true);
            }

            if (last > 0 && number - last is > 1 and < LongestRange && own.AsSpan(lastEnd, token.Index - lastEnd).IndexOfAny("-~∼–") >= 0)
            {
                // 3-5 points to 4 as well.
                for (var between = last + 1; between < number; between++)
                {
                    marks.Add(new NoteMark(marks[^1].Start, end, between, style, bracket));
                }
            }

            marks.Add(new NoteMark(start, end, number, style, bracket));
            (last, lastEnd) = (number, token.Index + token.Length);
        }
    }

    private static void ReadPrinted(string text, int from, List<TextSpan> taken, List<NoteMark> marks)
    {
        var depth = 0;
        var next = 0;
        for (var i = 0; i < text.Length; i++)
        {
            while (next < taken.Count && taken[next].End <= i)
            {
                next++;
            }

            var c = text[i];
            if (!char.IsAsciiDigit(c) || (next < taken.Count && taken[next].Start <= i))
            {
                depth = c == '(' ? depth + 1 : c == ')' ? Math.Max(0, depth - 1) : depth;
                continue;
            }

            var end = i + 1;
            while (end < text.Length && char.IsAsciiDigit(text[end]) && (next >= taken.Count || taken[next].Start > end))
            {
                end++;
            }

            if (i >= from && i > 0)
            {
                // (IA12)와 같은 길): a bracket that closes nothing else is the note's own.
                ReadNumber(text, i, end, depth == 0 || Unmatched(text, end + 1) >= depth, marks);
            }

            i = end - 1;
        }
    }

    private static void ReadNumber(string text, int start, int end, bool free, List<NoteMark> marks)
    {
        var before = text[start - 1];
        var after = end < text.Length ? text[end] : ' ';
        if (end - start <= 3)
        {
            var number = NoteRules.Number(text.AsSpan(start, end - start));
            if (before == '[' && after == ']')
            {
                marks.Add(new NoteMark(start - 1, end + 1, number, NoteMarkStyle.Square, true));
            }
            else if (char.IsWhiteSpace(before) || before is '(' or '[' or '-' or '\'' or '‘')
            {
                return;
            }
            else if (after == '⁾' || (after == ')' && free))
            {
                marks.Add(new NoteMark(start, end + 1, number, after == ')' ? NoteMarkStyle.Bracket : NoteMarkStyle.Raised, true));
            }
            else if (IsWordEnd(before) && IsFree(text, end) && !(before == '.' && start > 1 && char.IsAsciiDigit(text[start - 2])))
            {
                marks.Add(new NoteMark(start, end, number, NoteMarkStyle.Bare, false));
            }
        }

        // 2023.5.54): the note 4 after the date 2023.5.5.
        for (var at = Math.Max(start + 1, end - 3); at < end && after == ')' && free; at++)
        {
            if (DateBefore().IsMatch(text[Math.Max(0, at - 14)..at]))
            {
                marks.Add(new NoteMark(at, end + 1, NoteRules.Number(text.AsSpan(at, end - at)), NoteMarkStyle.Bracket, true));
            }
        }
    }

    private static bool IsWordEnd(char c) => c is >= '가' and <= '힣' or ')' or ']' or '」' or '』' or '”' or '"' or '.' || (char.IsAsciiLetter(c) && c is not ('v' or 'V'));

    private static bool IsFree(string text, int end) =>
        end >= text.Length || char.IsWhiteSpace(text[end]) || text[end] is ',' or '.' or ')' or '을' or '를' or '의' or '은' or '는' or '이' or '가' or '과' or '와' or '로' or '에'
        && (end + 1 >= text.Length || !char.IsAsciiDigit(text[end + 1]));

    // How many brackets are open before the place.
    private static int Depth(string text, int at)
    {
        var depth = 0;
        for (var i = 0; i < at; i++)
        {
            depth = text[i] == '(' ? depth + 1 : text[i] == ')' ? Math.Max(0, depth - 1) : depth;
        }

        return depth;
    }

    // How many brackets close after the place that opened before it.
    private static int Unmatched(string text, int from)
    {
        var (open, unmatched) = (0, 0);
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] == '(')
            {
                open++;
            }
            else if (text[i] == ')' && --open < 0)
            {
                (open, unmatched) = (0, unmatched + 1);
            }
        }

        return unmatched;
    }

    [GeneratedRegex(@"\[?(?<n>[\d\u00B9\u00B2\u00B3\u2070\u2074-\u2079]{1,3})(?<b>[)⁾\]])?", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex(@"(?:19|20)\d\d\.\s?\d{1,2}\.\s?\d{1,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex DateBefore();
}
