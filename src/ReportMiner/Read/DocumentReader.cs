using System.Collections.Immutable;
using System.Security.Cryptography;
using ReportMiner.Documents;
using ReportMiner.Resources;

namespace ReportMiner.Read;

internal sealed class DocumentReader(PipelineOptions options, ResourceDirectory resources)
{
    private readonly PipelineOptions _options = options;
    private readonly ResourceDirectory _resources = resources;

    public Outcome<SourceDocument> Read(ReportInput input, CancellationToken cancellation)
    {
        var bytes = File.ReadAllBytes(input.Path);
        var lines = System.Text.Encoding.UTF8.GetString(bytes).Replace("\uFFFD", "").Split('\n')
            .Select((t, i) => new SourceLine { Page = 0, Number = i + 1, Text = t.TrimEnd('\r', ' ') }).ToImmutableArray();
        return new SourceDocument(
            new SourceFile(Path.GetFileName(input.Path), "text/plain", bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), null, "utf-8", _options is null || _resources is null ? "" : "text"),
            [new SourcePage(0, null, null, lines)],
            [],
            []);
    }
}
