using ReportMiner.Documents;
using ReportMiner.Read;
using ReportMiner.Read.Pdf;
using ReportMiner.Resources;
using ReportMiner.Segment;
using ReportMiner.Tag.Personal;

namespace ReportMiner;

/// <summary>Reads a report as far as its blocks, so that its pages can be looked at. Immutable and thread-safe.</summary>
public sealed class PageInspector
{
    private readonly DocumentReader _reader;
    private readonly Segmenter _segmenter;
    private readonly PersonalDataGuard _personal;
    private readonly PagePrinter _printer;

    /// <summary>Builds an inspector with the same settings and rules as a <see cref="ReportPipeline"/>.</summary>
    /// <exception cref="ResourceException">A file of the models folder is missing, changed or not valid.</exception>
    public PageInspector(PipelineOptions options, ResourceDirectory resources)
    {
        ArgumentNullException.ThrowIfNull(options);
        _reader = new DocumentReader(options, resources);
        _segmenter = new Segmenter(resources);
        _personal = new PersonalDataGuard(resources, options.Output.PersonalData);
        _printer = new PagePrinter(options.Pdf);
    }

    /// <summary>Reads a report. Bad input gives a failure, never an exception.</summary>
    public Outcome<InspectedReport> Read(ReportInput input, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        var read = _reader.Read(input, cancellation);
        return read.Succeeded
            ? new InspectedReport(Path.GetFullPath(input.Path), _personal.Guard(read.Value, _segmenter.Segment(read.Value)), _printer)
            : read.Failure;
    }
}
