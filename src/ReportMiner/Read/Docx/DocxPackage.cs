using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using ReportMiner.Read.Flow;

namespace ReportMiner.Read.Docx;

/// <summary>The package of a DOCX file. What the Open XML SDK builds of a part has been read through by <see cref="XmlGuard"/> before.</summary>
internal sealed class DocxPackage : IDisposable
{
    private readonly ReadBudget _budget;
    private readonly WordprocessingDocument _document;

    /// <exception cref="UnreadableException">The package is damaged, locked or beyond a limit.</exception>
    public DocxPackage(byte[] file, ReadBudget budget)
    {
        _budget = budget;
        var broken = new List<string>();
        using (var parts = new ZipParts(file, budget))
        {
            foreach (var name in parts.Names)
            {
                if (name.EndsWith(".piece", StringComparison.OrdinalIgnoreCase))
                {
                    // Word does not write parts in pieces; their names would hide what they are.
                    throw new UnreadableException(ReadFailures.Damaged);
                }

                // The SDK reads these by itself as it opens the package.
                if (name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) || name.Equals("[Content_Types].xml", StringComparison.OrdinalIgnoreCase))
                {
                    using var reader = parts.Open(name)!;
                    if (XElement.Load(reader).Elements().Any(LeadsNowhere))
                    {
                        broken.Add(name);
                    }
                }
            }
        }

        _document = WordprocessingDocument.Open(new MemoryStream(Without(broken, file), writable: false), isEditable: false, new OpenSettings { AutoSave = false });
        Main = _document.MainDocumentPart ?? throw new UnreadableException(ReadFailures.Damaged);
    }

    public MainDocumentPart Main { get; }

    /// <summary>The root of a part; null without the part.</summary>
    public OpenXmlPartRootElement? Root(OpenXmlPart? part)
    {
        if (part is null)
        {
            return null;
        }

        // Built, a part holds its text as characters of two bytes.
        _budget.Unpack(sizeof(char) * XmlGuard.Check(part.GetStream(FileMode.Open, FileAccess.Read), _budget));
        return part.RootElement;
    }

    /// <summary>The title among the file's properties.</summary>
    public string? Title()
    {
        if (_document.CoreFilePropertiesPart is not { } part)
        {
            return null;
        }

        XmlGuard.Check(part.GetStream(FileMode.Open, FileAccess.Read), _budget);
        using var reader = XmlReader.Create(part.GetStream(FileMode.Open, FileAccess.Read));
        return reader.ReadToFollowing("title", "http://purl.org/dc/elements/1.1/") && reader.ReadElementContentAsString().Trim() is { Length: > 0 } title ? title : null;
    }

    public void Dispose() => _document.Dispose();

    /// <summary>Whether it is a link to an address that is none, as authors type them; the SDK would refuse the whole file for it.</summary>
    private static bool LeadsNowhere(XElement relationship) =>
        relationship.Attribute("TargetMode")?.Value == "External" && !Uri.TryCreate(relationship.Attribute("Target")?.Value, UriKind.RelativeOrAbsolute, out _);

    /// <summary>The file without the links that lead nowhere; its other parts stay packed.</summary>
    private static byte[] Without(List<string> broken, byte[] file)
    {
        if (broken.Count == 0)
        {
            return file;
        }

        using var stream = new MemoryStream();
        stream.Write(file);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var name in broken)
            {
                using var part = zip.GetEntry(name)!.Open();
                var root = XElement.Load(part);
                root.Elements().Where(LeadsNowhere).Remove();
                part.SetLength(0);
                root.Save(part);
            }
        }

        return stream.ToArray();
    }
}
