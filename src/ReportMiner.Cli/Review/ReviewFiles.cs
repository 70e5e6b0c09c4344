using ReportMiner.Cli.Batch;

namespace ReportMiner.Cli.Review;

/// <summary>Outputs of runs with their reviews.</summary>
internal static class ReviewFiles
{
    /// <summary>The outputs in a folder and those below it as reviewed, in ordinal order of their paths.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="messages">Is told of review files that are damaged or whose output is missing.</param>
    public static IEnumerable<ReviewFile> In(string folder, TextWriter messages)
    {
        UsageException.ThrowIfNoFolder(folder);
        foreach (var file in ReportFiles.Paths(folder))
        {
            if (ReviewFile.Read(file, Path.GetRelativePath(folder, file)) is { } found)
            {
                foreach (var diagnostic in found.Diagnostics)
                {
                    messages.WriteLine($"{found.EventFile.Path}: {diagnostic.Code} {diagnostic.Message}");
                }

                yield return found;
            }
        }

        foreach (var alone in Directory.EnumerateFiles(folder, "*" + EventFile.Extension, SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where(f => !File.Exists(f[..^EventFile.Extension.Length] + ".json")))
        {
            messages.WriteLine($"{alone}: 검토 기록은 있으나 결과(JSON)가 없습니다 / there is a review file but no output (JSON)");
        }
    }
}
