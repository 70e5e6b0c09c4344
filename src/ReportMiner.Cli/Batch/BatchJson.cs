using System.Text.Json;
using ReportMiner.Emit;

namespace ReportMiner.Cli.Batch;

/// <summary>The contract's JSON on one line: what goes between processes and into the journal.</summary>
internal static class BatchJson
{
    private static readonly JsonSerializerOptions Options = new(ReportJson.Options) { WriteIndented = false };

    public static string Line<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <returns>Null where the line is no such value, as when it was cut off.</returns>
    public static T? Read<T>(string line)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
