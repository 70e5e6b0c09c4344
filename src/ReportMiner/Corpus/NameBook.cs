using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ReportMiner.Documents;
using ReportMiner.Resources;

namespace ReportMiner.Corpus;

/// <summary>A name as the gazetteers have it.</summary>
/// <param name="Key">What joins it over reports.</param>
/// <param name="Known">Whether a gazetteer or the rules list it.</param>
internal sealed record BookName(string Name, string Key, string? Subtype, bool Known);

/// <summary>Tells under which name something is known over all reports, and which names are those of ministries. Thread-safe.</summary>
internal sealed class NameBook
{
    private const string Government = "government";

    private readonly FrozenDictionary<(EntityType Type, string Key), (string Name, string? Subtype)> _names;
    private readonly FrozenSet<string> _ministries;
    private readonly FrozenSet<string> _general;
    private readonly Regex _translated;
    private readonly CorpusRules _rules;

    public NameBook(ResourceDirectory resources, CorpusRules rules)
    {
        (_rules, _translated) = (rules, Pattern(rules.TranslatedBodies));
        var (ministry, none) = (Pattern(rules.Ministries), Pattern(rules.NotMinistries));
        // A form that a document must give evidence for has had it where the linker found it under its canonical name.
        var forms = Gazetteer.Load(resources).Where(f => f.Evidence == NameEvidence.None || f.Text == f.Entry.Name).ToList();
        _names = rules.SameNames
            .SelectMany(t => t.Value.SelectMany(same => same.Select(form => (Type: Enum.Parse<EntityType>(t.Key, ignoreCase: true), Form: form, Name: same[0], Subtype: (string?)null))))
            .Concat(forms.Select(f => (f.Entry.Type, Form: f.Text, f.Entry.Name, f.Entry.Subtype)))
            .Concat(forms.Select(f => (f.Entry.Type, Form: f.Entry.Name, f.Entry.Name, f.Entry.Subtype)))
            .DistinctBy(f => (f.Type, NameKey.Of(f.Form)))
            .ToFrozenDictionary(f => (f.Type, NameKey.Of(f.Form)), f => (f.Name, f.Subtype));
        _ministries = forms.Select(f => f.Entry)
            .Where(e => e is { Gazetteer: Government, Subtype: Government } && ministry.IsMatch(e.Name) && !none.IsMatch(e.Name))
            .Select(e => e.Name).ToFrozenSet(StringComparer.Ordinal);
        _general = rules.GeneralNames.Select(NameKey.Of).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The name under which an entity of one report is known.</summary>
    public BookName Find(EntityType type, string name)
    {
        var key = NameKey.Of(name);
        if (_names.TryGetValue((type, key), out var known))
        {
            return new BookName(known.Name, NameKey.Of(known.Name), known.Subtype, true);
        }

        var bare = type == EntityType.Org ? _rules.CompanyMarks.Aggregate(name.Normalize(System.Text.NormalizationForm.FormKC), (n, mark) => n.Replace(mark, " ", StringComparison.Ordinal)).Trim() : name;
        return bare.Length == 0 || bare == name ? new BookName(name, key, null, false) : Find(type, bare);
    }

    /// <summary>The key under which an entity is joined with those of other reports; null where its name means another thing in each: 위원회, or a person by the family name alone.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="name">Its name.</param>
    /// <param name="forms">Its names as printed.</param>
    public string? JoinKey(EntityType type, BookName name, IEnumerable<string> forms)
    {
        var general = _general.Contains(name.Key) || name.Key.Length < 2
            || (type == EntityType.Per && !name.Name.Contains(' ', StringComparison.Ordinal) && (NameKey.IsLatin(name.Key) || name.Key.Length < 3));
        return name.Known ? name.Key
            : general ? null
            : type == EntityType.Org && _translated.IsMatch(name.Key) ? forms.Select(NameKey.Of).Where(NameKey.IsLatin).Order(StringComparer.Ordinal).Select(f => $"{name.Key}\n{f}").FirstOrDefault()
            : name.Key;
    }

    /// <summary>The ministry that a name means; null if none.</summary>
    public string? Ministry(string name) => Find(EntityType.Org, name).Name is var known && _ministries.Contains(known) ? known : null;

    internal static Regex Pattern(string pattern) => new(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
}
