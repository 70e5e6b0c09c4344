using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ReportMiner.Documents;

namespace ReportMiner.Corpus;

/// <summary>
/// Joins the entities of many reports: by the name the gazetteers know, else by the linker's canonical name however it is
/// spelled; and a report that has only a short or foreign form with those that say once whose form it is.
/// </summary>
internal sealed class EntityJoiner
{
    /// <summary>Shorter abbreviations stand for too many things: so many reports must say for what.</summary>
    private const int ShortAbbreviation = 4;
    private const int ReportsToTrust = 2;

    private readonly Dictionary<(EntityType Type, string Key), Joined> _entities = [];

    /// <summary>Takes the entities of a report in.</summary>
    public void Add(int report, ReportDigest digest)
    {
        foreach (var name in digest.Names)
        {
            var key = name.Key ?? $"{name.Name.Key}\n\n{digest.Report.Report}";
            if (!_entities.TryGetValue((name.Type, key), out var joined))
            {
                _entities.Add((name.Type, key), joined = new Joined(name.Type, name.Name, name.Key is not null));
            }

            joined.Subtype ??= name.Name.Subtype;
            CollectionsMarshal.GetValueRefOrAddDefault(joined.Names, name.Name.Name, out _)++;
            joined.Places.Add(new Place(report, name.First.Id, name.First.Page, name.Forms.Sum(f => f.Mentions)));
            foreach (var form in name.Forms)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(joined.Forms, form.Text, out _) += form.Mentions;
                if (NameKey.Of(form.Text) is var said && said != name.Name.Key)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(joined.SaidBy, said, out _)++;
                }
            }
        }
    }

    /// <summary>The entities, those of most reports and mentions first.</summary>
    public IEnumerable<EntityRow> Join(IReadOnlyList<ReportRow> reports)
    {
        JoinForms();
        return _entities.Values.Select(e => Row(e, reports))
            .OrderByDescending(e => e.Reports).ThenByDescending(e => e.Mentions).ThenBy(e => e.Type).ThenBy(e => e.Name, StringComparer.Ordinal).ThenBy(e => e.Places[0].Report, StringComparer.Ordinal).ThenBy(e => e.Places[0].Mention, StringComparer.Ordinal);
    }

    private void JoinForms()
    {
        var meanings = _entities.Where(e => e.Value.Joins)
            .SelectMany(e => e.Value.SaidBy.Select(s => (e.Key.Type, Form: s.Key, Of: e.Key.Key, By: s.Value)))
            .Where(m => _entities.ContainsKey((m.Type, m.Form)))
            .ToLookup(m => (m.Type, m.Form));
        foreach (var form in meanings.OrderBy(m => m.Key.Type).ThenBy(m => m.Key.Form, StringComparer.Ordinal).Select(m => m.ToList()).Where(m => m.Count == 1))
        {
            var (type, key, of, by) = form[0];
            // What is another name's form itself is not joined further: chains of forms lead astray.
            if (_entities.GetValueOrDefault((type, key)) is { Name.Known: false } alone && _entities.TryGetValue((type, of), out var whole) && !meanings.Contains((type, of)) && IsFormOf(key, whole.Name.Key, by))
            {
                whole.Take(alone);
                _entities.Remove((type, key));
            }
        }
    }

    /// <summary>Whether a form said to be a name's is one: an abbreviation of its letters or a foreign name, of the same number. 청년수당(구직지원사업) is neither.</summary>
    private static bool IsFormOf(string form, string name, int reports) =>
        NameKey.Digits(form) == NameKey.Digits(name)
        && (NameKey.IsLatin(form) != NameKey.IsLatin(name) || NameKey.IsShortOf(form, name))
        && (form.Length > ShortAbbreviation || !NameKey.IsLatin(form) || reports >= ReportsToTrust);

    private static EntityRow Row(Joined joined, IReadOnlyList<ReportRow> reports)
    {
        var places = joined.Places.GroupBy(p => p.Report).OrderBy(g => g.Key).Select(g => g.First() with { Mentions = g.Sum(p => p.Mentions) }).ToList();
        var published = places.Select(p => reports[p.Report].Published).OfType<string>().Order(StringComparer.Ordinal).ToList();
        return new EntityRow
        {
            Type = joined.Type,
            Subtype = joined.Subtype,
            Name = joined.Names.OrderByDescending(n => n.Value).ThenBy(n => n.Key, StringComparer.Ordinal).First().Key,
            Reports = places.Count,
            Mentions = places.Sum(p => p.Mentions),
            First = published.FirstOrDefault(),
            Last = published.LastOrDefault(),
            Forms = [.. joined.Forms.OrderByDescending(f => f.Value).ThenBy(f => f.Key, StringComparer.Ordinal).Select(f => new EntityForm(f.Key, f.Value))],
            Places = [.. places.Select(p => new EntityPlace(reports[p.Report].Report, p.Mention, p.Page, p.Mentions))],
        };
    }

    private readonly record struct Place(int Report, string Mention, int? Page, int Mentions);

    /// <summary>An entity while it is being joined.</summary>
    private sealed class Joined(EntityType type, BookName name, bool joins)
    {
        public EntityType Type => type;

        public bool Joins => joins;

        public BookName Name => name;

        public string? Subtype { get; set; }

        /// <summary>The canonical names the reports give it.</summary>
        public Dictionary<string, int> Names { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, int> Forms { get; } = new(StringComparer.Ordinal);

        /// <summary>Keys of forms that are not its own key, and how many reports say that they mean it.</summary>
        public Dictionary<string, int> SaidBy { get; } = new(StringComparer.Ordinal);

        public List<Place> Places { get; } = [];

        /// <summary>Takes in an entity known by one of its forms; the canonical names stay its own.</summary>
        public void Take(Joined other)
        {
            Places.AddRange(other.Places);
            foreach (var (form, mentions) in other.Forms)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(Forms, form, out _) += mentions;
            }
        }
    }
}
