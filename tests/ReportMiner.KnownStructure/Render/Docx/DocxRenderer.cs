using System.Globalization;
using System.Text;
using ReportMiner.KnownStructure.Model;

namespace ReportMiner.KnownStructure.Render.Docx;

/// <summary>Writes a report as DOCX with real notes, heads, fields, sections and tables.</summary>
internal static class DocxRenderer
{
    private const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    private const string Types = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    /// <summary>A DOCX for LibreOffice to lay out.</summary>
    public static byte[] ForLayout(KnownReport report) => Package.Zip(Parts(report, new DocxBody(report)));

    /// <summary>A DOCX as it is kept.</summary>
    public static byte[] ForOffice(KnownReport report) => Package.Zip(Parts(report, new OfficeBody(report)));

    private static List<PackagePart> Parts(KnownReport report, DocxBody body)
    {
        // The body first: notes and lists are known when it is written.
        var document = body.Document();
        var inner = new List<(string Name, string Id, string Kind, string Root, string? Xml)>
        {
            ("styles", "rStyles", "styles", "styles", Styles(report.Style, body)),
            ("settings", "rSettings", "settings", "settings", Settings(report, body.Endnotes is not null)),
            ("numbering", "rNumbering", "numbering", "numbering", body.Numbering),
            ("header1", "rHeader", "header", "hdr", report.Style.HeadAtTop ? RunningHead(report, report.RunningHead) : "<w:p/>"),
            ("header2", "rEvenHeader", "header", "hdr", report.Style.HeadAtTop ? RunningHead(report, report.EvenHead ?? "") : "<w:p/>"),
            ("footer1", "rFooter", "footer", "ftr", (report.Style.HeadAtTop ? "" : RunningHead(report, report.RunningHead)) + PageNumber(report.Style)),
            ("footer2", "rEvenFooter", "footer", "ftr", (report.Style.HeadAtTop ? "" : RunningHead(report, report.EvenHead ?? "")) + PageNumber(report.Style)),
            ("footnotes", "rFootnotes", "footnotes", "footnotes", body.Footnotes()),
            ("endnotes", "rEndnotes", "endnotes", "endnotes", body.Endnotes),
        };
        inner.RemoveAll(p => p.Xml is null);
        var figures = report.Parts.OfType<Figure>().ToList();
        return
        [
            Package.Xml("[Content_Types].xml", $"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/><Override PartName=\"/word/document.xml\" ContentType=\"{Types}document.main+xml\"/>{string.Concat(inner.Select(p => $"<Override PartName=\"/word/{p.Name}.xml\" ContentType=\"{Types}{p.Kind}+xml\"/>"))}<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>"),
            Package.Xml("_rels/.rels", Relationships([("rDocument", Relations + "officeDocument", "word/document.xml"), ("rCore", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml")])),
            Package.Xml("word/document.xml", Root("document", document)),
            Package.Xml("word/_rels/document.xml.rels", Relationships([.. inner.Select(p => (p.Id, Relations + p.Kind, p.Name + ".xml")), .. figures.Select((_, i) => (DocxBody.ImageId(i), Relations + "image", Image(i)))])),
            .. inner.Select(p => Package.Xml($"word/{p.Name}.xml", Root(p.Root, p.Xml!))),
            .. figures.Select((f, i) => new PackagePart("word/" + Image(i), BarPicture.Draw(f.Bars))),
            Package.Xml("docProps/core.xml", $"<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{DocxBody.E(report.Parts.OfType<TitleBlock>().First().Title)}</dc:title></cp:coreProperties>"),
        ];
    }

    private static string Image(int figure) => $"media/image{figure + 1}.png";

    private static string Relationships(IEnumerable<(string Id, string Type, string Target)> all) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(all.Select(r => $"<Relationship Id=\"{r.Id}\" Type=\"{r.Type}\" Target=\"{r.Target}\"/>"))}</Relationships>";

    private static string Root(string root, string inner) => $"<w:{root} {Namespaces}>{inner}</w:{root}>";

    private static string Settings(KnownReport report, bool endnotes) =>
        (report.EvenHead is null ? "" : "<w:evenAndOddHeaders/>") +
        "<w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>" +
        (endnotes ? "<w:endnotePr><w:numFmt w:val=\"decimal\"/><w:endnote w:id=\"-1\"/><w:endnote w:id=\"0\"/></w:endnotePr>" : "") +
        "<w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>";

    private static string RunningHead(KnownReport report, string words) =>
        $"<w:p><w:pPr><w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"2\" w:color=\"999999\"/></w:pBdr></w:pPr><w:r><w:rPr>{DocxBody.Fonts(report.Style.HeadFont)}<w:sz w:val=\"17\"/></w:rPr><w:t>{DocxBody.E(words)}</w:t></w:r></w:p>";

    private static string PageNumber(PageStyle style)
    {
        var around = style.NumberFormat.Split("{0}");
        var look = $"{DocxBody.Fonts(style.HeadFont)}<w:sz w:val=\"17\"/>";
        string Text(string text) => text.Length == 0 ? "" : $"<w:r><w:rPr>{look}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>";
        return $"<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>{Text(around[0])}{DocxBody.Field("PAGE", "1", look)}{Text(around[1])}</w:p>";
    }

    private static string Styles(PageStyle style, DocxBody body)
    {
        var xml = new StringBuilder($"<w:docDefaults><w:rPrDefault><w:rPr>{DocxBody.Fonts(style.Font)}<w:sz w:val=\"{DocxBody.Half(style.Size)}\"/><w:lang w:val=\"en-US\" w:eastAsia=\"ko-KR\"/></w:rPr></w:rPrDefault></w:docDefaults>");
        xml.Append("<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>");
        for (var level = 1; level <= style.HeadingSizes.Length; level++)
        {
            var size = style.HeadingSizes[level - 1];
            xml.Append(CultureInfo.InvariantCulture, $"<w:style w:type=\"paragraph\" w:styleId=\"Heading{level}\"><w:name w:val=\"heading {level}\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:keepNext/>{body.HeadingNumbering(level)}<w:spacing w:before=\"{220 - (level * 25)}\" w:after=\"{130 - (level * 20)}\"/><w:outlineLvl w:val=\"{level - 1}\"/></w:pPr><w:rPr>{DocxBody.Fonts(style.HeadFont)}<w:b/><w:sz w:val=\"{DocxBody.Half(size)}\"/></w:rPr></w:style>");
        }

        return xml.Append(body.MoreStyles).ToString();
    }
}
