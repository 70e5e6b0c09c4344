using System.IO.Compression;
using System.Xml;

namespace ReportMiner.Read.Flow;

/// <summary>The parts of a zipped document. XML comes out only after <see cref="XmlGuard"/> has read it through.</summary>
internal sealed class ZipParts : IDisposable
{
    private static readonly XmlReaderSettings Reading = new() { DtdProcessing = DtdProcessing.Prohibit, CheckCharacters = false, IgnoreComments = true, IgnoreProcessingInstructions = true };

    private readonly ReadBudget _budget;
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="UnreadableException">The archive is damaged, locked or holds more entries than it may.</exception>
    public ZipParts(byte[] file, ReadBudget budget)
    {
        _budget = budget;

        // An archive of millions of entries costs memory as soon as it is opened: their signatures are counted before.
        budget.Add(file.AsSpan().Count("PK\u0001\u0002"u8));
        try
        {
            _zip = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            foreach (var entry in _zip.Entries)
            {
                // Two parts of one name: which of them is read would be chance.
                if (!_entries.TryAdd(entry.FullName, entry))
                {
                    throw new UnreadableException(ReadFailures.Damaged);
                }
            }
        }
        catch (Exception e) when (XmlGuard.IsDamage(e))
        {
            throw new UnreadableException(ReadFailures.Damaged);
        }
    }

    /// <summary>Names of the parts, in the archive's order.</summary>
    public IEnumerable<string> Names => _zip.Entries.Select(e => e.FullName);

    /// <summary>Whether there is a part of a name.</summary>
    public bool Has(string name) => _entries.ContainsKey(name);

    /// <summary>Reads a part from its root element on; one that is not there is not read.</summary>
    /// <exception cref="UnreadableException">As <see cref="Open"/>, or an element holds what it cannot.</exception>
    public void Read(string name, Action<XmlReader> read)
    {
        using var xml = Open(name);
        if (xml is null)
        {
            return;
        }

        try
        {
            xml.MoveToContent();
            read(xml);
        }
        catch (Exception e) when (XmlGuard.IsDamage(e))
        {
            throw new UnreadableException(ReadFailures.Damaged);
        }
    }

    /// <summary>
    /// The XML of a part; null if there is none of that name. The whole part has been read through once: reading it
    /// throws no more.
    /// </summary>
    /// <exception cref="UnreadableException">The part is damaged, locked, has a document type, or is beyond a limit.</exception>
    public XmlReader? Open(string name)
    {
        if (!_entries.TryGetValue(name, out var entry))
        {
            return null;
        }

        if (entry.IsEncrypted)
        {
            throw new UnreadableException(ReadFailures.Encrypted);
        }

        try
        {
            XmlGuard.Check(entry.Open(), _budget);
            return XmlReader.Create(entry.Open(), Reading);
        }
        catch (Exception e) when (XmlGuard.IsDamage(e))
        {
            throw new UnreadableException(ReadFailures.Damaged);
        }
    }

    public void Dispose() => _zip.Dispose();
}
