using System.Text;
using BenchmarkDotNet.Attributes;
using ReportMiner.Documents;
using ReportMiner.Emit;
using ReportMiner.Link;
using ReportMiner.Link.Facts;
using ReportMiner.Read;
using ReportMiner.Resolve;
using ReportMiner.Resources;
using ReportMiner.Review;
using ReportMiner.Segment;
using ReportMiner.Tag;
using ReportMiner.Tag.Amounts;
using ReportMiner.Tag.Dates;
using ReportMiner.Tag.Entities;
using ReportMiner.Tag.Recommendations;

namespace ReportMiner.Benchmarks;

/// <summary>Each stage by itself, over a text of the length of a real report.</summary>
[MemoryDiagnoser]
public class StageBenchmarks
{
    private const int Chapters = 60;

    private readonly ResourceDirectory _resources = ResourceDirectory.Open(Path.Combine(AppContext.BaseDirectory, "models"));
    private readonly string _path = Path.Combine(Path.GetTempPath(), "reportminer-benchmark.txt");

    private DocumentReader _reader = null!;
    private Segmenter _segmenter = null!;
    private DateTagger _dates = null!;
    private AmountTagger _amounts = null!;
    private EntityTagger _names = null!;
    private RecommendationTagger _recommendations = null!;
    private EntityResolver _entities = null!;
    private RecommendationLinker _linker = null!;
    private FactFinder _facts = null!;
    private ReportPipeline _pipeline = null!;
    private SourceDocument _source = null!;
    private SegmentedReport _segmented = null!;
    private Metadata _metadata = null!;
    private Tags _tags = null!;
    private Report _report = null!;

    [GlobalSetup]
    public void SetUp()
    {
        var text = new StringBuilder("연안 산업 육성 대책\n2024. 3. 5.\n\n");
        for (var chapter = 1; chapter <= Chapters; chapter++)
        {
            text.Append($"{chapter}. 항만 전환 과제\n");
            text.Append("□ 과기정통부는 ’24년 하반기까지 실증 설비 12기를 들이고 2,300억원을 나누어 쓰기로 함\n");
            text.Append(" ○ 전년보다 4.5%p 오른 61.2%를 목표로 삼고, 지역 대학과 함께 전문 인력 1만 5천명을 기를 필요\n");
            text.Append("   * 2023년 상반기 조사에서는 응답 기업의 38%가 인력이 모자란다고 답하였다\n\n");
        }

        File.WriteAllText(_path, text.ToString());
        _reader = new DocumentReader(PipelineOptions.Default, _resources);
        _segmenter = new Segmenter(_resources);
        _dates = new DateTagger(_resources);
        _amounts = new AmountTagger(_resources);
        _names = new EntityTagger(_resources, TagEngine.Both);
        _recommendations = new RecommendationTagger(_resources, TagEngine.Both);
        _entities = new EntityResolver(_resources);
        _linker = new RecommendationLinker(_resources);
        _facts = new FactFinder(_resources);
        _pipeline = new ReportPipeline(PipelineOptions.Default, _resources);
        _source = Read();
        _segmented = Segment();
        _metadata = new MetadataFinder(_resources).Find(_source, _segmented, null);
        _tags = Overlaps.Settle(TagNames(), DateResolver.Resolve(_segmented, _dates.Tag(_segmented), _metadata.Published), TagAmounts());
        _report = Whole();
    }

    [GlobalCleanup]
    public void CleanUp() => File.Delete(_path);

    private SourceDocument Read() => _reader.Read(new ReportInput(_path), default).Value!;

    private SegmentedReport Segment() => _segmenter.Segment(_source);

    private System.Collections.Immutable.ImmutableArray<Mention> TagNames() => _names.Tag(_segmented);

    private System.Collections.Immutable.ImmutableArray<Amount> TagAmounts() => AmountResolver.Resolve(_segmented, _amounts.Tag(_segmented, DateResolver.Resolve(_segmented, _dates.Tag(_segmented), _metadata.Published)));

    [Benchmark]
    public int ReadText() => Read().Pages.Length;

    [Benchmark]
    public int SegmentText() => Segment().Blocks.Length;

    [Benchmark]
    public int TagAndResolveDates() => DateResolver.Resolve(_segmented, _dates.Tag(_segmented), _metadata.Published).Length;

    [Benchmark]
    public int TagAndResolveAmounts() => TagAmounts().Length;

    [Benchmark]
    public int TagEntities() => TagNames().Length;

    [Benchmark]
    public int ResolveEntities() => _entities.Resolve(_segmented.Text, _tags.Mentions).Entities.Length;

    [Benchmark]
    public int TagAndLinkRecommendations() => _linker.Link(_segmented, _recommendations.Tag(_segmented, _metadata, _tags), _tags).Length;

    [Benchmark]
    public int FindFacts() => _facts.Find(_segmented, _metadata, _tags).Facts.Length;

    [Benchmark]
    public int EmitJson() => ReportJson.Write(_report).Length;

    [Benchmark]
    public int WriteReviewPage() => ReviewPage.Write(_report).Length;

    [Benchmark(Baseline = true)]
    public Report Whole() => _pipeline.Run(new ReportInput(_path)).Value!;
}
