using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using ReportMiner.Documents;
using ReportMiner.Read.Flow;

namespace ReportMiner.Read.Docx;

/// <summary>Reads Word's DOCX files (ECMA-376, ISO/IEC 29500) by the Open XML SDK.</summary>
internal sealed class DocxReader(NumberForms forms) : IFlowReader
{
    public string Name => "docx";

    public string MediaType => "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public FlowDocument Read(byte[] file, ReadBudget budget)
    {
        try
        {
            using var package = new DocxPackage(file, budget);
            return Read(package, budget);
        }
        catch (Exception e) when (XmlGuard.IsDamage(e) || e is OpenXmlPackageException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            throw new UnreadableException(ReadFailures.Damaged);
        }
    }

    private FlowDocument Read(DocxPackage package, ReadBudget budget)
    {
        var main = package.Main;
        var body = package.Root(main).Child("body") ?? throw new UnreadableException(ReadFailures.Damaged);
        var settings = package.Root(main.DocumentSettingsPart);
        var styles = new DocxStyles(package.Root(main.StyleDefinitionsPart), new DocxFonts(package.Root(main.ThemePart)));
        var context = new DocxContext(
            styles,
            new DocxNumbering(package.Root(main.NumberingDefinitionsPart), styles, forms),
            new DocxNotes(package.Root(main.FootnotesPart), settings, end: false, forms),
            new DocxNotes(package.Root(main.EndnotesPart), settings, end: true, forms),
            new DocxSections(body),
            budget,
            []);
        var blocks = new DocxStory(context, paged: true).Read(body);

        // What no mark points to any more is not printed.
        foreach (var note in context.Footnotes.Left.Concat(context.Endnotes.Left))
        {
            context.Aside(RemovalReason.Deleted, note.PlainText());
        }

        foreach (var comment in package.Root(main.WordprocessingCommentsPart).Children("comment"))
        {
            context.Aside(RemovalReason.Memo, comment.PlainText());
        }

        foreach (var text in RunningHeads(package, context).Where(t => t.Any(char.IsLetterOrDigit)).Distinct(StringComparer.Ordinal))
        {
            context.Aside(RemovalReason.RunningHead, text);
        }

        return new FlowDocument(blocks, [.. context.Asides], package.Title());
    }

    private static IEnumerable<string> RunningHeads(DocxPackage package, DocxContext context) =>
        package.Main.HeaderParts.Cast<OpenXmlPart>().Concat(package.Main.FooterParts).OrderBy(p => p.Uri.ToString(), StringComparer.Ordinal)
            .Select(package.Root).OfType<OpenXmlElement>().ToList()
            .ConvertAll(root => string.Join(' ', Paragraphs(new DocxStory(context, paged: false).Read(root))));

    private static IEnumerable<string> Paragraphs(IEnumerable<FlowBlock> blocks) => blocks.SelectMany(b => b is FlowParagraph paragraph
        ? paragraph.IsBlank ? [] : [string.Concat(paragraph.Spans.Select(s => s.Text)).Trim()]
        : Paragraphs(((FlowTable)b).Cells.SelectMany(c => c.Blocks)));
}
