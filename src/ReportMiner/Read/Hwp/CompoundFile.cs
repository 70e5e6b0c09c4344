using NPOI.POIFS.FileSystem;

namespace ReportMiner.Read.Hwp;

/// <summary>The streams of a compound file, read by NPOI once the guard has looked it over.</summary>
internal sealed class CompoundFile
{
    private readonly DirectoryEntry _root;

    /// <exception cref="UnreadableException">The container is damaged, or holds too many entries.</exception>
    public CompoundFile(byte[] file, ReadBudget budget)
    {
        CompoundGuard.Check(file, budget);
        _root = Try(() => new NPOIFSFileSystem(new MemoryStream(file, writable: false)).Root);
    }

    /// <summary>A stream by the names of the storages it stands in and its own, or null.</summary>
    public byte[]? Find(params ReadOnlySpan<string> path)
    {
        Entry? entry = _root;
        foreach (var name in path)
        {
            entry = entry is DirectoryEntry storage && storage.HasEntry(name) ? storage.GetEntry(name) : null;
        }

        return entry is DocumentEntry stream ? Try(() => Read(stream)) : null;
    }

    private static byte[] Read(DocumentEntry stream)
    {
        var bytes = new byte[stream.Size];
        using var reader = new NDocumentInputStream(stream);
        reader.ReadFully(bytes);
        return bytes;
    }

    /// <summary>NPOI throws what it likes at a file that is not well formed.</summary>
    private static T Try<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception)
        {
            throw new UnreadableException(ReadFailures.Damaged);
        }
    }
}
