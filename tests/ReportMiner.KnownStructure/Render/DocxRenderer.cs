using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using ReportMiner.KnownStructure.Model;

namespace ReportMiner.KnownStructure.Render;

/// <summary>Writes a report as DOCX with real footnotes, heads, fields, sections and tables; LibreOffice lays it out.</summary>
internal static class DocxRenderer
{
    private const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    public static byte[] Render(KnownReport report)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            foreach (var (kind, id, xml) in Parts(report))
            {
                OpenXmlPart part = kind switch
                {
                    "styles" => main.AddNewPart<StyleDefinitionsPart>(id),
                    "settings" => main.AddNewPart<DocumentSettingsPart>(id),
                    "header" or "evenHeader" => main.AddNewPart<HeaderPart>(id),
                    "footer" or "evenFooter" => main.AddNewPart<FooterPart>(id),
                    "footnotes" => main.AddNewPart<FootnotesPart>(id),
                    _ => main,
                };
                Feed(part, Encoding.UTF8.GetBytes(xml));
            }

            var figures = report.Parts.OfType<Figure>().ToList();
            for (var i = 0; i < figures.Count; i++)
            {
                Feed(main.AddImagePart(ImagePartType.Png, DocxBody.ImageId(i)), BarPicture.Draw(figures[i].Bars));
            }
        }

        return stream.ToArray();
    }

    /// <summary>The XML of each part: what two runs have to agree on (the package around it carries times).</summary>
    public static IReadOnlyList<(string Kind, string Id, string Xml)> Parts(KnownReport report)
    {
        var body = new DocxBody(report);
        var document = body.Document();
        return
        [
            ("styles", "rStyles", Styles(report.Style)),
            ("settings", "rSettings", Part("settings", (report.EvenHead is null ? "" : "<w:evenAndOddHeaders/>") + "<w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr><w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>")),
            ("header", "rHeader", Part("hdr", report.Style.HeadAtTop ? RunningHead(report, report.RunningHead) : "<w:p/>")),
            ("evenHeader", "rEvenHeader", Part("hdr", report.Style.HeadAtTop ? RunningHead(report, report.EvenHead ?? "") : "<w:p/>")),
            ("evenFooter", "rEvenFooter", Part("ftr", (report.Style.HeadAtTop ? "" : RunningHead(report, report.EvenHead ?? "")) + PageNumber(report.Style))),
            ("footer", "rFooter", Part("ftr", (report.Style.HeadAtTop ? "" : RunningHead(report, report.RunningHead)) + PageNumber(report.Style))),
            ("footnotes", "rNotes", Part("footnotes", body.Footnotes())),
            ("document", "", Part("document", document)),
        ];
    }

    private static string Part(string root, string inner) => $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:{root} {Namespaces}>{inner}</w:{root}>";

    private static string RunningHead(KnownReport report, string words) =>
        $"<w:p><w:pPr><w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"2\" w:color=\"999999\"/></w:pBdr></w:pPr><w:r><w:rPr>{DocxBody.Fonts(report.Style.HeadFont)}<w:sz w:val=\"17\"/></w:rPr><w:t>{DocxBody.E(words)}</w:t></w:r></w:p>";

    private static string PageNumber(PageStyle style)
    {
        var around = style.NumberFormat.Split("{0}");
        var look = $"<w:rPr>{DocxBody.Fonts(style.HeadFont)}<w:sz w:val=\"17\"/></w:rPr>";
        string Text(string text) => text.Length == 0 ? "" : $"<w:r>{look}<w:t xml:space=\"preserve\">{text}</w:t></w:r>";
        return $"<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>{Text(around[0])}<w:r>{look}<w:fldChar w:fldCharType=\"begin\"/></w:r><w:r>{look}<w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r><w:r>{look}<w:fldChar w:fldCharType=\"separate\"/></w:r><w:r>{look}<w:t>1</w:t></w:r><w:r>{look}<w:fldChar w:fldCharType=\"end\"/></w:r>{Text(around[1])}</w:p>";
    }

    private static string Styles(PageStyle style)
    {
        var xml = new StringBuilder($"<w:docDefaults><w:rPrDefault><w:rPr>{DocxBody.Fonts(style.Font)}<w:sz w:val=\"{DocxBody.Half(style.Size)}\"/><w:lang w:val=\"en-US\" w:eastAsia=\"ko-KR\"/></w:rPr></w:rPrDefault></w:docDefaults>");
        xml.Append("<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>");
        for (var level = 1; level <= style.HeadingSizes.Length; level++)
        {
            var size = style.HeadingSizes[level - 1];
            xml.Append(CultureInfo.InvariantCulture, $"<w:style w:type=\"paragraph\" w:styleId=\"Heading{level}\"><w:name w:val=\"heading {level}\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:keepNext/><w:spacing w:before=\"{220 - (level * 25)}\" w:after=\"{130 - (level * 20)}\"/><w:outlineLvl w:val=\"{level - 1}\"/></w:pPr><w:rPr>{DocxBody.Fonts(style.HeadFont)}<w:b/><w:sz w:val=\"{DocxBody.Half(size)}\"/></w:rPr></w:style>");
        }

        return Part("styles", xml.ToString());
    }

    private static void Feed(OpenXmlPart part, byte[] content)
    {
        using var stream = new MemoryStream(content);
        part.FeedData(stream);
    }
}
