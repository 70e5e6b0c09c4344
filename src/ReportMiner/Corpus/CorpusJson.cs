using System.Text.Json;
using ReportMiner.Emit;

namespace ReportMiner.Corpus;

/// <summary>The rows' JSON: that of the contract, one row a line.</summary>
public static class CorpusJson
{
    /// <summary>How rows are written and read.</summary>
    public static JsonSerializerOptions Options { get; } = MakeOptions();

    /// <summary>Writes a row as a line of JSON Lines.</summary>
    public static void WriteLine(Stream stream, CorpusRow row)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(row);
        JsonSerializer.Serialize(stream, row, row.GetType(), Options);
        stream.WriteByte((byte)'\n');
    }

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions(ReportJson.Options) { WriteIndented = false };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
