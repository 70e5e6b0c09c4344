namespace ReportMiner.Documents;

/// <summary>Parts prose into sentences.</summary>
internal static class Sentences
{
    /// <summary>A full stop after a Korean ending or a Latin word of some length, with a space behind: not that of a date, a number or an initial.</summary>
    public static bool EndsAt(string text, int at, int end) =>
        text[at] is '.' or '!' or '?'
        && at > 2
        && (at + 1 >= end || char.IsWhiteSpace(text[at + 1]))
        && (text[at - 1] is '다' or '함' or '음' or '임' or '됨' or '오' or '요' or ')' || (char.IsAsciiLetterLower(text[at - 1]) && char.IsAsciiLetterLower(text[at - 2]) && char.IsAsciiLetterLower(text[at - 3])));

    /// <summary>The sentences of a stretch, in order; together they are the stretch.</summary>
    public static IEnumerable<(int Start, int End)> Of(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (EndsAt(text, i, end))
            {
                yield return (start, i + 1);
                start = i + 1;
            }
        }

        if (start < end)
        {
            yield return (start, end);
        }
    }
}
