namespace ReportMiner.Tests.Samples;

/// <summary>Finds the samples in the source tree, since goldens are written back to it.</summary>
internal static class SampleFiles
{
    private static readonly string[] Inputs = [".pdf", ".txt", ".md"];

    /// <summary>The samples folder, found by walking up from the test's output to the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every input of every sample, as <c>sample/file</c>, in ordinal order.</summary>
    public static IReadOnlyList<string> All() =>
    [
        .. Directory.EnumerateDirectories(Root)
            .SelectMany(Directory.EnumerateFiles)
            .Where(f => Inputs.Contains(Path.GetExtension(f), StringComparer.Ordinal))
            .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    public static string PathOf(string input) => Path.Combine(Root, input);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ReportMiner.sln")))
            {
                return Path.Combine(folder.FullName, "samples");
            }
        }

        throw new DirectoryNotFoundException("no ReportMiner.sln above " + AppContext.BaseDirectory);
    }
}
