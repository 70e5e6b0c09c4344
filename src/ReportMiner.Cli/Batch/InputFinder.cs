namespace ReportMiner.Cli.Batch;

/// <summary>Finds the files to process, in ordinal order, and gives each its place in the output folder.</summary>
internal static class InputFinder
{
    /// <summary>The name no document may have in the output folder: its result would be the run's own <c>run.json</c>.</summary>
    public const string Reserved = "run";

    private const string Sidecar = ".meta.json";

    // Files that stand beside reports but are none. A file the user names is taken whatever its ending.
    private static readonly HashSet<string> NotReports = new(StringComparer.OrdinalIgnoreCase)
    {
        ".json", ".jsonl", ".xml", ".yml", ".yaml", ".toml", ".ini", ".csv", ".tsv", ".html", ".htm", ".css", ".js", ".py", ".sh", ".ps1", ".cmd",
        ".png", ".jpg", ".jpeg", ".gif", ".svg", ".zip", ".log", ".src",
    };

    /// <param name="output">The output folder, which holds no inputs; null where there is none.</param>
    /// <exception cref="UsageException">An input is missing, or two would be written to the same place.</exception>
    public static IReadOnlyList<BatchItem> Find(IReadOnlyList<string> inputs, string? output)
    {
        var found = inputs.SelectMany(i => List(i, output)).DistinctBy(f => f.Full, StringComparer.Ordinal).ToList();
        var items = found.Select(f => new BatchItem(f.Path, f.Inside)).ToList();
        if (Collision(items) is not null)
        {
            // Several folders hold files of one name: put each folder's files under the folder's own name.
            items = [.. found.Select(f => new BatchItem(f.Path, f.Folder.Length == 0 ? f.Inside : f.Folder + "/" + f.Inside))];
        }

        if (Collision(items) is var (one, other))
        {
            throw new UsageException(
                $"{one.Path} 와(과) {other.Path} 의 결과가 같은 자리에 놓입니다. 따로 실행하십시오",
                "both would be written to the same place; run them separately");
        }

        items.Sort((a, b) => string.CompareOrdinal(a.Target, b.Target));
        return items;
    }

    /// <summary>The file that says what is known of a report.</summary>
    public static string SidecarOf(string path) => path + Sidecar;

    private static IEnumerable<(string Path, string Full, string Folder, string Inside)> List(string input, string? output)
    {
        if (File.Exists(input))
        {
            var full = Path.GetFullPath(input);
            return [(input, full, Path.GetFileName(Path.GetDirectoryName(full)) ?? "", Path.GetFileName(input))];
        }

        if (!Directory.Exists(input))
        {
            throw new UsageException($"{input}: 그런 파일이나 폴더가 없습니다", "no such file or folder");
        }

        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(input));
        return Walk(root, output is null ? null : Path.TrimEndingDirectorySeparator(Path.GetFullPath(output)))
            .Select(f => (Path.Combine(input, Path.GetRelativePath(root, f)), f, Path.GetFileName(root), Path.GetRelativePath(root, f).Replace(Path.DirectorySeparatorChar, '/')));
    }

    private static IEnumerable<string> Walk(string folder, string? output)
    {
        if (string.Equals(folder, output, StringComparison.Ordinal))
        {
            yield break;
        }

        foreach (var entry in Directory.EnumerateFileSystemEntries(folder).Where(e => !IsHidden(e)).Order(StringComparer.Ordinal))
        {
            if (!Directory.Exists(entry))
            {
                if (!NotReports.Contains(Path.GetExtension(entry)) && !Path.GetFileName(entry).Equals("README.md", StringComparison.OrdinalIgnoreCase))
                {
                    yield return entry;
                }
            }
            else if (new DirectoryInfo(entry).LinkTarget is null)
            {
                foreach (var file in Walk(entry, output))
                {
                    yield return file;
                }
            }
        }
    }

    private static bool IsHidden(string entry) =>
        Path.GetFileName(entry).StartsWith('.') || (OperatingSystem.IsWindows() && File.GetAttributes(entry).HasFlag(FileAttributes.Hidden));

    // Case is ignored, since the output may be carried to a system that ignores it.
    private static (BatchItem One, BatchItem Other)? Collision(IEnumerable<BatchItem> items)
    {
        var taken = new Dictionary<string, BatchItem>(StringComparer.OrdinalIgnoreCase) { [Reserved] = new(Reserved + ".json", Reserved) };
        foreach (var item in items)
        {
            if (!taken.TryAdd(item.Target, item))
            {
                return (taken[item.Target], item);
            }
        }

        return null;
    }
}
