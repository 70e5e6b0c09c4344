using ReportMiner.Resources;

namespace ReportMiner.Tag.Entities;

/// <summary>What lists and patterns find in a report, each stretch by itself, and what the document itself introduces.</summary>
internal sealed class NameFinder
{
    private readonly GazetteerFinder _gazetteers;
    private readonly PatternFinder _patterns;
    private readonly IntroducedNames _introduced;

    public NameFinder(ResourceDirectory resources, NameRules rules, NameBoundary boundary)
    {
        var forms = Gazetteer.Load(resources);
        _gazetteers = new GazetteerFinder(forms, boundary);
        Refused = new RefusedNames(forms);
        _patterns = new PatternFinder(rules);
        _introduced = new IntroducedNames(rules, boundary);
    }

    /// <summary>What is no name, whoever says so.</summary>
    public RefusedNames Refused { get; }

    public NameFinds Find(Stretch stretch)
    {
        var finds = new NameFinds([.. _patterns.Find(stretch.Text).Where(n => !Refuses(stretch, n))], [], []);
        _gazetteers.Find(stretch.Text, finds.Lists, finds.Doubtful);
        return finds;
    }

    /// <summary>The names that rules alone settle on: a form that is also a common word counts everywhere once one place shows it to be a name, and so do introduced names.</summary>
    public List<NameCandidate>[] Settle(List<Stretch> stretches, NameFinds[] finds)
    {
        var shown = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < finds.Length; i++)
        {
            shown.UnionWith(finds[i].Doubtful.Where(d => d.Shown).Select(d => Form(stretches[i], d.Name)));
        }

        var settled = new List<NameCandidate>[finds.Length];
        for (var i = 0; i < finds.Length; i++)
        {
            settled[i] = NameOverlaps.Settle([.. finds[i].Patterns, .. finds[i].Lists, .. finds[i].Doubtful.Where(d => shown.Contains(Form(stretches[i], d.Name))).Select(d => d.Name)]);
        }

        var introduced = _introduced.Learn(settled.Select((names, i) => (stretches[i].Text, names)));
        for (var i = 0; i < finds.Length; i++)
        {
            _introduced.Find(introduced, stretches[i].Text, settled[i]);
            settled[i] = NameOverlaps.Settle([.. settled[i].Where(n => !Refuses(stretches[i], n))]);
        }

        return settled;
    }

    private bool Refuses(Stretch stretch, NameCandidate name) => Refused.Has(name.Type, stretch.Text.AsSpan(name.Start, name.End - name.Start));

    private static string Form(Stretch stretch, NameCandidate name) => stretch.Text[name.Start..name.End];
}

/// <summary>The finds of one stretch, overlaps and all.</summary>
/// <param name="Patterns">By the patterns of <c>rules/names.json</c>.</param>
/// <param name="Lists">By the gazetteers.</param>
/// <param name="Doubtful">Forms of the gazetteers that are also common words, and whether the place shows them to be names.</param>
internal sealed record NameFinds(List<NameCandidate> Patterns, List<NameCandidate> Lists, List<(NameCandidate Name, bool Shown)> Doubtful)
{
    /// <summary>All of them.</summary>
    public IEnumerable<NameCandidate> All => [.. Patterns, .. Lists, .. Doubtful.Select(d => d.Name)];

    public NameHits Hits(int length) => new(length, Lists, Doubtful.Select(d => d.Name), Patterns);
}
