using System.Security.Cryptography;
using ReportMiner.Documents;
using ReportMiner.Read.Text;
using ReportMiner.Resources;

namespace ReportMiner.Read;

internal sealed class DocumentReader(PipelineOptions options, ResourceDirectory resources)
{
    private readonly PipelineOptions _options = options;
    private readonly ResourceDirectory _resources = resources;

    public Outcome<SourceDocument> Read(ReportInput input, CancellationToken cancellation)
    {
        var bytes = File.ReadAllBytes(input.Path);
        _ = _options;
        _ = _resources;
        return TextFileReader.Read(Path.GetFileName(input.Path), bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }
}
