using ReportMiner.Documents;
using ReportMiner.Learn;
using ReportMiner.Resources;
using ReportMiner.Segment;

namespace ReportMiner;

/// <summary>Trains the learned taggers on annotated excerpts, read and segmented as the pipeline does.</summary>
public sealed class ReportTrainer
{
    private readonly ResourceDirectory _resources;
    private readonly ExcerptStudy _study;
    private readonly IClassifierTrainer _trainer;
    private readonly TaggerTraining _training;

    /// <param name="resources">The rules and lists to train with.</param>
    /// <param name="seed">What the order of the examples is drawn from.</param>
    /// <param name="engine">What trains the classifiers of statements and blocks: one of <see cref="ClassifierTrainers.Names"/>.</param>
    /// <exception cref="ResourceException">A file of the models folder is not valid.</exception>
    public ReportTrainer(ResourceDirectory resources, int seed, string engine = ClassifierTrainers.BuiltIn)
    {
        _resources = resources;
        _study = new ExcerptStudy(resources);
        _trainer = ClassifierTrainers.Choose(engine);
        _training = new TaggerTraining(resources, (ulong)seed, _trainer);
    }

    /// <summary>Trains all taggers. The same excerpts and sentences in the same order with the same seed give the same files.</summary>
    /// <param name="excerpts">Annotated excerpts of reports, at least two.</param>
    /// <param name="sentences">Sentences of a corpus that marks some kinds of names only.</param>
    /// <param name="tell">Is told what is being done, from any thread.</param>
    public TrainingResult Train(IReadOnlyList<MarkedExcerpt> excerpts, IReadOnlyList<TaggedSentence> sentences, Action<string> tell)
    {
        ArgumentNullException.ThrowIfNull(excerpts);
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(tell);
        ArgumentOutOfRangeException.ThrowIfLessThan(excerpts.Count, 2, nameof(excerpts));
        tell($"글 {excerpts.Count}편을 읽습니다 / reading {excerpts.Count} excerpts");
        var sources = excerpts.AsParallel().AsOrdered().Select(ExcerptStudy.Read).ToList();
        tell("제목과 글의 구별 / headings and text");
        var doubts = Doubts(excerpts, sources).ToList();
        var blocks = doubts.Count == 0 ? null : BlockTrainer.Train(_trainer, doubts);
        var segmenter = blocks is null ? new Segmenter(_resources) : new Segmenter(_resources, new BlockRoleModel(blocks.Classifier));
        var reports = excerpts.Zip(sources).AsParallel().AsOrdered().Select(e => _study.Of(e.First, e.Second, segmenter)).ToList();
        var result = _training.Run(reports, sentences, tell);
        return blocks is null ? result : result with { Files = result.Files.Add(BlockRoleModel.FileName, blocks.Bytes) };
    }

    private IEnumerable<LogisticExample> Doubts(IReadOnlyList<MarkedExcerpt> excerpts, List<SourceDocument> sources)
    {
        var ruled = new Segmenter(_resources, roles: null);
        return excerpts.Zip(sources)
            .Where(e => e.First.Structure is not null)
            .SelectMany(e => BlockTrainer.Examples(e.First.Structure!, ruled.Doubts(e.Second), e.First.Weight));
    }
}
