
namespace ReportMiner.Segment;

/// <summary>
/// Decides whether a line end stands for a space. Korean lines may break inside a word. In order: white space printed
/// at line ends, where the report has it at some ends and not at others; the report's own words; particles and
/// endings that cannot stand alone; how the report breaks its lines on the whole.
/// </summary>
internal sealed class LineJoiner
{
    private const int LongestBeginning = 8;
    private const int Sure = 2;

    private readonly SpacingRules _rules;
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _beginnings = new(StringComparer.Ordinal);
    private readonly bool _trustEnds;
    private readonly bool _breaksWords;

    public LineJoiner(SpacingRules rules, List<Line> lines)
    {
        _rules = rules;
        foreach (var line in lines)
        {
            var words = line.Text.Split(' ');
            // The first and the last word of a line may be halves.
            for (var i = 1; i < words.Length - 1; i++)
            {
                Count(words[i]);
            }
        }

        var full = lines.Where(l => l.Full).ToList();
        var spaced = full.Count(l => l.EndsInSpace);
        int whole = 0, broken = 0;
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            // An end with a space is a break between words as it is: the others tell.
            if (lines[i].Full && !lines[i].EndsInSpace && Evidence(lines[i].Text, lines[i + 1].Text) is var e && Math.Abs(e) >= Sure)
            {
                if (e > 0) { whole++; } else { broken++; }
            }
        }

        // Where most ends without a space are breaks between words after all, their missing space says nothing.
        _trustEnds = full.Count >= 8 && spaced > full.Count * 0.15 && spaced < full.Count * 0.97 && broken >= whole;
        _breaksWords = broken * 3 > whole;
    }

    /// <summary>Whether a space belongs between the two lines.</summary>
    public bool Spaced(Line before, Line after)
    {
        var a = before.Text[^1];
        var b = after.Text[after.Role == LineRole.Plain ? 0 : after.ContentStart < after.Text.Length ? after.ContentStart : 0];
        if (IsAddress(before.Text, after.Text))
        {
            return false;
        }

        if (before.EndsInSpace)
        {
            return true;
        }

        if (!IsHangul(a) && !IsHangul(b) && char.IsAsciiLetterOrDigit(a) && char.IsAsciiLetter(b))
        {
            return !_trustEnds;
        }

        if (a is ',' or ';' or ':' or '.' && !char.IsAsciiDigit(b))
        {
            return true;
        }

        if (a is '(' or '‘' or '“' or '「' or '『' or '·' or '/' or '~' or '-' || b is ')' or ']' or ',' or '.' or '’' or '”' or '」' or '』' or '·' or '%' or '~')
        {
            return false;
        }

        if (_trustEnds)
        {
            return false;
        }

        var evidence = Evidence(before.Text, after.Text);
        return Math.Abs(evidence) >= Sure ? evidence > 0 : !_breaksWords;
    }

    /// <summary>Above 0 for a break between words, below 0 for one inside a word, 0 where nothing tells.</summary>
    private int Evidence(string before, string after)
    {
        var a = before[(before.LastIndexOf(' ') + 1)..];
        var space = after.IndexOf(' ');
        var b = space < 0 ? after : after[..space];
        if (a.Length == 0 || b.Length == 0 || !IsHangul(a[^1]) || !IsHangul(b[0]))
        {
            return a.Length > 0 && b.Length > 0 && IsHangul(b[0]) && char.IsAsciiLetterOrDigit(a[^1]) && _rules.IsParticle(Bare(b)) ? -3 : 0;
        }

        var left = Bare(a);
        var right = Bare(b);
        if (left.Length == 0 || right.Length == 0)
        {
            return 0;
        }

        // Particles vary what follows, so words are known by how they begin.
        var score = 0;
        var head = right[..Math.Min(2, right.Length)];
        var joined = _beginnings.GetValueOrDefault(left + head);
        var apart = Math.Min(_words.GetValueOrDefault(left), _beginnings.GetValueOrDefault(head));
        score -= joined > 0 ? 3 + Math.Min(joined, 3) : 0;
        score -= joined == 0 && left.Length > 1 && _beginnings.ContainsKey(left + right[0]) && apart == 0 ? 2 : 0;
        score += apart > 0 ? 2 + Math.Min(apart, 3) : 0;
        score += _words.ContainsKey(left) && apart == 0 ? 1 : 0;
        score -= _rules.IsParticle(right) ? 3 : 0;
        score += _rules.EndsWord(left) ? 3 : 0;
        score += _rules.IsLone(left) || _rules.IsBound(right) ? 2 : 0;
        score -= left.Length == 1 && !_rules.IsLone(left) && !_words.ContainsKey(left) ? 2 : 0;
        return score;
    }

    private void Count(string word)
    {
        var bare = Bare(word);
        if (bare.Length > 0)
        {
            _words[bare] = _words.GetValueOrDefault(bare) + 1;
            for (var i = 1; i <= Math.Min(bare.Length, LongestBeginning); i++)
            {
                _beginnings[bare[..i]] = _beginnings.GetValueOrDefault(bare[..i]) + 1;
            }
        }
    }

    private static string Bare(string word) => word.Trim('(', ')', '‘', '’', '“', '”', '「', '」', '\'', '"', ',', '.', '·', '[', ']', '<', '>');

    private static bool IsHangul(char c) => c is >= '가' and <= '힣';

    private static bool IsAddress(string before, string after)
    {
        var word = before[(before.LastIndexOf(' ') + 1)..];
        return word.Contains("://", StringComparison.Ordinal) && after[0] < 128 && after.AsSpan().IndexOf(' ') < 0;
    }
}
