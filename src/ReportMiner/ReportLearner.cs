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
    private readonly LearnedReports _learned;

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
        _learned = new LearnedReports(present);
    }

    /// <summary>Learns from the reports and compares. The same reports, models and seed give the same files; reports on which nothing was decided since they were learned from teach nothing again.</summary>
    /// <param name="reviewed">The reviewed reports.</param>
    /// <param name="training">The training excerpts, for what they say against a name and to see what is forgotten.</param>
    /// <param name="heldOut">The share of the reports to hold out; with 0 each is measured by models that learned from the others.</param>
    public LearningResult Learn(IReadOnlyList<ReviewedText> reviewed, IReadOnlyList<MarkedExcerpt> training, double heldOut)
    {
        ArgumentNullException.ThrowIfNull(reviewed);
        ArgumentNullException.ThrowIfNull(training);
        // In the order of their hashes: which are held out is chance, and the same each time.
        List<Pupil> all = [.. reviewed.OrderBy(r => r.Sha256, StringComparer.Ordinal).Select(Read)];
        List<Pupil> left = [.. all.Where(p => p.Studied is not null).Take(Math.Min((int)Math.Ceiling(all.Count * heldOut), all.Count - 1))];
        List<Pupil> taught = [.. all.Except(left)];
        var trials = ImmutableArray.CreateBuilder<LearningTrial>();
        if (taught.TrueForAll(p => p.Studied is null))
        {
            return Result(ImmutableSortedDictionary.Create<string, byte[]>(StringComparer.Ordinal), ReviewedLexicon.Of([.. taught.Select(p => p.Text!)], training, _present));
        }

        _tell($"훈련 글 {training.Count}편을 읽습니다 / reading {training.Count} training excerpts");
        List<Pupil> known = [.. training.AsParallel().AsOrdered().Select(Study).ToList().Select(s => new Pupil(null, s, _measure.TagsOf(s), []))];
        // Without the training excerpts the models would forget, and nobody would see it.
        var parts = Enum.GetValues<LearnedPart>().Where(p => p == LearnedPart.Lexicon || known.Count > 0 && taught.Exists(t => LessonsOf(p).Any(t.Lessons.Contains))).ToImmutableSortedSet();
        while (true)
        {
            _tell($"배웁니다: {string.Join(", ", parts)} / learning");
            var (files, lexicon) = Learned(taught, known, training, parts);
            var after = new TaggerMeasure(_present.With(files, ReportJson.Version));
            var comparisons = ImmutableArray.CreateBuilder<ModelComparison>();
            if (left.Count > 0)
            {
                comparisons.Add(Compare(ComparedOn.HeldOut, left.Select(p => (p, after))));
            }
            else if (taught.Count(p => p.Studied is not null) > 1)
            {
                comparisons.Add(CrossValidate(taught, known, training, parts));
            }

            if (known.Count > 0)
            {
                comparisons.Add(Compare(ComparedOn.Training, known.Select(p => (p, after))));
            }

            var trial = new LearningTrial(parts, comparisons.ToImmutable());
            trials.Add(trial);
            var fewer = Without(parts, trial);
            if (trial.Passes || fewer.IsEmpty)
            {
                return Result(trial.Passes ? WithRecord(files, taught, parts) : files.Clear(), lexicon);
            }

            parts = fewer;
        }

        LearningResult Result(ImmutableSortedDictionary<string, byte[]> files, ReviewedLexicon lexicon) => new(
            files.RemoveRange(files.Where(f => _present.Files.Any(p => p.Name == f.Key) && _present.ReadBytes(f.Key).AsSpan().SequenceEqual(f.Value)).Select(f => f.Key)),
            lexicon,
            [.. taught.Where(p => p.Studied is not null).Select(p => p.Text!.Name).Order(StringComparer.Ordinal)],
            [.. left.Select(p => p.Text!.Name).Order(StringComparer.Ordinal)],
            trials.ToImmutable());
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

    private ImmutableSortedDictionary<string, byte[]> WithRecord(ImmutableSortedDictionary<string, byte[]> files, List<Pupil> taught, ImmutableSortedSet<LearnedPart> parts) =>
        parts.SelectMany(LessonsOf).ToImmutableSortedSet() is { IsEmpty: false } lessons ? files.Add(LearnedReports.FileName, _learned.With(taught.Select(p => p.Text!), lessons)) : files;

    private static IEnumerable<Lesson> LessonsOf(LearnedPart part) => part switch
    {
        LearnedPart.Names => [Lesson.Names],
        LearnedPart.Recommendations => [Lesson.Recommendations],
        LearnedPart.Facts => [Lesson.Facts],
        _ => [],
    };

    private Pupil Read(ReviewedText text)
    {
        var known = _learned.Of(text);
        ImmutableArray<int> lines = [.. Enumerable.Range(1, text.Excerpt.Marked.Lines.Count)];
        var unread = text.Excerpt.Unread.SetItems(known.Select(l => KeyValuePair.Create(l, lines)));
        var lessons = Enum.GetValues<Lesson>().Where(l => unread.GetValueOrDefault(l, []).Length < lines.Length).ToImmutableSortedSet();
        if (lessons.IsEmpty)
        {
            return new Pupil(text, null, null, []);
        }

        var studied = Study(text.Excerpt with { Weight = ReportWeight, Unread = unread });
        return new Pupil(text, studied, _measure.TagsOf(studied), lessons);
    }

    private StudiedReport Study(MarkedExcerpt excerpt) => _study.Of(excerpt, ExcerptStudy.Read(excerpt), _segmenter);

    private (ImmutableSortedDictionary<string, byte[]> Files, ReviewedLexicon Lexicon) Learned(List<Pupil> pupils, List<Pupil> known, IReadOnlyList<MarkedExcerpt> training, ImmutableSortedSet<LearnedPart> parts)
    {
        var lexicon = ReviewedLexicon.Of([.. pupils.Select(p => p.Text!)], training, _present);
        var files = ImmutableSortedDictionary.Create<string, byte[]>(StringComparer.Ordinal);
        if (parts.Contains(LearnedPart.Lexicon) && (!lexicon.Rows.IsEmpty || _present.Files.Any(f => f.Name == Gazetteer.ReviewedFile)))
        {
            files = files.Add(Gazetteer.ReviewedFile, lexicon.ToBytes());
        }

        List<Pupil> all = [.. pupils.Where(p => p.Studied is not null), .. known];
        var adaptation = new TaggerAdaptation(_present.With(files, ReportJson.Version), _seed);
        return (files.AddRange(adaptation.Run(all.ConvertAll(p => p.Studied!), all.ConvertAll(p => p.Tags!), parts)), lexicon);
    }

    private ModelComparison CrossValidate(List<Pupil> pupils, List<Pupil> known, IReadOnlyList<MarkedExcerpt> training, ImmutableSortedSet<LearnedPart> parts)
    {
        var measured = pupils.Where(p => p.Studied is not null).ToList();
        var folds = Math.Min(Folds, measured.Count);
        return Compare(ComparedOn.CrossValidated, Enumerable.Range(0, folds).SelectMany(f =>
        {
            _tell($"교차 검증 {f + 1}/{folds} / fold {f + 1} of {folds}");
            List<Pupil> fold = [.. measured.Where((_, i) => i % folds == f)];
            var learned = new TaggerMeasure(_present.With(Learned([.. pupils.Except(fold)], known, training, parts).Files, ReportJson.Version));
            return fold.Select(p => (p, learned));
        }));
    }

    private ModelComparison Compare(ComparedOn on, IEnumerable<(Pupil Pupil, TaggerMeasure Learned)> pupils)
    {
        var (before, after) = (new EvaluationBuilder(), new EvaluationBuilder());
        foreach (var (pupil, learned) in pupils)
        {
            _measure.Measure(before, pupil.Studied!, pupil.Tags!);
            learned.Measure(after, pupil.Studied!, learned.TagsOf(pupil.Studied!));
        }

        return new ModelComparison(on, before.Build(), after.Build());
    }

    /// <summary>A text to learn from, and what the present models find in it.</summary>
    /// <param name="Text">What was reviewed; null of a training excerpt.</param>
    /// <param name="Studied">The text; null of a report of which all was learned before.</param>
    /// <param name="Lessons">What the review teaches.</param>
    private sealed record Pupil(ReviewedText? Text, StudiedReport? Studied, Tags? Tags, ImmutableSortedSet<Lesson> Lessons);
}
