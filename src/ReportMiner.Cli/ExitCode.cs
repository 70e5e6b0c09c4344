namespace ReportMiner.Cli;

/// <summary>The exit codes, as README lists them.</summary>
internal static class ExitCode
{
    public const int Success = 0;
    public const int Usage = 2;
    public const int SomeFailed = 3;
    public const int AllFailed = 4;
    public const int Cancelled = 130;
}
