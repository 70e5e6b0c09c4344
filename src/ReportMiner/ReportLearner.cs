using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Emit;
using ReportMiner.Learn;
using ReportMiner.Resources;
using ReportMiner.Segment;

namespace ReportMiner;

/// <summary>
/// Learns from reviewed reports: a gazetteer of what people put right, and the present taggers made to learn further. What
/// is learned is compared with what is there; what makes an item kind worse is left out.
/// </summary>
public sealed class ReportLearner
{
    private const int Folds = 5;

    /// <summary>A real report tells more of real reports than a text that was written to learn from.</summary>
    private const float ReportWeight = 5;

    private readonly ResourceDirectory _present;
    private readonly ulong _seed;
    private readonly Action<string> _tell;
    private readonly ExcerptStudy _study;
    private readonly Segmenter _segmenter;
    private readonly TaggerMeasure _measure;

    /// <param name="present">The present models.</param>
    /// <param name="seed">What the order of the examples is drawn from.</param>
    /// <param name="tell">Is told what is being done.</param>
    /// <exception cref="ResourceException">A file of the models folder is not valid.</exception>
    public ReportLearner(ResourceDirectory present, int seed, Action<string> tell)
    {
        _present = present;
        _seed = (ulong)seed;
        _tell = tell;
        _study = new ExcerptStudy(present);
        _segmenter = new Segmenter(present);
        _measure = new TaggerMeasure(present);
    }

    /// <summary>Learns from the reports and compares. The same reports, models and seed give the same files.</summary>
    /// <param name="reviewed">The reviewed reports.</param>
    /// <param name="training">The training excerpts, for what they say against a name and to see what is forgotten.</param>
    /// <param name="heldOut">The share of the reports to hold out; with 0 each is measured by models that learned from the others.</param>
    public LearningResult Learn(IReadOnlyList<ReviewedText> reviewed, IReadOnlyList<MarkedExcerpt> training, double heldOut)
    {
        ArgumentNullException.ThrowIfNull(reviewed);
        ArgumentNullException.ThrowIfNull(training);
        // In the order of their hashes: which are held out is chance, and the same each time.
        List<Pupil> all = [.. reviewed.OrderBy(r => r.Sha256, StringComparer.Ordinal).Select(Read)];
        List<Pupil> left = [.. all.Where(p => p.Studied is not null).Take((int)Math.Ceiling(all.Count * heldOut))];
        List<Pupil> taught = [.. all.Except(left)];
        _tell($"지금 모형으로 훈련 글 {training.Count}편을 잽니다 / measuring the present models on {training.Count} training excerpts");
        List<StudiedReport> known = [.. training.AsParallel().AsOrdered().Select(Study)];
        var before = Measure(_measure, known);
        var trials = ImmutableArray.CreateBuilder<LearningTrial>();
        for (var parts = ImmutableSortedSet.Create(Enum.GetValues<LearnedPart>()); ;)
        {
            _tell($"배웁니다: {string.Join(", ", parts)} / learning");
            var (files, lexicon) = Learned(taught, training, parts);
            var after = new TaggerMeasure(_present.With(files, ReportJson.Version));
            var comparisons = ImmutableArray.CreateBuilder<ModelComparison>();
            if (left.Count > 0)
            {
                var reports = left.ConvertAll(p => p.Studied!);
                comparisons.Add(new ModelComparison(ComparedOn.HeldOut, Measure(_measure, reports), Measure(after, reports)));
            }
            else if (taught.Count(p => p.Studied is not null) > 1)
            {
                comparisons.Add(CrossValidate(taught, training, parts));
            }

            if (known.Count > 0)
            {
                comparisons.Add(new ModelComparison(ComparedOn.Training, before, Measure(after, known)));
            }

            var trial = new LearningTrial(parts, comparisons.ToImmutable());
            trials.Add(trial);
            parts = Without(parts, trial);
            if (trial.Passes || parts.IsEmpty)
            {
                return new LearningResult(
                    trial.Passes ? files : files.Clear(),
                    lexicon,
                    [.. taught.Select(p => p.Text.Name).Order(StringComparer.Ordinal)],
                    [.. left.Select(p => p.Text.Name).Order(StringComparer.Ordinal)],
                    trials.ToImmutable());
            }
        }
    }

    /// <summary>Leaves out what belongs to the item kinds that are worse: of names first the model, then the gazetteer. Nothing is left if that cannot be told.</summary>
    private static ImmutableSortedSet<LearnedPart> Without(ImmutableSortedSet<LearnedPart> parts, LearningTrial trial)
    {
        var fewer = parts.Except(trial.Comparisons.SelectMany(c => c.Changes).Where(c => c.IsWorse).Select(c => c.Row switch
        {
            EvaluationRows.Names => parts.Contains(LearnedPart.Names) ? LearnedPart.Names : LearnedPart.Lexicon,
            EvaluationRows.Facts => LearnedPart.Facts,
            _ => LearnedPart.Recommendations,
        }));
        return fewer.Count == parts.Count ? [] : fewer;
    }

    private Pupil Read(ReviewedText text) => text.Excerpt is { } excerpt && Study(excerpt with { Weight = ReportWeight }) is var studied
        ? new Pupil(text, studied, _measure.TagsOf(studied))
        : new Pupil(text, null, null);

    private StudiedReport Study(MarkedExcerpt excerpt) => _study.Of(excerpt, ExcerptStudy.Read(excerpt), _segmenter);

    private (ImmutableSortedDictionary<string, byte[]> Files, ReviewedLexicon Lexicon) Learned(List<Pupil> pupils, IReadOnlyList<MarkedExcerpt> training, ImmutableSortedSet<LearnedPart> parts)
    {
        var lexicon = ReviewedLexicon.Of([.. pupils.Select(p => p.Text)], training, _present);
        var files = ImmutableSortedDictionary.Create<string, byte[]>(StringComparer.Ordinal);
        if (parts.Contains(LearnedPart.Lexicon) && (!lexicon.Rows.IsEmpty || _present.Files.Any(f => f.Name == Gazetteer.ReviewedFile)))
        {
            files = files.Add(Gazetteer.ReviewedFile, lexicon.ToBytes());
        }

        var studied = pupils.Where(p => p.Studied is not null).ToList();
        var adaptation = new TaggerAdaptation(_present.With(files, ReportJson.Version), _seed);
        return (files.AddRange(adaptation.Run(studied.ConvertAll(p => p.Studied!), parts, studied.ConvertAll(p => p.Tags!))), lexicon);
    }

    private ModelComparison CrossValidate(List<Pupil> pupils, IReadOnlyList<MarkedExcerpt> training, ImmutableSortedSet<LearnedPart> parts)
    {
        var measured = pupils.Where(p => p.Studied is not null).ToList();
        var (before, after) = (new EvaluationBuilder(), new EvaluationBuilder());
        var folds = Math.Min(Folds, measured.Count);
        for (var f = 0; f < folds; f++)
        {
            _tell($"교차 검증 {f + 1}/{folds} / fold {f + 1} of {folds}");
            List<Pupil> fold = [.. measured.Where((_, i) => i % folds == f)];
            var learned = new TaggerMeasure(_present.With(Learned([.. pupils.Except(fold)], training, parts).Files, ReportJson.Version));
            foreach (var pupil in fold)
            {
                _measure.Measure(before, pupil.Studied!);
                learned.Measure(after, pupil.Studied!);
            }
        }

        return new ModelComparison(ComparedOn.CrossValidated, before.Build(), after.Build());
    }

    private static Evaluation Measure(TaggerMeasure measure, IEnumerable<StudiedReport> reports)
    {
        var builder = new EvaluationBuilder();
        foreach (var report in reports)
        {
            measure.Measure(builder, report);
        }

        return builder.Build();
    }

    /// <summary>A reviewed report, and what the present models find in it.</summary>
    private sealed record Pupil(ReviewedText Text, StudiedReport? Studied, Tags? Tags);
}
