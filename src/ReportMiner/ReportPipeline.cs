using ReportMiner.Documents;
using ReportMiner.Emit;
using ReportMiner.Link;
using ReportMiner.Link.Facts;
using ReportMiner.Read;
using ReportMiner.Resolve;
using ReportMiner.Resources;
using ReportMiner.Segment;
using ReportMiner.Tag;
using ReportMiner.Tag.Amounts;
using ReportMiner.Tag.Dates;
using ReportMiner.Tag.Entities;
using ReportMiner.Tag.Personal;
using ReportMiner.Tag.Recommendations;
using static ReportMiner.PipelineTelemetry;

namespace ReportMiner;

/// <summary>Read → Segment → Tag → Resolve → Link → Emit, for one report. Immutable and thread-safe.</summary>
public sealed class ReportPipeline
{
    private readonly PipelineOptions _options;
    private readonly DocumentReader _reader;
    private readonly Task<Stages> _stages;

    internal ReportPipeline(PipelineOptions options, ResourceDirectory resources)
    {
        _options = options;
        Generator = GeneratorOf(options, resources);
        _reader = new DocumentReader(options, resources);
        _stages = Task.Run(() => Stages.MakeAsync(resources, options));
    }

    /// <summary>What the outputs of this pipeline say made them.</summary>
    public Generator Generator { get; }

    /// <summary>Processes one report. Bad input gives a failure, never an exception.</summary>
    public Outcome<Report> Run(ReportInput input, CancellationToken cancellation = default) =>
        Report(() => Process(input, cancellation));

    /// <summary>Waits until the rules are compiled.</summary>
    /// <exception cref="ResourceException">A file of the models folder is not valid.</exception>
    public void Load() => Ready();

    internal static Generator GeneratorOf(PipelineOptions options, ResourceDirectory resources) =>
        new("ReportMiner", ReportJson.Version, ReportJson.Hash(options), resources.Files);

    /// <summary>Waits until every stage has compiled its rules: they are made side by side, while the first report is read.</summary>
    /// <exception cref="ResourceException">A file of the models folder is not valid.</exception>
    internal Stages Ready() => _stages.GetAwaiter().GetResult();

    private Outcome<Report> Process(ReportInput input, CancellationToken cancellation)
    {
        var read = Stage("read", () => _reader.Read(input, cancellation));
        if (!read.Succeeded)
        {
            return read.Failure;
        }

        var stages = Stage("load", Ready);
        var (source, segmented, personal, _) = Stage("segment", () => stages.Personal.Guard(read.Value, stages.Segmenter.Segment(read.Value)));
        var metadata = Stage("metadata", () => stages.Personal.Guard(stages.Metadata.Find(source, segmented, input.Known)));
        var names = Task.Run(() => Stage("names", () => stages.Names.Tag(segmented)), cancellation); // names depend on no other tags
        var dates = Stage("dates", () => personal.Outside(DateResolver.Resolve(segmented, stages.Dates.Tag(segmented), metadata.Published)));
        var amounts = Stage("amounts", () => personal.Outside(AmountResolver.Resolve(segmented, stages.Amounts.Tag(segmented, dates))));
        var tags = Overlaps.Settle(personal.Outside(names.GetAwaiter().GetResult()), dates, amounts);
        var (entities, named) = Stage("entities", () => stages.Entities.Resolve(segmented.Text, tags.Mentions));
        tags = tags with { Mentions = named };
        var recommendations = Stage("recommendations", () => stages.Linker.Link(segmented, stages.Recommendations.Tag(segmented, metadata, tags), tags));
        var facts = Stage("facts", () => stages.Facts.Find(segmented, metadata, tags));
        return Stage("compose", () => ReportComposer.Compose(Generator, _options.Output.MinConfidence, segmented, metadata, tags, entities, recommendations, facts));
    }

    /// <summary>What works on a report after it has been read.</summary>
    internal sealed record Stages(
        Segmenter Segmenter,
        PersonalDataGuard Personal,
        MetadataFinder Metadata,
        DateTagger Dates,
        AmountTagger Amounts,
        EntityTagger Names,
        RecommendationTagger Recommendations,
        EntityResolver Entities,
        RecommendationLinker Linker,
        FactFinder Facts)
    {
        public static async Task<Stages> MakeAsync(ResourceDirectory resources, PipelineOptions options)
        {
            var segmenter = Task.Run(() => new Segmenter(resources));
            var personal = Task.Run(() => new PersonalDataGuard(resources, options.Output.PersonalData));
            var metadata = Task.Run(() => new MetadataFinder(resources));
            var dates = Task.Run(() => new DateTagger(resources));
            var amounts = Task.Run(() => new AmountTagger(resources));
            var names = Task.Run(() => new EntityTagger(resources, options.Tag.Names));
            var recommendations = Task.Run(() => new RecommendationTagger(resources, options.Tag.Recommendations));
            var entities = Task.Run(() => new EntityResolver(resources));
            var linker = Task.Run(() => new RecommendationLinker(resources));
            var facts = Task.Run(() => new FactFinder(resources));
            return new Stages(await segmenter, await personal, await metadata, await dates, await amounts, await names, await recommendations, await entities, await linker, await facts);
        }
    }
}
