using ReportMiner.Documents;

namespace ReportMiner.Tag.Entities;

/// <summary>
/// Names that the document itself introduces: the other form of a known name in brackets after it
/// (국립갯벌원(NTI), 국립갯벌원(이하 갯벌원)) and names that a strong pattern found once.
/// </summary>
internal sealed class IntroducedNames(NameRules rules, NameBoundary boundary)
{
    private const double Strong = 0.75;
    private const double BracketConfidence = 0.85;
    private const double RepeatConfidence = 0.75;
    private const int LongestBracket = 70;
    private const string Rule = "rule:introduced";

    private readonly HashSet<string> _generic = new(rules.Generic, StringComparer.Ordinal);

    /// <summary>Adds the bracketed forms to the names of each text and gives a trie of what to look for elsewhere.</summary>
    public NameTrie<object> Learn(IEnumerable<(string Text, List<NameCandidate> Names)> texts)
    {
        var trie = new NameTrie<object>();
        foreach (var (text, names) in texts)
        {
            foreach (var name in names.ToList())
            {
                if (Bracketed(text, name) is { } other)
                {
                    names.Add(other);
                    Remember(trie, text, other);
                }

                if (name.Confidence >= Strong && name.Source.StartsWith("rule:", StringComparison.Ordinal) && name.Type is not (EntityType.Loc or EntityType.Work))
                {
                    Remember(trie, text, name);
                }
            }
        }

        return trie;
    }

    /// <summary>Adds the places of introduced names.</summary>
    public void Find(NameTrie<object> introduced, string text, List<NameCandidate> names)
    {
        boundary.Search(introduced, text, (start, end, type) => names.Add(new NameCandidate(start, end, type, RepeatConfidence, 0, Rule)));
    }

    private void Remember(NameTrie<object> trie, string text, NameCandidate name)
    {
        var form = text[name.Start..name.End];
        if (form.Length >= (NameBoundary.IsHangul(form[0]) ? 3 : 2) && !_generic.Contains(form))
        {
            trie.Add(form, name.Type);
        }
    }

    private NameCandidate? Bracketed(string text, NameCandidate name)
    {
        var open = name.End;
        while (open < text.Length && text[open] is '’' or '”' or '」' or '』' or '｣' or '\'' or '"' or ' ')
        {
            open++;
        }

        if (open - name.End > 2 || open + 2 >= text.Length || text[open] != '(')
        {
            return null;
        }

        var length = text.AsSpan(open + 1, Math.Min(LongestBracket, text.Length - open - 1)).IndexOfAny(')', ',', ';');
        if (length < 2)
        {
            return null;
        }

        int start = open + 1, end = start + length;
        foreach (var cue in (ReadOnlySpan<string>)["이하 ", "이하", "以下 ", "약칭 "])
        {
            if (text.AsSpan(start, length).StartsWith(cue, StringComparison.Ordinal))
            {
                start += cue.Length;
                while (start < end && text[start] is ' ' or '‘' or '\'' or '“' or '"') { start++; }
                while (end > start && text[end - 1] is ' ' or '’' or '\'' or '”' or '"') { end--; }
                return end - start >= 2 ? name with { Start = start, End = end, Confidence = BracketConfidence, Source = Rule, Priority = 0 } : null;
            }
        }

        var inside = text[start..end];
        return NameBoundary.IsHangul(text[name.Start]) && LooksLatinName(inside) && !_generic.Contains(inside)
            ? name with { Start = start, End = end, Confidence = BracketConfidence, Source = Rule, Priority = 0 }
            : null;
    }

    /// <summary>A capital first, no digits first, letters throughout: NTI, Tidal Institute, FuriosaAI.</summary>
    private static bool LooksLatinName(string s)
    {
        if (!char.IsUpper(s[0]) || s.EndsWith(' '))
        {
            return false;
        }

        foreach (var c in s)
        {
            if (NameBoundary.IsHangul(c) || !(char.IsLetterOrDigit(c) || c is ' ' or '&' or '.' or '-' or '\'' or '’' or '/' or '+'))
            {
                return false;
            }
        }

        return true;
    }
}
