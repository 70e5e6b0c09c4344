using System.Text.Json;
using ReportMiner.Emit;

namespace ReportMiner;

/// <summary>What <c>pipeline.json</c> selects: engines, limits and thresholds. Immutable; change it by <c>with</c>.</summary>
public sealed record PipelineOptions
{
    /// <summary>Version of the file's shape.</summary>
    public const string CurrentSchemaVersion = "1.0.0";

    /// <summary>The defaults.</summary>
    public static PipelineOptions Default { get; } = new();

    /// <summary>Version of the file's shape.</summary>
    public string SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>How PDF files are read.</summary>
    public PdfOptions Pdf { get; init; } = new();

    /// <summary>Sizes above which a file is refused.</summary>
    public LimitOptions Limits { get; init; } = new();

    /// <summary>What finds names and recommendations.</summary>
    public TagOptions Tag { get; init; } = new();

    /// <summary>What is written.</summary>
    public OutputOptions Output { get; init; } = new();

    /// <summary>The models folder, relative to the pipeline file; null for the one beside the program.</summary>
    public string? Models { get; init; }

    /// <summary>Reads the text of a <c>pipeline.json</c>; keys it does not have keep their defaults.</summary>
    /// <exception cref="PipelineOptionsException">The text is no JSON, or a key is unknown or has a value it may not have.</exception>
    public static PipelineOptions Parse(ReadOnlySpan<byte> utf8)
    {
        var bytes = utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        try
        {
            using var document = JsonDocument.Parse(bytes.ToArray(), new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            PipelineSchema.Check(document.RootElement);
            var root = document.RootElement.EnumerateObject().Where(p => p.Name != "$schema").ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
            return JsonSerializer.Deserialize<PipelineOptions>(JsonSerializer.SerializeToUtf8Bytes(root), ReportJson.Options)!;
        }
        catch (JsonException e)
        {
            throw new PipelineOptionsException("$", $"JSON이 아닙니다: {e.Message}", "not valid JSON");
        }
    }

    /// <summary>Reads a <c>pipeline.json</c>.</summary>
    /// <exception cref="PipelineOptionsException">As <see cref="Parse"/>, or the file cannot be read.</exception>
    public static PipelineOptions Load(string path)
    {
        try
        {
            return Parse(File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PipelineOptionsException("$", $"{path} 파일을 읽을 수 없습니다", $"cannot read {path}: {e.Message}");
        }
    }

    /// <summary>The options without what may differ from machine to machine and does not change the output.</summary>
    internal PipelineOptions WithoutPlaces() => this with
    {
        Models = null,
        Pdf = Pdf with { PopplerPath = null, TesseractPath = null },
        Limits = Limits with { MaxDocumentSeconds = 0, MaxDocumentMegabytes = 0 },
    };
}
