using System.IO.Compression;
using System.Text;

namespace ReportMiner.KnownStructure.Render;

/// <summary>A zipped document, put together the same way every time.</summary>
internal static class Package
{
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    // The first moment a zip can name.
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static PackagePart Xml(string name, string xml) => new(name, Encoding.UTF8.GetBytes(Declaration + xml));

    public static byte[] Zip(IEnumerable<PackagePart> parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in parts)
            {
                var entry = zip.CreateEntry(part.Name, part.Stored ? CompressionLevel.NoCompression : CompressionLevel.Optimal);
                entry.LastWriteTime = Time;
                using var content = entry.Open();
                content.Write(part.Content);
            }
        }

        return stream.ToArray();
    }
}

/// <summary>A file inside a zipped document.</summary>
/// <param name="Stored">Whether it stands there as it is, not packed.</param>
internal sealed record PackagePart(string Name, byte[] Content, bool Stored = false);
