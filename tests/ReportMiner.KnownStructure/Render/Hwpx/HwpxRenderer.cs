using System.Text;
using ReportMiner.KnownStructure.Model;

namespace ReportMiner.KnownStructure.Render.Hwpx;

/// <summary>
/// Writes a report as HWPX, the open format of Hangul (KS X 6101, OWPML). What Hangul keeps of its own layout (line
/// segments, the picture of the first page) is left out.
/// </summary>
internal static class HwpxRenderer
{
    public const string Namespaces =
        "xmlns:ha=\"http://www.hancom.co.kr/hwpml/2011/app\" xmlns:hp=\"http://www.hancom.co.kr/hwpml/2011/paragraph\" xmlns:hs=\"http://www.hancom.co.kr/hwpml/2011/section\" xmlns:hc=\"http://www.hancom.co.kr/hwpml/2011/core\" xmlns:hh=\"http://www.hancom.co.kr/hwpml/2011/head\"";

    private const string PackageNamespaces = "xmlns:hpf=\"http://www.hancom.co.kr/schema/2011/hpf\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:opf=\"http://www.idpf.org/2007/opf/\"";

    public static byte[] Render(KnownReport report)
    {
        var head = new HwpxHead(report.Style);
        var section = new HwpxBody(report, head).Write();
        var title = report.Parts.OfType<TitleBlock>().First().Title;
        var figures = report.Parts.OfType<Figure>().ToList();
        return Package.Zip(
        [
            new PackagePart("mimetype", Encoding.ASCII.GetBytes("application/hwp+zip"), Stored: true),
            Package.Xml("version.xml", DataFile.Read("hwpx-version.xml")),
            Package.Xml("Contents/header.xml", head.Write()),
            .. figures.Select((f, i) => new PackagePart($"BinData/{ImageId(i)}.png", BarPicture.Draw(f.Bars))),
            Package.Xml("Contents/section0.xml", $"<hs:sec {Namespaces}>{section}</hs:sec>"),
            new PackagePart("Preview/PrvText.txt", Encoding.UTF8.GetBytes(title)),
            Package.Xml("settings.xml", DataFile.Read("hwpx-settings.xml")),
            Package.Xml("Contents/content.hpf", Contents(title, figures.Count)),
            Package.Xml("META-INF/container.xml", DataFile.Read("hwpx-container.xml")),
            Package.Xml("META-INF/manifest.xml", DataFile.Read("hwpx-manifest.xml")),
        ]);
    }

    public static string ImageId(int figure) => $"image{figure + 1}";

    private static string Contents(string title, int figures)
    {
        static string Item(string id, string path, string type, string more = "") => $"<opf:item id=\"{id}\" href=\"{path}\" media-type=\"{type}\"{more}/>";
        var images = Enumerable.Range(0, figures).Select(i => Item(ImageId(i), $"BinData/{ImageId(i)}.png", "image/png", " isEmbeded=\"1\""));
        return $"<opf:package {PackageNamespaces} version=\"\" unique-identifier=\"\" id=\"\"><opf:metadata><opf:title>{HwpxBody.E(title)}</opf:title><opf:language>ko</opf:language><opf:meta name=\"creator\" content=\"text\">ReportMiner.KnownStructure</opf:meta></opf:metadata><opf:manifest>" +
            Item("header", "Contents/header.xml", "application/xml") + string.Concat(images) + Item("section0", "Contents/section0.xml", "application/xml") + Item("settings", "settings.xml", "application/xml") +
            "</opf:manifest><opf:spine><opf:itemref idref=\"header\" linear=\"yes\"/><opf:itemref idref=\"section0\" linear=\"yes\"/></opf:spine></opf:package>";
    }
}
