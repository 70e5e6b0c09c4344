using System.Text.Json;
using System.Text.Json.Serialization;
using ReportMiner.Emit;

namespace ReportMiner.Review.Events;

/// <summary>An event as a line of JSON: UTF-8, camelCase, every key present.</summary>
public static class ReviewEventJson
{
    private static readonly JsonSerializerOptions OneLine = MakeOptions();

    /// <summary>The line, without its line feed.</summary>
    public static byte[] Write(ReviewEvent made) => JsonSerializer.SerializeToUtf8Bytes(made, OneLine);

    /// <summary>Reads a line.</summary>
    /// <exception cref="JsonException">It is not an event, or one of a version to come.</exception>
    public static ReviewEvent Read(ReadOnlySpan<byte> line)
    {
        var read = JsonSerializer.Deserialize<ReviewEvent>(line, OneLine) ?? throw new JsonException("null");
        return read.SchemaVersion.StartsWith("1.", StringComparison.Ordinal) ? read : throw new JsonException($"schemaVersion {read.SchemaVersion}");
    }

    // A file may have been edited by hand: what a report's reader lets pass is not taken for a decision.
    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions(ReportJson.Options) { WriteIndented = false, RespectRequiredConstructorParameters = true };
        options.Converters.Clear();
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
