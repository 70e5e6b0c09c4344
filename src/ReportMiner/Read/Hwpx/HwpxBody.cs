using System.Collections.Immutable;
using System.Text;
using System.Xml;
using ReportMiner.Documents;
using ReportMiner.Read.Flow;

namespace ReportMiner.Read.Hwpx;

/// <summary>Reads the sections: paragraphs, and what is anchored in them.</summary>
internal sealed class HwpxBody(HwpxHead head, ReadBudget budget)
{
    private readonly ImmutableArray<FlowBlock>.Builder _blocks = ImmutableArray.CreateBuilder<FlowBlock>();
    private readonly List<FlowAside> _asides = [];
    private readonly ListNumbers _numbers = new();
    private readonly StringBuilder _deleted = new();
    private NoteFormat _footnotes = NoteFormat.Usual;
    private NoteFormat _endnotes = NoteFormat.Usual;
    private string _outline = "";
    private bool _inDeleted;

    /// <summary>How a section prints the numbers of its notes.</summary>
    private readonly record struct NoteFormat(string Form, string Sign, string Before, string After)
    {
        public static NoteFormat Usual { get; } = new("DIGIT", "", "", ")");
    }

    public FlowDocument ToDocument(string? title)
    {
        SetDeleted(false);
        return new FlowDocument(_blocks.ToImmutable(), [.. _asides], title);
    }

    /// <summary>Reads a section's part; it begins a page.</summary>
    public void Section(XmlReader xml)
    {
        var first = true;
        xml.Each(name =>
        {
            if (name != "p")
            {
                return false;
            }

            _blocks.AddRange(Paragraph(xml, first));
            first = false;
            return true;
        });
    }

    private ImmutableArray<FlowBlock> SubList(XmlReader xml)
    {
        budget.Enter();
        var blocks = ImmutableArray.CreateBuilder<FlowBlock>();
        xml.Each(name =>
        {
            if (name != "p")
            {
                return false;
            }

            blocks.AddRange(Paragraph(xml, opensSection: false));
            return true;
        });
        budget.Leave();
        return blocks.ToImmutable();
    }

    /// <summary>The lists of paragraphs among an element's children.</summary>
    private ImmutableArray<FlowBlock> SubLists(XmlReader xml)
    {
        var blocks = ImmutableArray.CreateBuilder<FlowBlock>();
        xml.Each(name =>
        {
            if (name != "subList")
            {
                return false;
            }

            blocks.AddRange(SubList(xml));
            return true;
        });
        return blocks.ToImmutable();
    }

    private IEnumerable<FlowBlock> Paragraph(XmlReader xml, bool opensSection)
    {
        budget.Pass();
        var shape = xml.GetAttribute("paraPrIDRef");
        var paragraph = new ParagraphBuilder { OpensPage = opensSection || xml.GetAttribute("pageBreak") == "1" || head.OpensPage(shape) };
        xml.Each(name =>
        {
            if (name != "run")
            {
                return false;
            }

            Run(xml, paragraph);
            return true;
        });
        SetHead(paragraph, head.Head(shape));
        return paragraph.Build();
    }

    /// <summary>The number or bullet; paragraphs without text do not count.</summary>
    private void SetHead(ParagraphBuilder paragraph, ParagraphHead shape)
    {
        if (!paragraph.HasText)
        {
            return;
        }

        if (shape.Type == "BULLET")
        {
            paragraph.ListMark = head.Bullet(shape.Id);
        }
        else if (shape.Type is "OUTLINE" or "NUMBER" && head.List(shape.Type == "OUTLINE" ? _outline : shape.Id) is { } list)
        {
            paragraph.ListMark = _numbers.Next(list, shape.Level);
        }

        if (shape.Type == "OUTLINE")
        {
            paragraph.Kind = FlowKind.Heading;
            paragraph.Level = shape.Level + 1;
        }
    }

    private void Run(XmlReader xml, ParagraphBuilder paragraph)
    {
        var style = head.Style(xml.GetAttribute("charPrIDRef"));
        xml.Each(name =>
        {
            switch (name)
            {
                case "t":
                    Text(xml, paragraph, style);
                    return true;
                case "secPr":
                    SectionShape(xml);
                    return true;
                case "ctrl":
                    xml.Each(control => Control(xml, control, paragraph, style));
                    return true;
                case "tbl":
                    paragraph.Add(Table(xml));
                    return true;
                case "compose":
                    Add(paragraph, xml.GetAttribute("composeText") ?? "", style);
                    return false;
                case "dutmal":
                    Ruby(xml, paragraph, style);
                    return true;
                case "equation":
                    xml.Each(part => part == "script" && Add(paragraph, xml.ReadElementContentAsString(), style));
                    return true;
                default:
                    // Pictures, boxes, lines and groups of them.
                    paragraph.Add(Shape(xml));
                    return true;
            }
        });
    }

    /// <summary>Characters, mixed with elements for those that XML cannot hold and for marks of tracked changes.</summary>
    private void Text(XmlReader xml, ParagraphBuilder paragraph, FlowStyle style)
    {
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return;
        }

        var depth = xml.Depth;
        xml.Read();
        while (xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
            {
                budget.Record(xml.Value.Length * 2L);
                Add(paragraph, xml.Value, style);
                xml.Read();
            }
            else if (xml.NodeType == XmlNodeType.Element)
            {
                var sign = xml.LocalName switch
                {
                    "lineBreak" => "\n",
                    "tab" => "\t",
                    "nbSpace" or "fwSpace" => " ",
                    "hyphen" => "-",
                    _ => "",
                };
                Add(paragraph, sign, style);
                if (xml.LocalName is "deleteBegin" or "deleteEnd")
                {
                    SetDeleted(xml.LocalName == "deleteBegin");
                }

                xml.Skip();
            }
            else
            {
                xml.Read();
            }
        }

        xml.Read();
    }

    private bool Add(ParagraphBuilder paragraph, string text, FlowStyle style)
    {
        if (_inDeleted)
        {
            _deleted.Append(text);
        }
        else
        {
            paragraph.Add(text, style);
        }

        return true;
    }

    private void SetDeleted(bool begins)
    {
        _inDeleted = begins;
        if (!begins && _deleted.Length > 0)
        {
            _asides.Add(new FlowAside(RemovalReason.Deleted, _deleted.ToString()));
            _deleted.Clear();
        }
    }

    private bool Control(XmlReader xml, string name, ParagraphBuilder paragraph, FlowStyle style)
    {
        switch (name)
        {
            case "footNote" or "endNote":
                paragraph.Add(Note(xml, name == "endNote"), style);
                return true;
            case "header" or "footer":
                SetAside(RemovalReason.RunningHead, SubLists(xml));
                return true;
            case "hiddenComment":
                SetAside(RemovalReason.Memo, SubLists(xml));
                return true;
            case "fieldBegin" when xml.GetAttribute("type") == "MEMO":
                SetAside(RemovalReason.Memo, SubLists(xml));
                return true;
            case "autoNum" when xml.GetAttribute("numType") is "TABLE" or "PICTURE" or "EQUATION":
                Add(paragraph, Counted(xml), style);
                return true;
            default:
                // Columns, bookmarks, page numbers; a note's own number, which its mark prints.
                return false;
        }
    }

    private FlowNote Note(XmlReader xml, bool endnote)
    {
        var format = endnote ? _endnotes : _footnotes;
        var number = xml.Number("number");
        var marker = format.Sign.Length > 0 ? new StringBuilder().Insert(0, format.Sign, Math.Clamp(number, 1, 9)).ToString() : head.Forms.OfHwpx(format.Form).Write(number);
        return new FlowNote(marker, format.Before + marker + format.After, endnote, SubLists(xml));
    }

    private string Counted(XmlReader xml)
    {
        var number = xml.Number("num");
        var text = head.Forms.Digits.Write(number);
        xml.Each(name =>
        {
            if (name == "autoNumFormat")
            {
                text = xml.GetAttribute("prefixChar") + head.Forms.OfHwpx(xml.GetAttribute("type")).Write(number) + xml.GetAttribute("suffixChar");
            }

            return false;
        });
        return text;
    }

    private void SetAside(RemovalReason reason, ImmutableArray<FlowBlock> blocks)
    {
        foreach (var text in FlowText.Of(blocks))
        {
            _asides.Add(new FlowAside(reason, text));
        }
    }

    /// <summary>The main text, with the small one over it in brackets.</summary>
    private void Ruby(XmlReader xml, ParagraphBuilder paragraph, FlowStyle style) => xml.Each(name => name switch
    {
        "mainText" => Add(paragraph, xml.ReadElementContentAsString(), style),
        "subText" => Add(paragraph, "(" + xml.ReadElementContentAsString() + ")", style),
        _ => false,
    });

    private ImmutableArray<FlowBlock> Table(XmlReader xml)
    {
        var cells = ImmutableArray.CreateBuilder<FlowCell>();
        ImmutableArray<FlowBlock> caption = [];
        xml.Each(name =>
        {
            switch (name)
            {
                case "caption":
                    caption = Caption(xml);
                    return true;
                case "tr":
                    xml.Each(cell =>
                    {
                        cells.Add(Cell(xml));
                        return true;
                    });
                    return true;
                default:
                    return false;
            }
        });
        return [.. caption, new FlowTable(cells.ToImmutable())];
    }

    private FlowCell Cell(XmlReader xml)
    {
        var isHead = xml.GetAttribute("header") == "1" || head.IsFilled(xml.GetAttribute("borderFillIDRef"));
        var cell = new FlowCell(0, 0, 1, 1, isHead, []);
        xml.Each(name =>
        {
            switch (name)
            {
                case "subList":
                    cell = cell with { Blocks = cell.Blocks.AddRange(SubList(xml)) };
                    return true;
                case "cellAddr":
                    cell = cell with { Row = xml.Number("rowAddr"), Column = xml.Number("colAddr") };
                    return false;
                case "cellSpan":
                    cell = cell with { RowSpan = xml.Number("rowSpan"), ColumnSpan = xml.Number("colSpan") };
                    return false;
                default:
                    return false;
            }
        });
        return cell;
    }

    private ImmutableArray<FlowBlock> Caption(XmlReader xml) =>
        [.. SubLists(xml).Select(b => b is FlowParagraph p ? p with { Kind = FlowKind.Caption } : b)];

    /// <summary>The text of a drawing: its boxes, its captions, and what it groups.</summary>
    private ImmutableArray<FlowBlock> Shape(XmlReader xml)
    {
        budget.Enter();
        var blocks = ImmutableArray.CreateBuilder<FlowBlock>();
        if (xml.LocalName == "textart" && xml.GetAttribute("text") is { } art)
        {
            blocks.Add(new FlowParagraph([new FlowSpan(art, head.Style(null))]));
        }

        xml.Each(name =>
        {
            switch (name)
            {
                case "drawText":
                    blocks.AddRange(SubLists(xml));
                    return true;
                case "caption":
                    blocks.AddRange(Caption(xml));
                    return true;
                case "tbl":
                    blocks.AddRange(Table(xml));
                    return true;
                case "pic" or "rect" or "ellipse" or "arc" or "polygon" or "curve" or "line" or "connectLine" or "container" or "ole" or "textart" or "chart" or "video":
                    blocks.AddRange(Shape(xml));
                    return true;
                default:
                    return false;
            }
        });
        budget.Leave();
        return blocks.ToImmutable();
    }

    private void SectionShape(XmlReader xml)
    {
        _outline = xml.GetAttribute("outlineShapeIDRef") ?? "";
        xml.Each(name =>
        {
            if (name is not ("footNotePr" or "endNotePr"))
            {
                return false;
            }

            xml.Each(part =>
            {
                if (part == "autoNumFormat")
                {
                    var format = new NoteFormat(xml.GetAttribute("type") ?? "", xml.GetAttribute("userChar") ?? "", xml.GetAttribute("prefixChar") ?? "", xml.GetAttribute("suffixChar") ?? "");
                    (_footnotes, _endnotes) = name == "footNotePr" ? (format, _endnotes) : (_footnotes, format);
                }

                return false;
            });
            return true;
        });
    }
}
