using System.Collections.Immutable;
using ReportMiner.Classify;
using ReportMiner.Documents;
using ReportMiner.Link.Facts;
using ReportMiner.Resources;
using ReportMiner.Tag;
using ReportMiner.Tag.Entities;
using ReportMiner.Tag.Recommendations;

namespace ReportMiner.Learn;

/// <summary>
/// Trains name model, claim classifier and statement classifiers. The reports are parted into folds; what a later model
/// learns of an earlier one, and all figures, come from reports that the earlier one has not seen (stacking: Wolpert 1992).
/// </summary>
internal sealed class TaggerTraining(ResourceDirectory resources, ulong seed, IClassifierTrainer trainer)
{
    private const int Folds = 5;
    private const int All = Folds;

    /// <summary>Name models trained at a time: each takes more than a gigabyte.</summary>
    private const int AtATime = 2;

    /// <summary>What a sentence of another kind of text, with other habits of marking, counts beside one of a report.</summary>
    private const float SentenceWeight = 0.5f;

    private readonly NameTrainer _names = new(resources, new CrfSettings(Seed: seed));
    private readonly StatementTrainer _statements = new(resources);
    private readonly FactRules _factRules = FactRules.Load(resources);

    public TrainingResult Run(IReadOnlyList<StudiedReport> reports, IReadOnlyList<TaggedSentence> sentences, Action<string> tell)
    {
        var names = TrainNames(reports, sentences, tell);
        tell("제언 / recommendations");
        var statements = reports.Select((r, i) => _statements.Read(r, names.Tags(i))).ToList();
        var annotated = Enumerable.Range(0, reports.Count).Where(i => reports[i].Recommendations is not null).ToList();
        TrainedClassifier[] PerFold(Func<int, IEnumerable<LogisticExample>> examples, Func<IClassifierTrainer, IReadOnlyList<LogisticExample>, TrainedClassifier> train)
        {
            var all = annotated.ToDictionary(i => i, i => examples(i).ToList());
            var trained = new TrainedClassifier[Folds + 1];
            Parallel.For(0, Folds + 1, f => trained[f] = train(trainer, [.. annotated.Where(i => Seen(i, f)).SelectMany(i => all[i])]));
            return trained;
        }

        TrainedClassifier[] Statements(bool weighed) => PerFold(i => StatementTrainer.Examples(statements[i], weighed), StatementTrainer.Train);
        var recommendations = Statements(weighed: true);
        var unweighed = Statements(weighed: false);
        var kinds = PerFold(i => StatementTrainer.KindExamples(statements[i]), StatementTrainer.TrainKinds);
        var categories = PerFold(i => _statements.CategoryExamples(statements[i]), _statements.TrainCategories);
        var facts = TrainFacts(reports, names, tell);
        var evaluations = ImmutableSortedDictionary.CreateBuilder<string, Evaluation>(StringComparer.Ordinal);
        foreach (var engine in Enum.GetValues<TagEngine>())
        {
            var builder = new EvaluationBuilder();
            for (var i = 0; i < reports.Count; i++)
            {
                builder.Begin(reports[i].Name, reports[i].Report.Text);
                FoundComparison.Compare(builder, reports[i], names.Found(engine, i));
                if (reports[i].Recommendations is not null)
                {
                    var studied = statements[i].Studied;
                    var weighed = engine == TagEngine.Both;
                    FoundComparison.Compare(builder, statements[i], engine == TagEngine.Rules
                        ? _statements.ByRules(studied)
                        : _statements.ByModel(studied, new StatementModel((weighed ? recommendations : unweighed)[Fold(i)].Classifier, kinds[Fold(i)].Classifier, categories[Fold(i)].Classifier), weighed));
                }

                if (engine == TagEngine.Both && reports[i].Facts is not null && facts is not null)
                {
                    FactComparison.Compare(builder, reports[i], new FactFinder(_factRules, facts[Fold(i)].ToModel()).Find(reports[i].Report, reports[i].Metadata, names.Tags(i)).Facts);
                }
            }

            evaluations.Add(engine.ToString().ToLowerInvariant(), builder.Build());
        }

        var files = ImmutableSortedDictionary.CreateBuilder<string, byte[]>(StringComparer.Ordinal);
        files[NameModel.FileName] = names.Model.ToBytes();
        files[NameArbiter.FileName] = names.Claims.ToBytes();
        if (statements.Exists(s => s.Marked.Length > 0))
        {
            files[StatementModel.StatementFile] = recommendations[All].Bytes;
            files[StatementModel.KindFile] = kinds[All].Bytes;
            files[StatementModel.CategoryFile] = categories[All].Bytes;
        }

        if (facts is not null)
        {
            files.AddRange(facts[All].Files().Select(f => KeyValuePair.Create(f.Name, f.Bytes)));
        }

        return new TrainingResult(
            files.ToImmutable(),
            reports.Count,
            reports.Sum(r => r.Names.Sum(n => n.Count)),
            sentences.Count,
            Folds,
            evaluations.ToImmutable());
    }

    private static int Fold(int report) => report % Folds;

    /// <summary>Whether the models of a fold are trained on a report.</summary>
    private static bool Seen(int report, int fold) => Fold(report) != fold;

    private TrainedNames TrainNames(IReadOnlyList<StudiedReport> reports, IReadOnlyList<TaggedSentence> sentences, Action<string> tell)
    {
        var finds = reports.Select(r => _names.Find(r.Stretches)).ToList();
        var examples = reports.Select((r, i) => _names.Examples(r, finds[i])).ToList();
        var others = _names.Examples(sentences, SentenceWeight).ToList();
        var readings = new List<NameReading>[reports.Count];
        LinearChainCrf? final = null;
        Parallel.For(0, Folds + 1, new ParallelOptions { MaxDegreeOfParallelism = AtATime }, f =>
        {
            tell(f == All ? "이름, 모든 자료 / names, all data" : $"이름, 교차 검증 {f + 1}/{Folds} / names, fold {f + 1} of {Folds}");
            var model = _names.Train([.. examples.Where((_, i) => Seen(i, f)).SelectMany(e => e), .. others]);
            if (f == All)
            {
                final = model;
            }

            for (var i = 0; i < reports.Count; i++)
            {
                if (!Seen(i, f))
                {
                    readings[i] = _names.Read(reports[i], finds[i], model);
                }
            }
        });

        tell("이름의 판정 / claims");
        var settled = reports.Select((r, i) => _names.Settle(r.Stretches, finds[i])).ToList();
        var claims = reports.Select((r, i) => _names.Claims(r, finds[i], settled[i], readings[i])).ToList();
        var claimExamples = reports.Select((r, i) => NameTrainer.ClaimExamples(r, claims[i].Claims, claims[i].Features).ToList()).ToList();
        var arbiters = Enumerable.Range(0, Folds + 1).Select(f => NameTrainer.TrainClaims([.. claimExamples.Where((_, i) => Seen(i, f)).SelectMany(e => e)])).ToList();
        var kept = claims.Select((c, i) => new NameArbiter(arbiters[Fold(i)]).Decide(c.Claims, c.Features)).ToList();
        return new TrainedNames(reports, final!, arbiters[All], settled, readings, kept);
    }

    /// <summary>The classifiers of facts for each fold and for all; null where no excerpt annotates facts.</summary>
    private TrainedFacts[]? TrainFacts(IReadOnlyList<StudiedReport> reports, TrainedNames names, Action<string> tell)
    {
        var annotated = Enumerable.Range(0, reports.Count).Where(i => reports[i].Facts is not null).ToList();
        if (annotated.Count < Folds)
        {
            return null;
        }

        tell("사실 / facts");
        var examples = annotated.AsParallel().AsOrdered()
            .Select(i => FactTrainer.Examples(new FactReading(_factRules, reports[i].Report, reports[i].Metadata, names.Tags(i)), reports[i])).ToList();
        var trained = new TrainedFacts[Folds + 1];
        Parallel.For(0, Folds + 1, new ParallelOptions { MaxDegreeOfParallelism = AtATime }, f => trained[f] = FactTrainer.Train([.. examples.Where((_, e) => Seen(annotated[e], f))]));
        return trained;
    }

    /// <summary>The models of names, and what they and the rules find in reports they have not seen.</summary>
    private sealed record TrainedNames(
        IReadOnlyList<StudiedReport> Reports,
        LinearChainCrf Model,
        LinearClassifier Claims,
        List<List<NameCandidate>[]> Settled,
        List<NameReading>[] Readings,
        List<List<NameClaim>[]> Kept)
    {
        public IEnumerable<(int Stretch, int Start, int End, EntityType Type, double Confidence)> Found(TagEngine engine, int report) => engine switch
        {
            TagEngine.Rules => Settled[report].SelectMany((list, s) => list.Select(n => (s, n.Start, n.End, n.Type, n.Confidence))),
            TagEngine.Model => Readings[report].SelectMany((r, s) => r.Names.Select(n => (s, n.Start, n.End, n.Type, r.Probability(n.Start, n.End, n.Type)))),
            _ => Kept[report].SelectMany((list, s) => list.Select(n => (s, n.Start, n.End, n.Type, n.Probability))),
        };

        public Tags Tags(int report)
        {
            var studied = Reports[report];
            return Overlaps.Settle(
                [
                    .. Kept[report].SelectMany((list, s) => list.Select(c => new Mention
                    {
                        Id = "",
                        Start = studied.Stretches[s].Start + c.Start,
                        End = studied.Stretches[s].Start + c.End,
                        Type = c.Type,
                        Text = studied.Stretches[s].Text[c.Start..c.End],
                        Confidence = c.Probability,
                        Source = c.Source,
                    })),
                ],
                studied.Dates,
                studied.Amounts);
        }
    }
}
