using System.Security.Cryptography;
using System.Text;
using ReportMiner.Documents;
using ReportMiner.Learn;
using ReportMiner.Read.Text;
using ReportMiner.Resolve;
using ReportMiner.Resources;
using ReportMiner.Segment;
using ReportMiner.Tag.Amounts;
using ReportMiner.Tag.Dates;

namespace ReportMiner;

/// <summary>Reads annotated excerpts as the pipeline reads reports, up to names and statements, which are what is learned.</summary>
internal sealed class ExcerptStudy(ResourceDirectory resources)
{
    private readonly MetadataFinder _metadata = new(resources);
    private readonly DateTagger _dates = new(resources);
    private readonly AmountTagger _amounts = new(resources);

    public static SourceDocument Read(MarkedExcerpt excerpt)
    {
        var bytes = Encoding.UTF8.GetBytes(excerpt.Marked.Text);
        return TextFileReader.Read(excerpt.Name + ".txt", bytes, Convert.ToHexStringLower(SHA256.HashData(bytes))).Value!;
    }

    public StudiedReport Of(MarkedExcerpt excerpt, SourceDocument source, Segmenter segmenter)
    {
        var segmented = segmenter.Segment(source);
        var metadata = _metadata.Find(source, segmented, new KnownMetadata(Published: excerpt.Published));
        var dates = DateResolver.Resolve(segmented, _dates.Tag(segmented), metadata.Published);
        return StudiedReport.Of(excerpt, segmented, metadata, dates, AmountResolver.Resolve(segmented, _amounts.Tag(segmented, dates)));
    }
}
