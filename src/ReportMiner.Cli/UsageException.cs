namespace ReportMiner.Cli;

/// <summary>The command was given something it cannot work with: exit code 2.</summary>
internal sealed class UsageException(string korean, string english) : Exception($"{korean} / {english}")
{
    /// <summary>Throws where there is no such folder.</summary>
    public static void ThrowIfNoFolder(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new UsageException($"{folder}: 그런 폴더가 없습니다", "no such folder");
        }
    }
}
