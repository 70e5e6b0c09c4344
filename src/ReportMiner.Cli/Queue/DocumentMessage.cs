using System.Security.Cryptography;
using System.Text.Json;
using ReportMiner.Documents;

namespace ReportMiner.Cli.Queue;

/// <summary>A document on its way: a line of JSON that says what it is, then its bytes. One that is too large for a message is named by its path, and its bytes stay where they are.</summary>
/// <param name="Target">Its result's place under the output folder, as in <see cref="Batch.BatchItem"/>.</param>
/// <param name="Sha256">The hash of its bytes, lower-case hexadecimal.</param>
/// <param name="Length">How many bytes it has.</param>
/// <param name="Path">Where the bytes are, if they are not in the message: an absolute path that the workers can read.</param>
/// <param name="Known">The bytes of its <c>.meta.json</c>, or null.</param>
internal sealed record DocumentMessage(string Target, string Sha256, long Length, string? Path, byte[]? Known)
{
    private const int Version = 1;
    private const byte LineFeed = (byte)'\n';

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true };

    /// <summary>The message's body.</summary>
    /// <param name="content">The document's bytes; none if they stay where they are.</param>
    public byte[] Write(ReadOnlySpan<byte> content) => [.. JsonSerializer.SerializeToUtf8Bytes(new Envelope(Version, Target, Sha256, Length, Path, Known), Json), LineFeed, .. content];

    /// <summary>Reads a body, from whomever it is.</summary>
    /// <returns>Why it is no document, or null.</returns>
    public static ReportFailure? Read(ReadOnlyMemory<byte> body, out DocumentMessage? message, out ReadOnlyMemory<byte> content)
    {
        (message, content) = (null, default);
        var line = body.Span.IndexOf(LineFeed);
        if (line < 0 || Parse(body.Span[..line]) is not { Version: Version } envelope)
        {
            return QueueFailures.Unreadable;
        }

        content = body[(line + 1)..];
        message = new DocumentMessage(envelope.Target, envelope.Sha256, envelope.Length, envelope.Path, envelope.Known);
        return !TargetPath.IsInside(message.Target) ? QueueFailures.OutsideTarget
            : message.Path is { } path ? System.IO.Path.IsPathFullyQualified(path) && !path.Contains('\0', StringComparison.Ordinal) && content.IsEmpty ? null : QueueFailures.Unreadable
            : message.Length == content.Length && message.Sha256 == Convert.ToHexStringLower(SHA256.HashData(content.Span)) ? null : QueueFailures.Unreadable;
    }

    private static Envelope? Parse(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize<Envelope>(line, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Envelope(int Version, string Target, string Sha256, long Length, string? Path, byte[]? Known);
}
