using ReportMiner.Documents;

namespace ReportMiner.Read.Pdf;

/// <summary>Where poppler's programs are, and what it means when one of them stops early.</summary>
internal static class PopplerPrograms
{
    /// <summary>Full path of a program in the folder of the options or else on the search path; null if it is not there.</summary>
    public static string? Find(PdfOptions options, string program) => ProgramPath.Find(options.PopplerPath, program);

    /// <summary>Why the file cannot be read, or null: a limit was passed or a password is asked for.</summary>
    public static ReportFailure? Failure<T>(PdfOptions options, ProcessResult<T> result) => result.End switch
    {
        ProcessEnd.TimeLimit => ReadFailures.TimeLimit(options.TimeLimitSeconds),
        ProcessEnd.MemoryLimit => ReadFailures.MemoryLimit(options.MemoryLimitMegabytes),
        _ when result.ExitCode != 0 && result.Errors.Any(e => e.Contains("password", StringComparison.OrdinalIgnoreCase)) => ReadFailures.Encrypted,
        _ => null,
    };
}
