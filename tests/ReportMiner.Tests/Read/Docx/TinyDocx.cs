using System.IO.Compression;

namespace ReportMiner.Tests.Read.Docx;

/// <summary>Writes small DOCX files, part by part.</summary>
internal sealed class TinyDocx
{
    public const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Namespaces = $"""
        xmlns:w="{Word}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
        xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"
        """;

    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Types = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private readonly List<(string Name, string Content)> _parts = [];
    private string _types = $"""<Override PartName="/word/document.xml" ContentType="{Types}document.main+xml"/>""";
    private string _relations = "";

    public TinyDocx(string body) => _parts.Add(("word/document.xml", $"<w:document {Namespaces}><w:body>{body}</w:body></w:document>"));

    /// <summary>A part beside the body, as <c>styles</c> or <c>footnotes</c>; the content is that of its root.</summary>
    public TinyDocx With(string name, string content, string? file = null)
    {
        var root = name switch { "header" => "hdr", "footer" => "ftr", _ => name };
        return Raw(name, file ?? name, $"<w:{root} {Namespaces}>{content}</w:{root}>");
    }

    public TinyDocx Raw(string name, string file, string xml)
    {
        _parts.Add(($"word/{file}.xml", xml));
        _types += $"""<Override PartName="/word/{file}.xml" ContentType="{(name == "theme" ? "application/vnd.openxmlformats-officedocument." : Types)}{name}+xml"/>""";
        _relations += $"""<Relationship Id="r-{file}" Type="{Relations}{name}" Target="{file}.xml"/>""";
        return this;
    }

    public TinyDocx Link(string target)
    {
        _relations += $"""<Relationship Id="link" Type="{Relations}hyperlink" Target="{target}" TargetMode="External"/>""";
        return this;
    }

    /// <summary>An entry of the archive that is no part.</summary>
    public TinyDocx Entry(string name, string content)
    {
        _parts.Add((name, content));
        return this;
    }

    public byte[] Write(Func<string, string>? change = null)
    {
        string Changed(string content) => change?.Invoke(content) ?? content;
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            Write(zip, "[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{_types}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>""");
            Write(zip, "_rels/.rels", Changed(Package($"""<Relationship Id="r1" Type="{Relations}officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>""")));
            Write(zip, "docProps/core.xml", """<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>연구실</dc:creator><dc:title>돌봄 정책 보고서</dc:title></cp:coreProperties>""");
            Write(zip, "word/_rels/document.xml.rels", Changed(Package(_relations)));
            foreach (var (name, content) in _parts)
            {
                Write(zip, name, Changed(content));
            }
        }

        return stream.ToArray();
    }

    private static string Package(string relations) => $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>""";

    private static void Write(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(content);
    }
}
