using System.Text.Json;
using ReportMiner.Documents;
using ReportMiner.Emit;

namespace ReportMiner.Cli.Batch;

/// <summary>Outputs of runs, as they are or corrected.</summary>
internal static class ReportFiles
{
    /// <summary>What the name of an output gets in place of <c>.json</c> when the review is applied to it.</summary>
    public const string ReviewedExtension = ".reviewed.json";

    /// <summary>The outputs in a folder and those below it, by their relative paths, in ordinal order; other JSON files, and what <c>review apply</c> made of outputs, are none.</summary>
    public static IEnumerable<(string Name, Report Report)> In(string folder)
    {
        foreach (var file in Paths(folder))
        {
            if (Read(file) is { } report)
            {
                yield return (Path.GetRelativePath(folder, file), report);
            }
        }
    }

    /// <summary>The files that may be outputs.</summary>
    public static IEnumerable<string> Paths(string folder) =>
        Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Where(f => !f.EndsWith(ReviewedExtension, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

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
