using System.Runtime.CompilerServices;
using ReportMiner.Classify;
using ReportMiner.Documents;

namespace ReportMiner.Tag.Entities;

/// <summary>
/// What the name model sees of each character: those round it, their kinds, the word it stands in with and without its
/// particle, the words beside it, brackets and quotation marks, what lists and patterns found there, what the block
/// is, and how often the document has the word.
/// </summary>
internal sealed class SyllableFeatures
{
    private const int Context = 4;
    private const int LongestWord = 12;
    private const int WordsAhead = 3;
    private const int WordsBehind = 2;
    private const int LongestQuote = 80;
    private const char Edge = '\u0002';

    private readonly Stretch _stretch;
    private readonly List<TextWord> _words;
    private readonly uint[] _counts;
    private readonly (int Open, int Close)[] _quotes;
    private readonly NameHits _hits;

    /// <param name="stretch">The block or cell the characters stand in.</param>
    /// <param name="words">What the document has of its words.</param>
    /// <param name="hits">What lists and patterns found in the stretch.</param>
    public SyllableFeatures(Stretch stretch, DocumentWords words, NameHits hits)
    {
        _stretch = stretch;
        (_words, _counts) = words[stretch];
        _quotes = Quotes(stretch.Text);
        _hits = hits;
    }

    /// <summary>The features of the characters from one offset to another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public FeatureSequence Of(int from, int to)
    {
        var (text, parts) = (_stretch.Text, _words);
        var sequence = new FeatureSequence();
        var template = 0u;
        void Add(uint value) => sequence.Add(FeatureHash.Of(++template, value));
        void AddText(ReadOnlySpan<char> value) => sequence.Add(FeatureHash.Of(++template, value));
        void AddTextAt(uint at, ReadOnlySpan<char> value) => sequence.Add(FeatureHash.Of(++template, at, value));
        Span<char> near = stackalloc char[(2 * Context) + 1];
        var word = TextSpans.First(parts.Count, w => parts[w].End > from);
        for (var i = from; i < to; i++)
        {
            template = 0;
            while (word < parts.Count && parts[word].End <= i)
            {
                word++;
            }

            for (var d = -Context; d <= Context; d++)
            {
                near[d + Context] = i + d >= 0 && i + d < text.Length ? text[i + d] : Edge;
            }

            // Characters, alone and in runs.
            for (var d = Context - 3; d <= Context + 3; d++)
            {
                AddText(near.Slice(d, 1));
            }

            for (var d = Context - 3; d <= Context + 2; d++)
            {
                AddText(near.Slice(d, 2));
            }

            for (var d = Context - 3; d <= Context + 1; d++)
            {
                AddText(near.Slice(d, 3));
            }

            AddText(near.Slice(Context - 3, 4));
            AddText(near.Slice(Context, 4));
            AddText(near.Slice(Context - 4, 5));
            AddText(near.Slice(Context, 5));
            var kinds = Kinds(near, Context - 2, 5);
            Add(kinds);
            Add(Kinds(near, Context - 1, 3));
            Add(Kinds(near, Context - 4, 5));
            Add(Kinds(near, Context, 5));

            // The word and those beside it; between words, the one ahead.
            var inside = word < parts.Count && parts[word].Start <= i;
            if (inside)
            {
                var w = parts[word];
                var whole = text.AsSpan(w.Start, w.End - w.Start);
                var stem = text.AsSpan(w.Start, w.Stem - w.Start);
                var place = (Clip(i - w.Start, 4) * 8) + Clip(w.End - 1 - i, 4);
                var stemPlace = i < w.Stem ? (Clip(i - w.Start, 4) * 8) + Clip(w.Stem - 1 - i, 4) : 63;
                AddTextAt(Clip(i - w.Start, 6), whole.Length <= LongestWord ? whole : whole[..LongestWord]);
                AddTextAt(i < w.Stem ? Clip(w.Stem - 1 - i, 6) : 9, stem.Length <= LongestWord ? stem : stem[^LongestWord..]);
                Add(place);
                Add(stemPlace + (64 * Clip(stem.Length, 8)));
                AddTextAt(stemPlace, stem[^1..]);
                AddTextAt(stemPlace, stem[^Math.Min(2, stem.Length)..]);
                AddTextAt(i < w.Stem ? 1u : 0, stem[^Math.Min(2, stem.Length)..]);
                AddTextAt(i < w.Stem ? 1u : 0, stem[^Math.Min(3, stem.Length)..]);
                AddTextAt(stemPlace, stem[^Math.Min(3, stem.Length)..]);
                AddTextAt(Clip(w.Stem - 1 - i, 2), whole[stem.Length..]);
                AddTextAt(stemPlace, w.After);
                AddTextAt(Clip(i - w.Start, 2), w.Before);
                sequence.Add(FeatureHash.Of(++template, stemPlace, _counts[word]));
                sequence.Add(FeatureHash.Of(++template, w.Shape, place));
                for (var d = 1; d <= WordsAhead; d++)
                {
                    AddWord(d, text, parts, word + d, i, ref template, sequence);
                }

                for (var d = 1; d <= WordsBehind; d++)
                {
                    AddWord(d, text, parts, word - d, i, ref template, sequence);
                }
            }
            else
            {
                template = 100;
                for (var d = 0; d < WordsAhead; d++)
                {
                    AddWord(d, text, parts, word + d, i, ref template, sequence);
                }

                for (var d = 1; d <= WordsBehind; d++)
                {
                    AddWord(d, text, parts, word - d, i, ref template, sequence);
                }
            }

            // Brackets and quotation marks.
            template = 200;
            var quote = _quotes[i];
            if (quote.Open >= 0)
            {
                var mark = text[quote.Open];
                var content = text.AsSpan(quote.Open + 1, quote.Close - quote.Open - 1);
                AddTextAt(mark, content[^Math.Min(2, content.Length)..]);
                AddTextAt(mark, text.AsSpan(quote.Close + 1, Math.Min(3, text.Length - quote.Close - 1)));
                AddTextAt(mark, text.AsSpan(quote.Open - Math.Min(2, quote.Open), Math.Min(2, quote.Open)));
                sequence.Add(FeatureHash.Of(++template, mark, (Clip(i - quote.Open - 1, 2) * 4) + Clip(quote.Close - 1 - i, 2)));
                sequence.Add(FeatureHash.Of(++template, mark, Clip(content.Length / 4, 8)));
            }

            // What lists and patterns say.
            template = 220;
            var (list, doubtful, pattern) = _hits[i];
            Add(list);
            Add(doubtful);
            Add(pattern);
            Add(((uint)list * 64) + pattern);
            AddTextAt(list, near.Slice(Context, 2));
            AddTextAt(doubtful, near.Slice(Context + 1, 2));
            sequence.Add(FeatureHash.Of(++template, list, _hits[i + 1].List));

            // The place in the document.
            template = 240;
            var setting = ((uint)_stretch.Kind * 16) + (uint)_stretch.Role;
            Add(setting);
            sequence.Add(FeatureHash.Of(++template, (uint)_stretch.Kind, kinds));
            sequence.Add(FeatureHash.Of(++template, (uint)_stretch.Kind, Clip(i, 3)));
            Add((Clip(i, 3) * 4) + Clip(text.Length - 1 - i, 3));
            sequence.Close();
        }

        return sequence;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddWord(int distance, string text, List<TextWord> words, int at, int place, ref uint template, FeatureSequence sequence)
    {
        template += 4;
        if (at < 0 || at >= words.Count)
        {
            sequence.Add(FeatureHash.Of(template, 1));
            return;
        }

        var w = words[at];
        var stem = text.AsSpan(w.Start, w.Stem - w.Start);
        sequence.Add(FeatureHash.Of(template, (uint)distance, stem[^Math.Min(2, stem.Length)..]));
        if (distance <= 1)
        {
            var whole = text.AsSpan(w.Start, Math.Min(LongestWord, w.End - w.Start));
            sequence.Add(FeatureHash.Of(template + 1, whole));
            sequence.Add(FeatureHash.Of(template + 2, w.Start > place ? text.AsSpan(w.Start, Math.Min(2, w.End - w.Start)) : text.AsSpan(w.End - Math.Min(2, w.End - w.Start), Math.Min(2, w.End - w.Start))));
            sequence.Add(FeatureHash.Of(template + 3, w.Shape, distance == 0 ? 1u : 0));
        }
    }

    /// <summary>For each character the innermost pair of brackets or quotation marks round it, or -1.</summary>
    private static (int Open, int Close)[] Quotes(string text)
    {
        var pairs = new (int Open, int Close)[text.Length];
        Array.Fill(pairs, (-1, -1));
        var open = new Stack<int>();
        for (var i = 0; i < text.Length; i++)
        {
            var opener = text[i] switch { ')' => '(', '’' => '‘', '”' => '“', '」' => '「', '』' => '『', '》' => '《', '〉' => '〈', '>' => '<', ']' => '[', '\'' => '\'', '"' => '"', _ => '\0' };
            if (opener != '\0' && open.TryPeek(out var from) && text[from] == opener)
            {
                open.Pop();
                if (i - from <= LongestQuote && i - from > 1)
                {
                    for (var inside = from + 1; inside < i; inside++)
                    {
                        pairs[inside] = pairs[inside].Open < 0 ? (from, i) : pairs[inside];
                    }
                }
            }
            else if (text[i] is '(' or '‘' or '“' or '「' or '『' or '《' or '〈' or '<' or '[' or '\'' or '"')
            {
                while (open.TryPeek(out var old) && i - old > LongestQuote)
                {
                    open.Pop();
                }

                open.Push(i);
            }
        }

        return pairs;
    }

    private static uint Clip(int value, int most) => (uint)Math.Clamp(value, 0, most);

    private static uint Kinds(ReadOnlySpan<char> near, int from, int count)
    {
        var kinds = 0u;
        for (var i = from; i < from + count; i++)
        {
            kinds = (kinds * 16) + Kind(near[i]);
        }

        return kinds;
    }

    /// <summary>The kind of a character: letters by script, signs by use.</summary>
    public static uint Kind(char c) => c switch
    {
        Edge => 1,
        ' ' or '\t' => 2,
        >= '가' and <= '힣' => 3,
        >= '0' and <= '9' => 4,
        >= 'a' and <= 'z' => 5,
        >= 'A' and <= 'Z' => 6,
        >= '一' and <= '鿿' => 7,
        '(' or '[' or '<' or '〈' or '《' => 8,
        ')' or ']' or '>' or '〉' or '》' => 9,
        '‘' or '“' or '「' or '『' or '\'' or '"' => 10,
        '’' or '”' or '」' or '』' => 11,
        ',' or '·' or '/' or '、' or '‧' or 'ㆍ' => 12,
        '.' or ':' or ';' => 13,
        '-' or '&' or '+' or '_' => 14,
        _ => char.IsLetter(c) ? 15u : 0,
    };
}
