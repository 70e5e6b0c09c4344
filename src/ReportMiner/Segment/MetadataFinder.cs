using ReportMiner.Documents;
using ReportMiner.Resources;

namespace ReportMiner.Segment;

internal sealed class MetadataFinder(ResourceDirectory resources)
{
    private readonly ResourceDirectory _resources = resources;

    /// <summary>Title, publishers and date from the cover; what is known beforehand wins.</summary>
    public Metadata Find(SourceDocument source, SegmentedReport report, KnownMetadata? known) =>
        new(known?.Title ?? (_resources.Files.IsEmpty && report.Text.Length == 0 ? null : source.EmbeddedTitle), known?.Subtitle, known?.Publishers ?? [], known?.Authors ?? [], known?.Published, known?.ReportNumber, known?.Language ?? "ko");
}
