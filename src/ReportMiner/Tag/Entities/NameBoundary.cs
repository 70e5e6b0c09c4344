using System.Collections.Frozen;
using ReportMiner.Documents;

namespace ReportMiner.Tag.Entities;

/// <summary>Where a name may begin and end: Korean writes particles without a space, Latin words end with their letters.</summary>
internal sealed class NameBoundary
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _particles;
    private readonly FrozenDictionary<string, string[]> _blocked;
    private readonly int _longest;

    public NameBoundary(NameRules rules)
    {
        var particles = rules.Particles.ToFrozenSet(StringComparer.Ordinal);
        _particles = particles.GetAlternateLookup<ReadOnlySpan<char>>();
        _longest = particles.Max(p => p.Length);
        _blocked = rules.BlockedBefore.ToFrozenDictionary(e => e.Key, e => e.Value.ToArray(), StringComparer.Ordinal);
    }

    public static bool IsHangul(char c) => c is >= '가' and <= '힣';

    /// <summary>Whether a name may begin at <paramref name="at"/>.</summary>
    public static bool Begins(ReadOnlySpan<char> text, int at)
    {
        if (at == 0)
        {
            return true;
        }

        char before = text[at - 1], first = text[at];
        if (IsHangul(first))
        {
            return !char.IsLetterOrDigit(before) || before is >= '一' and <= '鿿';
        }

        return char.IsAsciiLetterOrDigit(first)
            ? !char.IsAsciiLetterOrDigit(before) && !(before is '-' or '_' or '@' or '/' or '.' && at > 1 && char.IsAsciiLetterOrDigit(text[at - 2]))
            : true;
    }

    /// <summary>Whether a name that began at <paramref name="start"/> may end at <paramref name="end"/>.</summary>
    public bool Ends(ReadOnlySpan<char> text, int start, int end)
    {
        if (end == text.Length)
        {
            return true;
        }

        char last = text[end - 1], next = text[end];
        if (char.IsAsciiLetterOrDigit(last))
        {
            if (char.IsAsciiLetterOrDigit(next) || (next is '-' or '_' && end + 1 < text.Length && char.IsAsciiLetterOrDigit(text[end + 1])))
            {
                return false;
            }
        }

        var run = end;
        while (run < text.Length && IsHangul(text[run]) && run - end <= _longest)
        {
            run++;
        }

        return (run == end || (run - end <= _longest && _particles.Contains(text[end..run]))) && !Blocked(text, start, end);
    }

    /// <summary>Tells each place of a text where a name stands, the longest at each.</summary>
    public void Search(NameTrie<object> names, string text, Action<int, int, EntityType> tell)
    {
        var found = new List<(int End, object Type)>();
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsLetterOrDigit(text[at]) || !Begins(text, at))
            {
                continue;
            }

            names.Match(text, at, found);
            for (var i = found.Count - 1; i >= 0; i--)
            {
                if (Ends(text, at, found[i].End))
                {
                    tell(at, found[i].End, (EntityType)found[i].Type);
                    break;
                }
            }
        }
    }

    private bool Blocked(ReadOnlySpan<char> text, int start, int end)
    {
        if (end - start > 4 || !_blocked.TryGetValue(text[start..end].ToString(), out var words))
        {
            return false;
        }

        var rest = text[end..].TrimStart(' ');
        foreach (var word in words)
        {
            if (rest.StartsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
