using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Resources;

namespace ReportMiner.Tag.Entities;

/// <summary>
/// Finds names in two passes: what the gazetteers and patterns know, then every other place of a name that the
/// document itself introduced, by an abbreviation in brackets or in quotation marks.
/// </summary>
internal sealed class EntityTagger
{
    private readonly NameBoundary _boundary;
    private readonly GazetteerFinder _gazetteers;
    private readonly PatternFinder _patterns;
    private readonly IntroducedNames _introduced;

    public EntityTagger(ResourceDirectory resources)
    {
        var rules = resources.ReadJson<NameRules>(NameRules.FileName);
        _boundary = new NameBoundary(rules);
        _gazetteers = new GazetteerFinder(Gazetteer.Load(resources), _boundary);
        _patterns = new PatternFinder(rules);
        _introduced = new IntroducedNames(rules, _boundary);
    }

    public ImmutableArray<Mention> Tag(SegmentedReport report)
    {
        var stretches = report.Segments()
            .Select(s => (s.Start, Text: report.Text[s.Start..s.End]))
            .Where(s => s.Text.Length > 0)
            .ToList();
        var names = new List<NameCandidate>[stretches.Count];
        var doubtful = new List<(NameCandidate Name, bool Shown)>[stretches.Count];
        // Each stretch by itself: the same names whatever the number of processors.
        Parallel.For(0, stretches.Count, i =>
        {
            names[i] = [.. _patterns.Find(stretches[i].Text)];
            doubtful[i] = [];
            _gazetteers.Find(stretches[i].Text, names[i], doubtful[i]);
        });

        AcceptShown(stretches, names, doubtful);
        var settled = names.Select(NameOverlaps.Settle).ToArray();
        var introduced = _introduced.Learn(stretches.Select((s, i) => (s.Text, settled[i])));
        var mentions = ImmutableArray.CreateBuilder<Mention>();
        for (var i = 0; i < stretches.Count; i++)
        {
            var (start, text) = stretches[i];
            var all = settled[i].ToList();
            _introduced.Find(introduced, text, all);
            foreach (var name in NameOverlaps.Settle(all))
            {
                mentions.Add(new Mention
                {
                    Id = $"m{mentions.Count + 1}",
                    Start = start + name.Start,
                    End = start + name.End,
                    Type = name.Type,
                    Text = text[name.Start..name.End],
                    Confidence = name.Confidence,
                    Source = name.Source,
                });
            }
        }

        return mentions.ToImmutable();
    }

    /// <summary>A form that is also a common word counts everywhere once one place shows it to be a name.</summary>
    private static void AcceptShown(
        List<(int Start, string Text)> stretches,
        List<NameCandidate>[] names,
        List<(NameCandidate Name, bool Shown)>[] doubtful)
    {
        string Form(int i, NameCandidate name) => stretches[i].Text[name.Start..name.End];
        var shown = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < doubtful.Length; i++)
        {
            shown.UnionWith(doubtful[i].Where(d => d.Shown).Select(d => Form(i, d.Name)));
        }

        for (var i = 0; i < doubtful.Length; i++)
        {
            names[i].AddRange(doubtful[i].Where(d => shown.Contains(Form(i, d.Name))).Select(d => d.Name));
        }
    }
}
