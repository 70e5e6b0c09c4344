using System.Collections.Immutable;
using ReportMiner.Classify;
using ReportMiner.Documents;
using ReportMiner.Resources;
using ReportMiner.Tag.Entities;

namespace ReportMiner.Learn;

/// <summary>Trains the model of names and the classifier that settles claims.</summary>
internal sealed class NameTrainer
{
    /// <summary>Of a thousand forms of the lists, so many are hidden in a document, so that the model learns to do without.</summary>
    private const uint HiddenOfThousand = 350;

    private readonly NameBoundary _boundary;
    private readonly NameFinder _finder;
    private readonly WordReader _words;
    private readonly CrfSettings _settings;

    public NameTrainer(ResourceDirectory resources, CrfSettings settings)
    {
        var rules = resources.ReadJson<NameRules>(NameRules.FileName);
        _boundary = new NameBoundary(rules);
        _finder = new NameFinder(resources, rules, _boundary);
        _words = new WordReader(rules);
        _settings = settings;
    }

    /// <summary>What lists and patterns find in the stretches of a report.</summary>
    public NameFinds[] Find(List<Stretch> stretches) => [.. stretches.AsParallel().AsOrdered().Select(_finder.Find)];

    /// <summary>What the rules alone settle on.</summary>
    public List<NameCandidate>[] Settle(List<Stretch> stretches, NameFinds[] finds) => _finder.Settle(stretches, finds);

    public List<CrfExample> Examples(StudiedReport report, NameFinds[] finds)
    {
        var words = new DocumentWords(report.Stretches, _words);
        var salt = FeatureHash.Of(report.Name);
        return
        [
            .. report.Stretches.SelectMany((stretch, s) =>
            {
                if (!report.Teaches(Lesson.Names, stretch.Start, stretch.Start + stretch.Text.Length))
                {
                    return [];
                }

                var features = new SyllableFeatures(stretch, words, Hidden(stretch, finds[s], salt));
                var labels = new byte[stretch.Text.Length];
                Array.Fill(labels, NameLabels.Outside);
                foreach (var (start, end, type) in report.Names[s])
                {
                    NameLabels.Spell(type, end - start).CopyTo(labels, start);
                }

                return NameModel.Windows(stretch.Text).Select(w => new CrfExample(features.Of(w.From, w.To), labels[w.From..w.To], null, report.Weight));
            }),
        ];
    }

    /// <summary>Examples of a corpus that marks some kinds of names only: where it marks nothing, there may be a name of another kind.</summary>
    public IEnumerable<CrfExample> Examples(IEnumerable<TaggedSentence> sentences, float weight)
    {
        var salt = 0u;
        foreach (var sentence in sentences)
        {
            var stretch = new Stretch(0, sentence.Text, BlockKind.Paragraph, SectionRole.Other);
            var hits = Hidden(stretch, _finder.Find(stretch), ++salt);
            var allowed = new ulong[sentence.Text.Length];
            Array.Fill(allowed, Open(sentence.Known));
            foreach (var mark in sentence.Marks)
            {
                var known = Enum.TryParse<EntityType>(mark.Type, ignoreCase: true, out var type);
                var labels = known ? NameLabels.Spell(type, mark.End - mark.Start) : [];
                for (var i = mark.Start; i < mark.End; i++)
                {
                    allowed[i] = 1UL << (known ? labels[i - mark.Start] : NameLabels.Outside);
                }
            }

            yield return new CrfExample(new SyllableFeatures(stretch, new DocumentWords([stretch], _words), hits).Of(0, sentence.Text.Length), null, allowed, weight);
        }
    }

    /// <param name="present">A model to go on from; null where there is none.</param>
    public LinearChainCrf Train(IReadOnlyList<CrfExample> examples, LinearChainCrf? present = null) =>
        CrfTrainer.Train(NameLabels.All, NameLabels.Follows, NameLabels.MayStart, NameLabels.MayEnd, examples, _settings with { Present = present });

    /// <summary>Reads a report with a model that was not trained on it.</summary>
    public List<NameReading> Read(StudiedReport report, NameFinds[] finds, ISequenceTagger tagger)
    {
        var model = new NameModel(tagger);
        var words = new DocumentWords(report.Stretches, _words);
        return [.. report.Stretches.Select((stretch, s) => model.Read(stretch, words, finds[s]))];
    }

    /// <summary>The claims of a report and their features.</summary>
    public (List<List<NameClaim>> Claims, List<List<Feature[]>> Features) Claims(StudiedReport report, NameFinds[] finds, List<NameCandidate>[] settled, List<NameReading> readings)
    {
        var claims = NameArbiter.Collect(report.Stretches, finds, settled, readings, _boundary, _finder.Refused);
        return (claims, ClaimFeatures.Of(report.Stretches, claims, readings, _boundary));
    }

    public static IEnumerable<LogisticExample> ClaimExamples(StudiedReport report, List<List<NameClaim>> claims, List<List<Feature[]>> features) =>
        claims.SelectMany((list, s) => list.Select((c, i) => new LogisticExample(features[s][i], report.Names[s].Contains((c.Start, c.End, c.Type)) ? 1 : 0, report.Weight)));

    public static LinearClassifier TrainClaims(IReadOnlyList<LogisticExample> examples) =>
        LogisticTrainer.Train([NameArbiter.No, NameArbiter.Yes], examples, new LogisticSettings(Penalty: 2e-4, FewestExamples: 3));

    /// <summary>What lists and patterns found, some forms of the lists hidden.</summary>
    private static NameHits Hidden(Stretch stretch, NameFinds finds, uint salt)
    {
        bool Shown(NameCandidate name) => FeatureHash.Of(salt, stretch.Text.AsSpan(name.Start, name.End - name.Start)) % 1000 >= HiddenOfThousand;
        return new NameHits(stretch.Text.Length, finds.Lists.Where(Shown), finds.Doubtful.Select(d => d.Name).Where(Shown), finds.Patterns);
    }

    private static ulong Open(ImmutableArray<string> known)
    {
        var open = 0UL;
        for (var l = 0; l < NameLabels.All.Length; l++)
        {
            var type = NameLabels.All[l].Split('-')[0];
            open |= known.Contains(type) ? 0 : 1UL << l;
        }

        return open;
    }
}
