using System.Collections.Frozen;
using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Resources;

namespace ReportMiner.Resolve;

/// <summary>Groups mentions that name the same thing: by the gazetteers' canonical names, and by pairs such as 국립갯벌원(NTI).</summary>
internal sealed class EntityResolver
{
    private readonly FrozenDictionary<(EntityType Type, string Form), NameEntry> _entries;

    public EntityResolver(ResourceDirectory resources) =>
        _entries = Gazetteer.Load(resources)
            .Where(f => f.Evidence != NameEvidence.Refused)
            .DistinctBy(f => (f.Entry.Type, Key(f.Text)))
            .ToFrozenDictionary(f => (f.Entry.Type, Key(f.Text)), f => f.Entry);

    /// <summary>Groups mentions into entities; the mentions come back with their ids ("m1"…) and their entity's id.</summary>
    /// <param name="text">The report's text, in which brackets join a name to its other form.</param>
    /// <param name="mentions">The names in reading order.</param>
    public (ImmutableArray<Entity> Entities, ImmutableArray<Mention> Mentions) Resolve(string text, ImmutableArray<Mention> mentions)
    {
        var pairs = Pair(text, mentions);
        var groups = new List<(string Name, string? Subtype, List<int> Members)>();
        var byKey = new Dictionary<(EntityType, string), int>();
        for (var i = 0; i < mentions.Length; i++)
        {
            var (key, name, subtype) = Canonical(mentions[i], pairs);
            if (!byKey.TryGetValue(key, out var group))
            {
                byKey.Add(key, group = groups.Count);
                groups.Add((name, subtype, []));
            }

            groups[group].Members.Add(i);
        }

        var named = mentions.ToArray();
        var entities = ImmutableArray.CreateBuilder<Entity>(groups.Count);
        foreach (var (name, subtype, members) in groups)
        {
            var id = $"e{entities.Count + 1}";
            foreach (var i in members)
            {
                named[i] = named[i] with { Id = $"m{i + 1}", Entity = id };
            }

            entities.Add(new Entity
            {
                Id = id,
                Type = mentions[members[0]].Type,
                Subtype = subtype,
                Name = name,
                Aliases = [.. members.Select(i => mentions[i].Text).Where(t => t != name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                Mentions = [.. members.Select(i => $"m{i + 1}")],
            });
        }

        return (entities.ToImmutable(), [.. named]);
    }

    private static string Key(string form) => form.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>The form in brackets, and the form it stands for; the first pair of a form counts.</summary>
    private static Dictionary<(EntityType Type, string Form), Mention> Pair(string text, ImmutableArray<Mention> mentions)
    {
        var pairs = new Dictionary<(EntityType Type, string Form), Mention>();
        for (var i = 1; i < mentions.Length; i++)
        {
            Mention before = mentions[i - 1], after = mentions[i];
            if (before.Type == after.Type && after.Start - before.End is >= 1 and <= 6 &&
                text.AsSpan(before.End, after.Start - before.End).Trim(" ’”」』'\"‘“").TrimEnd("이하 ") is "(" &&
                Key(before.Text) != Key(after.Text))
            {
                pairs.TryAdd((after.Type, Key(after.Text)), before);
            }
        }

        return pairs;
    }

    private ((EntityType Type, string Form) Key, string Name, string? Subtype) Canonical(
        Mention mention, Dictionary<(EntityType Type, string Form), Mention> pairs)
    {
        var own = (mention.Type, Key(mention.Text));
        if (_entries.TryGetValue(own, out var entry))
        {
            return ((entry.Type, Key(entry.Name)), entry.Name, entry.Subtype);
        }

        if (pairs.TryGetValue(own, out var full))
        {
            var other = (full.Type, Key(full.Text));
            return _entries.TryGetValue(other, out entry)
                ? ((entry.Type, Key(entry.Name)), entry.Name, entry.Subtype)
                : (other, full.Text, null);
        }

        return (own, mention.Text, null);
    }
}
