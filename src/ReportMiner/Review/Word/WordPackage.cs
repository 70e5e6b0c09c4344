using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using ReportMiner.Documents;
using ReportMiner.Review.Events;

namespace ReportMiner.Review.Word;

/// <summary>Puts the parts of the document together.</summary>
internal static class WordPackage
{
    public const string Header = "header1";
    public const string Footer = "footer1";

    private const string Id = "{6F0C1B52-7D0E-4E0B-9A53-5B0B5D2C7A11}";
    private static readonly XNamespace Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Store = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";

    public static byte[] Write(ReviewedReport reviewed, string name)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            package.ChangeIdOfPart(main, "rId1");
            var document = new ReviewDocument(reviewed, new WordCharts(main));
            main.Document = new Document(document.Compose());
            using (var styles = new MemoryStream(Encoding.UTF8.GetBytes(PageAssets.Read("word-styles.xml"))))
            {
                main.AddNewPart<StyleDefinitionsPart>("styles").FeedData(styles);
            }

            main.AddNewPart<FootnotesPart>("footnotes").Footnotes = document.Notes.Part();
            if (document.Comments.Any)
            {
                main.AddNewPart<WordprocessingCommentsPart>("comments").Comments = document.Comments.Part;
            }

            var title = ReviewDocument.TitleOf(reviewed.Report);
            main.AddNewPart<HeaderPart>(Header).Header = new Header(WordText.Paragraph("Header", title));
            main.AddNewPart<FooterPart>(Footer).Footer = new Footer(WordText.Paragraph("Footer", [Field("PAGE"), WordText.Run("/"), Field("NUMPAGES")]));
            main.AddNewPart<DocumentSettingsPart>("settings").Settings = Settings();
            var empty = WordLabels.Of("empty");
            AddRecord(main, new WordRecord(name, reviewed.ExtractionSha256, empty, document.Controls.Items, document.Controls.Controls, document.Comments.Written));
            AddProperties(package, title, reviewed.Report);
        }

        return FixedZip.Of(stream);
    }

    private static Settings Settings() => new(
        new Zoom { Percent = "100" },
        new FootnoteDocumentWideProperties(new FootnoteSpecialReference { Id = -1 }, new FootnoteSpecialReference { Id = 0 }),
        new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }),
        new ThemeFontLanguages { Val = "ko-KR", EastAsia = "ko-KR" });

    private static SimpleField Field(string code) => new(new Run(new Text("1"))) { Instruction = $" {code} " };

    private static void AddRecord(MainDocumentPart main, WordRecord record)
    {
        var part = main.AddNewPart<CustomXmlPart>("application/xml", "record");
        Save(part, record.Write());
        Save(part.AddNewPart<CustomXmlPropertiesPart>("rId1"), new XElement(
            Store + "datastoreItem",
            new XAttribute(XNamespace.Xmlns + "ds", Store),
            new XAttribute(Store + "itemID", Id),
            new XElement(Store + "schemaRefs", new XElement(Store + "schemaRef", new XAttribute(Store + "uri", WordRecord.Namespace.NamespaceName)))));
    }

    private static void AddProperties(WordprocessingDocument package, string title, Report report)
    {
        var part = package.AddCoreFilePropertiesPart();
        package.ChangeIdOfPart(part, "rId2");
        Save(part, new XElement(
            Core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", Core),
            new XAttribute(XNamespace.Xmlns + "dc", Dublin),
            new XElement(Dublin + "title", title),
            new XElement(Dublin + "creator", $"{report.Generator.Name} {report.Generator.Version}"),
            new XElement(Dublin + "language", "ko-KR")));
    }

    private static void Save(OpenXmlPart part, XElement root)
    {
        using var stream = part.GetStream(FileMode.Create);
        new XDocument(root).Save(stream);
    }
}
