using System.Text.Json;
using ReportMiner.Documents;
using ReportMiner.Emit;

namespace ReportMiner.Cli.Batch;

/// <summary>Outputs of runs, as they are or corrected.</summary>
internal static class ReportFiles
{
    /// <summary>The outputs in a folder and those below it, by their relative paths, in ordinal order; other JSON files are none.</summary>
    public static IEnumerable<(string Name, Report Report)> In(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (Read(file) is { } report)
            {
                yield return (Path.GetRelativePath(folder, file), report);
            }
        }
    }

    /// <summary>An output, or null where the file is none.</summary>
    public static Report? Read(string file)
    {
        try
        {
            return ReportJson.Read(File.ReadAllBytes(file));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
