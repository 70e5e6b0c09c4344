using System.Collections.Immutable;
using ReportMiner.Classify;
using ReportMiner.Documents;
using ReportMiner.Resources;

namespace ReportMiner.Tag.Entities;

/// <summary>Finds names: by lists and patterns, by the learned model, or by both, settled by the <see cref="NameArbiter"/>.</summary>
internal sealed class EntityTagger
{
    private readonly TagEngine _engine;
    private readonly NameBoundary _boundary;
    private readonly NameFinder _finder;
    private readonly WordReader _words;
    private readonly NameModel _model;
    private readonly NameArbiter _arbiter;

    public EntityTagger(ResourceDirectory resources, TagEngine engine)
        : this(
            resources,
            engine,
            LinearChainCrf.Read(NameModel.FileName, resources.ReadBytes(NameModel.FileName)),
            LinearClassifier.Read(NameArbiter.FileName, resources.ReadBytes(NameArbiter.FileName)))
    {
    }

    /// <summary>With another library's models.</summary>
    public EntityTagger(ResourceDirectory resources, TagEngine engine, ISequenceTagger names, IClassifier claims)
    {
        var rules = resources.ReadJson<NameRules>(NameRules.FileName);
        _engine = engine;
        _boundary = new NameBoundary(rules);
        _words = new WordReader(rules);
        _finder = new NameFinder(resources, rules, _boundary);
        _model = new NameModel(names);
        _arbiter = new NameArbiter(claims);
    }

    public ImmutableArray<Mention> Tag(SegmentedReport report)
    {
        var stretches = Stretch.Of(report);
        var finds = stretches.AsParallel().AsOrdered().Select(_finder.Find).ToArray();
        var names = _engine == TagEngine.Rules ? ByRules(stretches, finds) : ByModel(stretches, finds);
        var mentions = ImmutableArray.CreateBuilder<Mention>();
        foreach (var (stretch, found) in stretches.Zip(names))
        {
            foreach (var (start, end, type, confidence, source) in found)
            {
                mentions.Add(new Mention
                {
                    Id = $"m{mentions.Count + 1}",
                    Start = stretch.Start + start,
                    End = stretch.Start + end,
                    Type = type,
                    Text = stretch.Text[start..end],
                    Confidence = Math.Round(confidence, 3),
                    Source = source,
                });
            }
        }

        return mentions.ToImmutable();
    }

    private IEnumerable<IEnumerable<Found>> ByRules(List<Stretch> stretches, NameFinds[] finds) =>
        _finder.Settle(stretches, finds).Select(list => list.Select(n => new Found(n.Start, n.End, n.Type, n.Confidence, n.Source)));

    private IEnumerable<IEnumerable<Found>> ByModel(List<Stretch> stretches, NameFinds[] finds)
    {
        var words = new DocumentWords(stretches, _words);
        // Each stretch by itself: the same names whatever the number of processors.
        var readings = stretches.AsParallel().AsOrdered().Select((s, i) => _model.Read(s, words, finds[i])).ToList();
        if (_engine == TagEngine.Model)
        {
            return readings.Select((r, i) => r.Names.Where(n => !_finder.Refused.Has(n.Type, stretches[i].Text.AsSpan(n.Start, n.End - n.Start))).Select(n => new Found(n.Start, n.End, n.Type, r.Probability(n.Start, n.End, n.Type), NameModel.Source)));
        }

        var claims = NameArbiter.Collect(stretches, finds, _finder.Settle(stretches, finds), readings, _boundary, _finder.Refused);
        return _arbiter.Decide(claims, ClaimFeatures.Of(stretches, claims, readings, _boundary)).Select(list => list.Select(c => new Found(c.Start, c.End, c.Type, c.Probability, c.Source)));
    }

    /// <summary>A name in a stretch.</summary>
    private sealed record Found(int Start, int End, EntityType Type, double Confidence, string Source);
}
