using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Link.Facts;

namespace ReportMiner.Learn;

/// <summary>A fact as facts are compared: the surfaces that fill its roles, and where its statement stands.</summary>
internal sealed class ComparedFact
{
    /// <summary>One phrase is another, when so much of their pairs of characters is shared.</summary>
    private const double Alike = 0.5;

    /// <summary>A phrase within another counts a little less than one as long.</summary>
    private const double Within = 0.9;

    private readonly ImmutableSortedDictionary<string, ImmutableArray<Surface>> _roles;

    private ComparedFact(string type, int start, int end, double confidence, IEnumerable<(string Role, IEnumerable<string> Texts)> arguments)
    {
        (Type, Start, End, Confidence) = (type, start, end, confidence);
        _roles = arguments.Where(a => a.Texts.Any())
            .ToImmutableSortedDictionary(a => a.Role, a => a.Texts.Select(t => new Surface(t)).ToImmutableArray(), StringComparer.Ordinal);
    }

    public string Type { get; }

    public int Start { get; }

    public int End { get; }

    public double Confidence { get; }

    public IEnumerable<string> Roles => _roles.Keys;

    private bool HasFigure => _roles.ContainsKey(FactTypes.Amount);

    public static ComparedFact Of(PlacedFact fact) => new(fact.Fact.Type, fact.Start, fact.End, 1, fact.Fact.Arguments.Keys.Select(r => (r, fact.Fact.Of(r))));

    /// <param name="start">Where it stands in the text that is right; a fact's own offsets may be into another.</param>
    public static ComparedFact Of(Fact fact, int start, int end) => new(fact.Type, start, end, fact.Confidence, fact.Arguments.Select(a => (a.Key, a.Value.Select(v => v.Text))));

    /// <summary>How well another is the same: 0 if it is not, else the number of roles that agree. Type and figure must; without a figure, a role.</summary>
    public int Sameness(ComparedFact other)
    {
        if (Type != other.Type || Start >= other.End || other.Start >= End || HasFigure != other.HasFigure || (HasFigure && !Agrees(FactTypes.Amount, other)))
        {
            return 0;
        }

        return Roles.Count(r => Agrees(r, other));
    }

    /// <summary>Whether a role is filled alike in both: figures and dates by the same surfaces, others by phrases that are alike.</summary>
    public bool Agrees(string role, ComparedFact other)
    {
        if (!_roles.TryGetValue(role, out var mine) || !other._roles.TryGetValue(role, out var others))
        {
            return false;
        }

        return role is FactTypes.Amount or FactTypes.Date
            ? mine.Select(s => s.Folded).ToHashSet(StringComparer.Ordinal).SetEquals(others.Select(s => s.Folded))
            : mine.Any(m => others.Any(o => IsAlike(m, o)));
    }

    private static bool IsAlike(Surface a, Surface b)
    {
        if (a.Folded == b.Folded)
        {
            return true;
        }

        var (least, most) = (Math.Min(a.Pairs.Count, b.Pairs.Count), Math.Max(a.Pairs.Count, b.Pairs.Count));
        return CharacterPairs.Likeness(a.Pairs, b.Pairs) >= Alike || (2 * least > most && Within * a.Pairs.Count(b.Pairs.Contains) >= Alike * least);
    }

    private sealed class Surface(string text)
    {
        public string Folded { get; } = CharacterPairs.Fold(text);

        public HashSet<(char, char)> Pairs { get; } = CharacterPairs.Of(CharacterPairs.Fold(text));
    }
}
