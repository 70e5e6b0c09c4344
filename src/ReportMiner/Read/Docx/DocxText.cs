using System.Globalization;
using DocumentFormat.OpenXml;
using ReportMiner.Documents;
using ReportMiner.Read.Flow;

namespace ReportMiner.Read.Docx;

/// <summary>Reads what stands in a paragraph (ECMA-376 part 1, clauses 17.3 and 17.16): characters, fields' results, notes, text boxes, formulas.</summary>
internal sealed class DocxText(DocxContext context, DocxStory story, DocxFields fields, ParagraphBuilder paragraph, ParagraphLook look)
{
    private readonly List<FlowBlock> _done = [];
    private ParagraphBuilder _paragraph = paragraph;
    private bool _written;

    /// <summary>A note whose mark, by the author's hand, comes next.</summary>
    private (OpenXmlElement Reference, DocxNotes Notes)? _marked;

    /// <summary>Whether what follows begins a new page.</summary>
    public bool TurnsPage { get; private set; }

    /// <param name="element">A paragraph, or a part of one.</param>
    public void Read(OpenXmlElement element)
    {
        switch (element.Name())
        {
            case "r":
                var properties = element.Child("rPr");
                foreach (var child in element.ChildElements)
                {
                    Run(child, properties);
                }

                break;
            case "sdt" when Changes.IsPrompt(element):
                context.Aside(RemovalReason.Memo, element.PlainText());
                break;
            case "fldSimple" when DocxFields.IsPage(element.Value("instr") ?? ""):
                context.Aside(RemovalReason.PageNumber, element.PlainText());
                break;
            case "p" or "ins" or "moveTo" or "hyperlink" or "smartTag" or "customXml" or "dir" or "bdo" or "sdt" or "sdtContent" or "fldSimple" or "rubyBase":
                foreach (var child in element.ChildElements)
                {
                    Read(child);
                }

                break;
            case "del" or "moveFrom":
                context.Aside(RemovalReason.Deleted, element.PlainText());
                break;
            case "mc:AlternateContent" when element.Chosen() is { } chosen:
                foreach (var child in chosen.ChildElements)
                {
                    Read(child);
                }

                break;
            case "m:oMath" or "m:oMathPara":
                Formula(element, raised: false);
                break;
            case "subDoc":
                context.Aside(RemovalReason.Unreadable, "subDoc " + element.Value("id"));
                break;
        }
    }

    /// <summary>The paragraph, with what stands before and behind it.</summary>
    public IEnumerable<FlowBlock> Finish()
    {
        if (_marked is { } note)
        {
            _marked = null;
            Mark(note.Reference, note.Notes, "*", custom: true, null);
        }

        return [.. _done, .. _paragraph.Build()];
    }

    private void Run(OpenXmlElement element, OpenXmlElement? properties)
    {
        switch (element.Name())
        {
            case "t":
                Text((element.Value("space") == "preserve" ? element.InnerText : element.InnerText.Trim(' ', '\t', '\r', '\n')).Replace("\u00AD", "", StringComparison.Ordinal), properties);
                break;
            case "tab" or "ptab":
                Text("\t", properties);
                break;
            case "br" when element.Value("type") == "page" && story.IsPaged:
                TurnsPage = true;
                break;
            case "br" or "cr":
                Text("\n", properties);
                break;
            case "noBreakHyphen":
                Text("-", properties);
                break;
            case "sym" when int.TryParse(element.Value("char"), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && code is > 0 and < 0xD800 or >= 0xE000 and <= 0xFFFF:
                Text(((char)code).ToString(), properties, element.Value("font"));
                break;
            case "ruby":
                // As a reader would write it on one line: the base, and how it is read in brackets.
                Read(element.Child("rubyBase") ?? element);
                Text($"({element.Child("rt")?.PlainText()})", properties);
                break;
            case "fldChar":
                fields.Character(element.Value("fldCharType"));
                break;
            case "instrText":
                fields.Instruction(element.InnerText);
                break;
            case "footnoteReference":
                Note(element, context.Footnotes, properties);
                break;
            case "endnoteReference":
                Note(element, context.Endnotes, properties);
                break;
            case "drawing" or "pict" or "object":
                Boxes(element);
                break;
            case "delText":
                context.Aside(RemovalReason.Deleted, element.InnerText);
                break;
            case "mc:AlternateContent" when element.Chosen() is { } chosen:
                foreach (var child in chosen.ChildElements)
                {
                    Run(child, properties);
                }

                break;
        }
    }

    private void Text(string text, OpenXmlElement? properties, string? font = null, bool raised = false)
    {
        if (text.Length == 0 || !fields.Shows)
        {
            return;
        }

        var (style, hidden) = context.Styles.Run(look, properties, text);
        if (fields.IsPageNumber || hidden)
        {
            // Hidden words are kept like those a change takes out: they are in the file, and nobody reads them.
            context.Aside(hidden ? RemovalReason.Deleted : RemovalReason.PageNumber, text);
        }
        else if (_marked is { } note && !string.IsNullOrWhiteSpace(text))
        {
            _marked = null;
            Mark(note.Reference, note.Notes, text.Trim(), custom: true, properties);
        }
        else
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                Write();
            }

            _paragraph.Add(text, style with { Font = font ?? style.Font, Raised = style.Raised || raised });
        }
    }

    /// <summary>Something visible comes: after a page break it stands on the new page, whatever the paragraph.</summary>
    private void Write()
    {
        if (TurnsPage && _written)
        {
            _done.AddRange(_paragraph.Build());
            _paragraph = new ParagraphBuilder();
        }

        _paragraph.OpensPage |= TurnsPage;
        TurnsPage = false;
        _written = true;
    }

    private void Note(OpenXmlElement reference, DocxNotes notes, OpenXmlElement? properties)
    {
        if (!fields.Shows)
        {
            return;
        }

        if (reference.Value("customMarkFollows") is "1" or "true" or "on")
        {
            _marked = (reference, notes);
        }
        else
        {
            Mark(reference, notes, notes.Next(context.Sections), custom: false, properties);
        }
    }

    private void Mark(OpenXmlElement reference, DocxNotes notes, string marker, bool custom, OpenXmlElement? properties)
    {
        Write();
        var style = context.Styles.Run(look, properties, marker).Style;
        if (notes.Take(reference, marker, custom, story) is { } note)
        {
            _paragraph.Add(note, style, marker);
        }
        else
        {
            _paragraph.Add(marker, style with { Raised = true });
        }
    }

    /// <summary>The text boxes of a drawing; those inside them are read with them.</summary>
    private void Boxes(OpenXmlElement drawing)
    {
        foreach (var child in drawing.ChildElements)
        {
            if (child.LocalName == "txbxContent")
            {
                _paragraph.Add(story.Inner(child));
            }
            else if ((child.Name() == "mc:AlternateContent" ? child.Chosen() : child) is { } inside)
            {
                Boxes(inside);
            }
        }
    }

    /// <summary>A formula on one line (ECMA-376 part 1, clause 22.1): what stands above a bar comes before a slash.</summary>
    private void Formula(OpenXmlElement element, bool raised)
    {
        var name = element.Name();
        if (name is "m:t" or "t")
        {
            Text(element.InnerText, null, raised: raised);
            return;
        }

        var properties = element.Child(element.LocalName + "Pr");
        var opens = name switch
        {
            "m:d" => properties.Child("begChr").Value() ?? "(",
            "m:rad" => "√",
            "m:nary" => properties.Child("chr").Value() ?? "∫",
            _ => "",
        };
        var between = name switch
        {
            "m:f" => "/",
            "m:d" => properties.Child("sepChr").Value() ?? "|",
            "m:mr" => " ",
            _ => "",
        };
        Text(opens, null, raised: raised);
        var parts = element.ChildElements.Where(c => !c.LocalName.EndsWith("Pr", StringComparison.Ordinal)).ToList();
        for (var i = 0; i < parts.Count; i++)
        {
            Text(i == 0 ? "" : between, null, raised: raised);
            Formula(parts[i], raised || parts[i].LocalName == "sup");
        }

        Text(name == "m:d" ? properties.Child("endChr").Value() ?? ")" : "", null, raised: raised);
    }
}
