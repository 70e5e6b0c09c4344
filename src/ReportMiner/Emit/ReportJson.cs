using System.Reflection;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ReportMiner.Documents;

namespace ReportMiner.Emit;

/// <summary>The contract's JSON: UTF-8, camelCase, every key present, two-space indent, line feeds.</summary>
public static class ReportJson
{
    /// <summary>How the contract's JSON is written and read.</summary>
    public static JsonSerializerOptions Options { get; } = MakeOptions();

    /// <summary>The program's version.</summary>
    public static string Version { get; } =
        typeof(ReportJson).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";

    /// <summary>Writes a report as UTF-8 bytes; the same report gives the same bytes.</summary>
    public static byte[] Write(Report report) => JsonSerializer.SerializeToUtf8Bytes(report, Options);

    /// <summary>Reads a report.</summary>
    /// <exception cref="JsonException">The bytes are not a report.</exception>
    public static Report Read(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<Report>(json, Options) ?? throw new JsonException("null");

    internal static string Hash(PipelineOptions options) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(options.WithoutPlaces(), Options)));

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            WriteIndented = true,
            NewLine = "\n",
            RespectNullableAnnotations = true,
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
