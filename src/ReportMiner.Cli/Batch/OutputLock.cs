namespace ReportMiner.Cli.Batch;

/// <summary>Keeps a second run out of an output folder. The system releases it when the process dies.</summary>
internal static class OutputLock
{
    private const string Name = ".run.lock";

    /// <summary>For a run over the whole folder: nobody else may be at work in it.</summary>
    /// <exception cref="UsageException">Somebody is.</exception>
    public static IDisposable TakeWhole(OutputFolder folder) => Take(folder, FileAccess.ReadWrite, FileShare.None);

    /// <summary>For a process that does a share of the work: others that do may be at work too.</summary>
    /// <exception cref="UsageException">A run over the whole folder is at work in it.</exception>
    public static IDisposable TakeShare(OutputFolder folder) => Take(folder, FileAccess.Read, FileShare.Read);

    private static FileStream Take(OutputFolder folder, FileAccess access, FileShare share)
    {
        Directory.CreateDirectory(folder.Root);
        try
        {
            return new FileStream(folder.PathOf(Name), FileMode.OpenOrCreate, access, share);
        }
        catch (IOException e)
        {
            throw new UsageException($"{folder.Root}: 다른 실행이 이 결과 폴더를 쓰고 있습니다", $"another run is at work in this output folder: {e.Message}");
        }
    }
}
