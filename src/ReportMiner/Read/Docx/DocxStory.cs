using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using ReportMiner.Documents;
using ReportMiner.Read.Flow;

namespace ReportMiner.Read.Docx;

/// <summary>What all stories of a document share.</summary>
/// <param name="Asides">Takes what stands in the file but not in its text.</param>
internal sealed record DocxContext(DocxStyles Styles, DocxNumbering Numbering, DocxNotes Footnotes, DocxNotes Endnotes, DocxSections Sections, ReadBudget Budget, List<FlowAside> Asides)
{
    public void Aside(RemovalReason reason, string text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            Asides.Add(new FlowAside(reason, text));
        }
    }
}

/// <summary>
/// Reads one story (the body, a note, a cell, a text box): its paragraphs and tables in order, whatever they are
/// wrapped in, with the tracked changes made.
/// </summary>
/// <param name="paged">Whether it is the body, which goes over pages and sections.</param>
internal sealed class DocxStory(DocxContext context, bool paged)
{
    private readonly ImmutableArray<FlowBlock>.Builder _blocks = ImmutableArray.CreateBuilder<FlowBlock>();
    private readonly DocxFields _fields = new();

    /// <summary>Paragraphs whose mark a change takes out: one with what follows.</summary>
    private readonly List<OpenXmlElement> _joined = [];
    private bool _opensPage;

    public bool IsPaged => paged;

    public ImmutableArray<FlowBlock> Read(OpenXmlElement container)
    {
        Blocks(container);
        Join();
        return _blocks.ToImmutable();
    }

    /// <summary>Reads a story inside this one.</summary>
    public ImmutableArray<FlowBlock> Inner(OpenXmlElement container) => new DocxStory(context, paged: false).Read(container);

    private void Blocks(OpenXmlElement container)
    {
        foreach (var element in container.ChildElements)
        {
            switch (element.Name())
            {
                case "p":
                    _joined.Add(element);
                    if (!Changes.TakesOutMark(element))
                    {
                        Join();
                    }

                    break;
                case "tbl":
                    Join();
                    Table(element);
                    break;
                case "sdt" when Changes.IsPrompt(element):
                    context.Aside(RemovalReason.Memo, element.PlainText());
                    break;
                case "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo":
                    Blocks(element);
                    break;
                case "del" or "moveFrom":
                    context.Aside(RemovalReason.Deleted, element.PlainText());
                    break;
                case "mc:AlternateContent" when element.Chosen() is { } chosen:
                    Blocks(chosen);
                    break;
                case "r" or "hyperlink" or "fldSimple" or "m:oMathPara" or "m:oMath":
                    // Not where the standard has them, but text all the same.
                    Join();
                    Paragraph([element], null);
                    break;
                case "altChunk":
                    // A whole file in another format, which Word would take in when it next saves.
                    context.Aside(RemovalReason.Unreadable, "altChunk " + element.Value("id"));
                    break;
            }
        }
    }

    private void Join()
    {
        if (_joined.Count == 0)
        {
            return;
        }

        var properties = _joined[^1].Child("pPr");
        Paragraph([.. _joined], properties);
        _joined.Clear();
        if (paged && properties.Child("sectPr") is not null)
        {
            _opensPage |= context.Sections.Next();
        }
    }

    private void Table(OpenXmlElement element)
    {
        context.Budget.Pass();
        var table = new DocxTable(context, this).Read(element);
        if (table.Cells.IsEmpty)
        {
            return;
        }

        if (_opensPage)
        {
            _blocks.Add(new FlowParagraph([]) { OpensPage = true });
            _opensPage = false;
        }

        _blocks.Add(table);
    }

    /// <param name="content">What holds its text, one after another.</param>
    private void Paragraph(IReadOnlyList<OpenXmlElement> content, OpenXmlElement? properties)
    {
        context.Budget.Pass();
        var look = context.Styles.Paragraph(properties);
        var paragraph = new ParagraphBuilder
        {
            Kind = look.IsHeading ? FlowKind.Heading : look.Caption ? FlowKind.Caption : FlowKind.Text,
            Level = look.IsHeading ? look.Outline!.Value + 1 : 0,
            OpensPage = paged && (_opensPage || look.PageBreakBefore == true),
        };
        if (properties.Child("rPr").Child("vanish").Switch() != true)
        {
            context.Numbering.Mark(paragraph, look);
        }

        var text = new DocxText(context, this, _fields, paragraph, look);
        foreach (var element in content)
        {
            text.Read(element);
        }

        _blocks.AddRange(text.Finish());
        _opensPage = paged && text.TurnsPage;
        _fields.EndParagraph();
    }
}
