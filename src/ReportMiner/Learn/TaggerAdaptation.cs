using System.Collections.Immutable;
using ReportMiner.Classify;
using ReportMiner.Documents;
using ReportMiner.Link.Facts;
using ReportMiner.Resources;
using ReportMiner.Tag.Entities;
using ReportMiner.Tag.Recommendations;

namespace ReportMiner.Learn;

/// <summary>
/// Makes the present taggers learn further: each starts from its weights and is kept near to them, so that what they were
/// trained on and is not there any more is not forgotten. The classifier of claims weighs who claims and not which words,
/// and stays.
/// </summary>
internal sealed class TaggerAdaptation(ResourceDirectory resources, ulong seed)
{
    private readonly NameTrainer _names = new(resources, new CrfSettings(Seed: seed));
    private readonly StatementTrainer _statements = new(resources);
    private readonly FactRules _factRules = FactRules.Load(resources);

    /// <param name="reports">The reviewed reports and, lest they be forgotten, the training excerpts.</param>
    /// <param name="tags">What the present taggers find in each of them.</param>
    /// <param name="parts">What is to be learned.</param>
    public ImmutableSortedDictionary<string, byte[]> Run(IReadOnlyList<StudiedReport> reports, IReadOnlyList<Tags> tags, ImmutableSortedSet<LearnedPart> parts)
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, byte[]>(StringComparer.Ordinal);
        if (parts.Contains(LearnedPart.Names) && reports.SelectMany(r => _names.Examples(r, _names.Find(r.Stretches))).ToList() is { Count: > 0 } names)
        {
            files[NameModel.FileName] = _names.Train(names, LinearChainCrf.Read(NameModel.FileName, resources.ReadBytes(NameModel.FileName))).ToBytes();
        }

        if (parts.Contains(LearnedPart.Recommendations))
        {
            var statements = reports.Select((r, i) => (Report: r, Tags: tags[i])).Where(r => r.Report.Recommendations is not null).Select(r => _statements.Read(r.Report, r.Tags)).ToList();
            void Learn(string file, IEnumerable<LogisticExample> examples, Func<IReadOnlyList<LogisticExample>, LinearClassifier, LinearClassifier> train)
            {
                if (examples.ToList() is { Count: > 0 } all)
                {
                    files[file] = train(all, Classifier(file)).ToBytes();
                }
            }

            Learn(StatementModel.StatementFile, statements.SelectMany(s => StatementTrainer.Examples(s, weighed: true)), StatementTrainer.Train);
            Learn(StatementModel.KindFile, statements.SelectMany(StatementTrainer.KindExamples), StatementTrainer.TrainKinds);
            Learn(StatementModel.CategoryFile, statements.SelectMany(_statements.CategoryExamples), _statements.TrainCategories);
        }

        if (parts.Contains(LearnedPart.Facts))
        {
            var facts = reports.Select((r, i) => (Report: r, Tags: tags[i])).Where(r => r.Report.Facts is not null)
                .Select(r => FactTrainer.Examples(new FactReading(_factRules, r.Report.Report, r.Report.Metadata, r.Tags), r.Report)).ToList();
            if (facts.Exists(f => f.Figures.Count > 0 && f.Events.Count > 0 && f.Roles.Count > 0 && f.Objects.Count > 0))
            {
                var present = new TrainedFacts(Classifier(FactModel.FigureFile), Classifier(FactModel.EventFile), Classifier(FactModel.RoleFile), Classifier(FactModel.ObjectFile), Classifier(FactModel.MeasureFile));
                files.AddRange(FactTrainer.Train(facts, present).Files().Select(f => KeyValuePair.Create(f.Name, f.Bytes)));
            }
        }

        return files.ToImmutable();
    }

    private LinearClassifier Classifier(string file) => LinearClassifier.Read(file, resources.ReadBytes(file));
}
