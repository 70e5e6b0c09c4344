using ReportMiner.Documents;

namespace ReportMiner.Link.Facts;

/// <summary>A word of a statement as its spaces part it.</summary>
/// <param name="Start">Offset into the report's text, brackets and quotes left aside.</param>
/// <param name="End">Offset after the last letter, its particle included.</param>
/// <param name="Opens">Whether a bracket or quote stands before it.</param>
/// <param name="Closes">Whether a comma, bracket or the like stands behind it.</param>
internal readonly record struct FactWord(int Start, int End, bool Opens, bool Closes);

/// <summary>A stretch of words that may be a noun phrase.</summary>
/// <param name="First">Its first word's number in the source.</param>
/// <param name="Last">Its last word's number.</param>
/// <param name="Particle">How many characters of the last word, behind <paramref name="End"/>, are a particle.</param>
internal readonly record struct FactPhrase(FactSource Source, int Start, int End, int First, int Last, int Particle);

/// <summary>Lists the stretches of words that may be the object of a figure or a verb.</summary>
internal static class FactPhrases
{
    private const int MostWords = 6;
    private const int LongestWhole = 40;

    public static List<FactWord> Words(string text, FactSource source)
    {
        var words = new List<FactWord>();
        for (var at = source.Start; at < source.End;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var end = at;
            while (end < source.End && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            var (from, to) = (at, end);
            while (from < to && IsMark(text[from]))
            {
                from++;
            }

            while (to > from && IsMark(text[to - 1]))
            {
                to--;
            }

            // A mark by itself parts what stands round it: 플랫폼 : 이용 기관.
            if (from == to && words.Count > 0 && text[at] is not ('·' or '/'))
            {
                words[^1] = words[^1] with { Closes = true };
            }

            // Brackets and stars part a word as spaces do: 예산(정부안)은, 기업*이.
            for (var start = from; start < to;)
            {
                var cut = start;
                while (cut < to && text[cut] is not ('(' or ')' or '[' or ']' or '<' or '>' or ':' or '→' or '*'))
                {
                    cut++;
                }

                if (cut > start)
                {
                    words.Add(new FactWord(start, cut, start > from || from > at, cut < to || to < end));
                }

                start = cut + 1;
            }

            at = end;
        }

        return words;
    }

    /// <summary>The phrases of a source, but those that hold a figure or date.</summary>
    public static IEnumerable<FactPhrase> Of(FactRules rules, string text, FactSource source, List<FactWord> words, Tags tags)
    {
        var whole = words.Exists(w => IsName(text, w)) && source.Place is not (FactPlace.Here or FactPlace.Before) && words[^1].End - words[0].Start <= LongestWhole &&
            !(source.Place is FactPlace.Row or FactPlace.RowHead && HoldsFigure(tags, words[^1].Start, words[^1].End));
        if (whole)
        {
            // A bracket that opens it belongs to it: (1단계) 사전기획.
            yield return new FactPhrase(source, text[source.Start] == '(' ? source.Start : words[0].Start, words[^1].End, 0, words.Count - 1, 0);
        }

        for (var last = 0; last < words.Count; last++)
        {
            var word = text.AsSpan(words[last].Start, words[last].End - words[last].Start);
            // 또는, 있는: what looks like a particle is part of the ending.
            var particle = rules.EndsClause(word) || rules.IsModifier(word) ? 0 : rules.ParticleOf(word);
            for (var stripped = 0; stripped <= (particle > 0 ? 1 : 0); stripped++)
            {
                var cut = stripped == 0 ? particle : 0;
                var end = words[last].End - cut;
                for (var first = last; first >= 0 && last - first < MostWords; first--)
                {
                    var (from, to) = (words[first].Start, end);
                    if (first < last && (words[first].Closes || words[first + 1].Opens))
                    {
                        break;
                    }

                    if (HoldsFigure(tags, from, to))
                    {
                        break;
                    }

                    if (words[first].Opens && rules.IsParticle(text.AsSpan(from, words[first].End - from)))
                    {
                        // The particle of what a bracket closes: 「…」의.
                        continue;
                    }

                    if (to - from > 1 && Enumerable.Range(first, last - first + 1).Any(w => IsName(text, words[w])) && !(whole && first == 0 && last == words.Count - 1 && cut == 0))
                    {
                        yield return new FactPhrase(source, from, to, first, last, cut);
                    }
                }
            }
        }
    }

    private static bool HoldsFigure(Tags tags, int start, int end) => TextSpans.Touch(tags.Amounts, start, end) || TextSpans.Touch(tags.Dates, start, end);

    /// <summary>5년 or +3% names nothing.</summary>
    private static bool IsName(string text, FactWord word) => !char.IsAsciiDigit(text[word.Start]) && text[word.Start] is not ('+' or '-');

    private static bool IsMark(char c) => !char.IsLetterOrDigit(c) && c is not ('%' or '+' or '&' or '#');
}
