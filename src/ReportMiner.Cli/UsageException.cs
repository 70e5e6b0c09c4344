namespace ReportMiner.Cli;

/// <summary>The command was given something it cannot work with: exit code 2.</summary>
internal sealed class UsageException(string korean, string english) : Exception($"{korean} / {english}");
