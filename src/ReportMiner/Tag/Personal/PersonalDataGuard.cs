using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Resources;

namespace ReportMiner.Tag.Personal;

/// <summary>Stands between Segment and the later stages: finds personal data, tells how much there is and, if asked to, lets none of it through. Thread-safe.</summary>
internal sealed class PersonalDataGuard(ResourceDirectory resources, PersonalDataMode mode)
{
    private readonly PersonalDataFinder _finder = new(resources);

    public GuardedReport Guard(SourceDocument source, SegmentedReport report)
    {
        var personal = _finder.Find(report);
        var guarded = mode == PersonalDataMode.Mask ? new PersonalDataMask(_finder).Apply(source, report, personal) : new GuardedReport(source, report, personal, []);
        return guarded with { Report = guarded.Report with { Diagnostics = guarded.Report.Diagnostics.AddRange(personal.Told(mode)) } };
    }

    /// <summary>The metadata as it may be written: what was known beforehand comes from elsewhere than the source.</summary>
    public Metadata Guard(Metadata metadata) => mode == PersonalDataMode.Mask
        ? metadata with
        {
            Title = _finder.Masked(metadata.Title),
            Subtitle = _finder.Masked(metadata.Subtitle),
            Publishers = [.. metadata.Publishers.Select(_finder.Mask)],
            Authors = [.. metadata.Authors.Select(_finder.Mask)],
            ReportNumber = _finder.Masked(metadata.ReportNumber),
        }
        : metadata;
}

/// <summary>A report as the later stages may see it.</summary>
/// <param name="MaskedPages">The pages on which something was masked, whose pictures would show it.</param>
internal sealed record GuardedReport(SourceDocument Source, SegmentedReport Report, PersonalData Personal, ImmutableHashSet<int> MaskedPages);
