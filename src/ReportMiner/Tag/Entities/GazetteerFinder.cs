using System.Collections.Frozen;
using ReportMiner.Documents;
using ReportMiner.Resources;

namespace ReportMiner.Tag.Entities;

/// <summary>Finds the names of the gazetteers, longest first at each place, with Korean boundaries.</summary>
internal sealed class GazetteerFinder
{
    /// <summary>How sure a name of a list is.</summary>
    public const double Confidence = 0.9;

    /// <summary>Source of the names that people put right.</summary>
    public const string Reviewed = Prefix + "reviewed";

    private const string Prefix = "gazetteer:";
    private const double ListConfidence = 0.8;
    private const double ShownConfidence = 0.7;
    private const int LongestList = 80;

    private readonly NameTrie<NameForm> _names = new();
    private readonly FrozenDictionary<string, NameForm> _bodies;
    private readonly NameBoundary _boundary;

    public GazetteerFinder(IEnumerable<NameForm> forms, NameBoundary boundary)
    {
        _boundary = boundary;
        var bodies = new Dictionary<string, NameForm>(StringComparer.Ordinal);
        foreach (var form in forms.Where(f => f.Evidence != NameEvidence.Refused))
        {
            if (form.Evidence != NameEvidence.List)
            {
                _names.Add(form.Text, form);
            }

            if (form.Entry is { Type: EntityType.Org, Subtype: "government" } && NameBoundary.IsHangul(form.Text[0]))
            {
                bodies.TryAdd(form.Text, form);
            }
        }

        _bodies = bodies.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Adds the names of a stretch of text, and apart from them those that need evidence.</summary>
    public void Find(ReadOnlySpan<char> text, List<NameCandidate> names, List<(NameCandidate Name, bool Shown)> doubtful)
    {
        var found = new List<(int End, NameForm Form)>();
        var lastEnd = -1;
        EntityType? lastType = null;
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsLetterOrDigit(text[at]) || !(NameBoundary.Begins(text, at) || at == lastEnd && lastType == EntityType.Loc))
            {
                continue;
            }

            _names.Match(text, at, found);
            for (var i = found.Count - 1; i >= 0; i--)
            {
                var (end, form) = found[i];
                if (!_boundary.Ends(text, at, end))
                {
                    // 미국국방부: a country may stand right before the name of a body.
                    if (!(form.Entry.Type == EntityType.Loc && form.Evidence == NameEvidence.None && BodyFollows(text, end)))
                    {
                        continue;
                    }
                }

                var name = new NameCandidate(at, end, form.Entry.Type, Confidence, 0, Prefix + form.Entry.Gazetteer);
                if (form.Evidence == NameEvidence.None)
                {
                    names.Add(name);
                    (lastEnd, lastType) = (end, form.Entry.Type);
                }
                else
                {
                    var beside = lastEnd >= 0 && at - lastEnd <= 1 && lastType == (form.Entry.Type == EntityType.Product ? EntityType.Org : EntityType.Loc);
                    doubtful.Add((name with { Confidence = ShownConfidence }, beside || Shows(text, at, end)));
                }

                break;
            }
        }

        FindLists(text, names);
    }

    /// <summary>In quotation marks, or followed by its Latin form in brackets.</summary>
    private static bool Shows(ReadOnlySpan<char> text, int start, int end) =>
        (start > 0 && end < text.Length && text[start - 1] is '‘' or '“' or '\'' or '"' && text[end] is '’' or '”' or '\'' or '"') ||
        (end + 2 < text.Length && text[end] == '(' && char.IsAsciiLetterUpper(text[end + 1]) && NameBoundary.IsHangul(text[start])) ||
        (start > 1 && end < text.Length && text[start - 1] == '(' && text[end] == ')' && char.IsAsciiLetterOrDigit(text[start - 2]));

    private bool BodyFollows(ReadOnlySpan<char> text, int at)
    {
        var following = new List<(int End, NameForm Form)>();
        _names.Match(text, at, following);
        foreach (var (end, form) in following)
        {
            if (form.Entry.Type == EntityType.Org && _boundary.Ends(text, at, end))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>(행안, 기재, 과기정통 등): the short forms of ministries, in brackets, two or more.</summary>
    private void FindLists(ReadOnlySpan<char> text, List<NameCandidate> names)
    {
        if (text.Length <= LongestList)
        {
            FindList(text, 0, text.Length, names);
        }

        for (var open = 0; open < text.Length; open++)
        {
            if (text[open] is '(' or '[')
            {
                var length = text[(open + 1)..Math.Min(text.Length, open + LongestList)].IndexOfAny(')', ']');
                if (length > 0)
                {
                    FindList(text, open + 1, open + 1 + length, names);
                }
            }
        }
    }

    private void FindList(ReadOnlySpan<char> text, int start, int end, List<NameCandidate> names)
    {
        var bodies = new List<NameCandidate>();
        var items = 0;
        for (var from = start; from < end;)
        {
            var to = from;
            while (to < end && !(text[to] is ',' or '·' or 'ㆍ' or '‧' or '/' or '、' or '(' or ')' or ' ' or '\t' or '+' or '∙'))
            {
                to++;
            }

            if (to > from && text[from..to] is not "등")
            {
                items++;
                if (_bodies.TryGetValue(text[from..to].ToString(), out var form))
                {
                    bodies.Add(new NameCandidate(from, to, EntityType.Org, ListConfidence, 0, "gazetteer:" + form.Entry.Gazetteer));
                }
            }

            from = to + 1;
        }

        if (bodies.Count >= 2 && bodies.Count * 2 > items)
        {
            names.AddRange(bodies);
        }
    }
}
