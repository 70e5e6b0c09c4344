using System.Text.RegularExpressions;

namespace ReportMiner.Segment;

/// <summary>Finds the places of a text that point to a numbered note.</summary>
internal static partial class NoteReferences
{
    /// <summary>
    /// Offsets of <paramref name="sign"/> where it clings to the word before it. With a bracket (<c>12)</c>) the
    /// bracket must close no other; without, no letter or digit may follow but a particle's.
    /// </summary>
    public static IEnumerable<int> Find(string text, string sign, bool bracket)
    {
        for (var at = text.IndexOf(sign, StringComparison.Ordinal); at >= 0; at = text.IndexOf(sign, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or '[' or '-' or '\'' or '‘')
            {
                continue;
            }

            var before = text[at - 1];
            if (char.IsAsciiDigit(before) && !DateBefore().IsMatch(text[..at]))
            {
                continue;
            }

            var end = at + sign.Length;
            if (bracket ? Depth(text, at) == 0 : IsWordEnd(before) && IsFree(text, end))
            {
                yield return at;
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
            depth = text[i] switch
            {
                '(' => depth + 1,
                ')' => Math.Max(0, depth - 1),
                _ => depth,
            };
        }

        return depth;
    }

    // 2023.5.54): the note 4 after the date 2023.5.5.
    [GeneratedRegex(@"(?:19|20)\d\d\.\s?\d{1,2}\.\s?\d{1,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex DateBefore();
}
