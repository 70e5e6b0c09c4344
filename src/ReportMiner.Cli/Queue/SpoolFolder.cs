using ReportMiner.Documents;

namespace ReportMiner.Cli.Queue;

/// <summary>Where documents that came in messages lie while they are processed: a temporary folder that only this account can read.</summary>
internal sealed class SpoolFolder : IDisposable
{
    private const string Prefix = "reportminer-queue-";
    private const string LockName = "lock";

    // A worker that starts just now may not have locked its folder yet.
    private static readonly TimeSpan Young = TimeSpan.FromMinutes(1);

    private readonly string _root = Directory.CreateTempSubdirectory(Prefix).FullName;
    private readonly FileStream _lock;

    public SpoolFolder()
    {
        _lock = Lock(_root, FileMode.CreateNew);
        Sweep();
    }

    /// <summary>Gives the document a path, under its own name and with what is known of it beside.</summary>
    /// <returns>Why it has none, or null.</returns>
    public ReportFailure? Place(DocumentMessage message, ReadOnlyMemory<byte> content, out string path)
    {
        if (message.Path is { } reference)
        {
            path = reference;
            return IsAsSent(message, reference) ? null : QueueFailures.ReferenceChanged;
        }

        var folder = Directory.CreateDirectory(Path.Combine(_root, Path.GetRandomFileName())).FullName;
        path = Path.Combine(folder, message.Target.Split('/')[^1]);
        File.WriteAllBytes(path, content.Span);
        if (message.Known is { } known)
        {
            File.WriteAllBytes(Batch.InputFinder.SidecarOf(path), known);
        }

        return null;
    }

    /// <summary>Takes away what <see cref="Place"/> wrote.</summary>
    public void Remove(string path)
    {
        if (Path.GetDirectoryName(path) is { } folder && Path.GetDirectoryName(folder) == _root)
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public void Dispose()
    {
        _lock.Dispose();
        Directory.Delete(_root, recursive: true);
    }

    /// <summary>Whether a file has the bytes that were sent for. Only who had them can have named their hash, so that a message gets no file that its sender could not read.</summary>
    private static bool IsAsSent(DocumentMessage message, string path)
    {
        try
        {
            // Devices and pipes have no length, and are not opened.
            return new FileInfo(path) is { Exists: true, Length: > 0 } file && file.Length == message.Length
                && Batch.DocumentKey.ContentHash(path) == message.Sha256
                && (message.Known is { } known ? File.ReadAllBytes(Batch.InputFinder.SidecarOf(path)).AsSpan().SequenceEqual(known) : !File.Exists(Batch.InputFinder.SidecarOf(path)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Takes away the folders of workers that were killed: nobody holds their locks.</summary>
    private static void Sweep()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*").Where(f => Directory.GetCreationTimeUtc(f) < DateTime.UtcNow - Young))
        {
            try
            {
                using (Lock(folder, FileMode.Open))
                {
                    Directory.Delete(folder, recursive: true);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Its worker lives, or it is another account's.
            }
        }
    }

    private static FileStream Lock(string folder, FileMode mode) => new(Path.Combine(folder, LockName), mode, FileAccess.ReadWrite, FileShare.None);
}
