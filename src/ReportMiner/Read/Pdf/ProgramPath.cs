namespace ReportMiner.Read.Pdf;

/// <summary>Where programs are.</summary>
internal static class ProgramPath
{
    /// <summary>Full path of a program in a folder, or if that is null on the search path; null if it is not there.</summary>
    public static string? Find(string? folder, string program)
    {
        var file = OperatingSystem.IsWindows() ? program + ".exe" : program;
        var folders = folder is not null
            ? [folder]
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.Select(f => Path.Combine(f, file)).FirstOrDefault(File.Exists);
    }
}
