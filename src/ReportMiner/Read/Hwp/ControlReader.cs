using System.Text;
using ReportMiner.Documents;
using ReportMiner.Read.Flow;

namespace ReportMiner.Read.Hwp;

/// <summary>Reads what stands in a paragraph and is not a character: tables, boxes, notes, running heads, numbers.</summary>
internal sealed class ControlReader(BodyReader body, HwpDocInfo info, NumberForms forms)
{
    private readonly AutoNumbers _numbers = new();
    private readonly ComposedSigns _signs = new(forms);
    private NoteShape _footnotes = NoteShape.Plain;
    private NoteShape _endnotes = NoteShape.Plain;

    /// <summary>The numbering of the section's outline.</summary>
    public int OutlineNumbering { get; private set; }

    private HwpRecords Records => body.Records;

    /// <summary>Looks at the first control of a paragraph: one that opens a section may itself be of the section's outline.</summary>
    /// <param name="level">Level of the paragraph.</param>
    public void Announce(HwpRecords records, int level)
    {
        if (records.Inside(level) && records.Tag == HwpTag.CtrlHeader)
        {
            var fields = new HwpFields(records.Data);
            if (Name(fields.Number()) == "secd")
            {
                fields.Skip(14);
                OutlineNumbering = fields.Word();
            }
        }
    }

    /// <summary>Reads the control whose header is the current record, and all that belongs to it.</summary>
    public void Read(ParagraphBuilder paragraph, FlowStyle style)
    {
        var level = Records.Level;
        var fields = new HwpFields(Records.Data);
        var name = Name(fields.Number());
        Records.Move();
        switch (name)
        {
            case "tbl ":
                paragraph.Add(new TableReader(body, info).Read(level));
                break;
            case "secd":
                Section(level);
                break;
            case "fn  " or "en  ":
                paragraph.Add(Note(fields, name == "en  ", level), style);
                break;
            case "head" or "foot":
                body.Aside(RemovalReason.RunningHead, level);
                break;
            case "tcmt":
                body.Aside(RemovalReason.Memo, level);
                break;
            case "atno":
                paragraph.Add(Number(fields), style);
                break;
            case "nwno":
                _numbers.StartAt((AutoNumber)(fields.Number() & 0xF), fields.Word());
                break;
            case "tcps":
                paragraph.Add(_signs.Compose(fields.Text(), fields.Left > 0 ? fields.Byte() : 0), style);
                break;
            case "tdut":
                paragraph.Add(fields.Text(), style);
                paragraph.Add(fields.Text() is { Length: > 0 } small ? $"({small})" : "", style);
                break;
            default:
                Object(paragraph, style, level);
                break;
        }

        while (Records.Inside(level))
        {
            Records.Move();
        }
    }

    private static string Name(uint code) => string.Create(4, code, (name, c) =>
    {
        for (var i = 0; i < name.Length; i++)
        {
            name[i] = (char)(c >> 8 * (3 - i) & 0xFF);
        }
    });

    private void Section(int level)
    {
        var shapes = new List<NoteShape>();
        for (; Records.Inside(level) && Records.Tag != HwpTag.ListHeader; Records.Move())
        {
            if (Records.Tag == HwpTag.FootnoteShape)
            {
                shapes.Add(NoteShape.From(new HwpFields(Records.Data)));
            }
        }

        _footnotes = shapes.ElementAtOrDefault(0) ?? _footnotes;
        _endnotes = shapes.ElementAtOrDefault(1) ?? _endnotes;
        foreach (var (kind, shape) in new[] { (AutoNumber.Footnote, _footnotes), (AutoNumber.Endnote, _endnotes) })
        {
            if (shape.Restarts)
            {
                _numbers.StartAt(kind, shape.Start);
            }
        }

        // The text of the pages' background.
        body.Aside(RemovalReason.RunningHead, level);
    }

    private FlowNote Note(HwpFields fields, bool endnote, int level)
    {
        var shape = endnote ? _endnotes : _footnotes;
        var number = _numbers.Next(endnote ? AutoNumber.Endnote : AutoNumber.Footnote, fields.Left >= 4 ? fields.Number() : 0);
        if (fields.Left >= 8)
        {
            // Later versions state what the number looks like at the note itself.
            shape = shape with { Prefix = fields.Character(), Suffix = fields.Character(), Form = (int)fields.Number() & 0xFF };
        }

        var marker = shape.Write(shape.Form, number, forms);
        return new FlowNote(marker, shape.Prefix + marker + shape.Suffix, endnote, [.. Trimmed(Lists(level))]);
    }

    /// <summary>The space behind a note's own number, which stands before its text anyway.</summary>
    private static IEnumerable<FlowBlock> Trimmed(List<FlowBlock> blocks) =>
        blocks is [FlowParagraph { Spans: [var first, ..] } opens, .. var rest]
            ? [opens with { Spans = opens.Spans.SetItem(0, first with { Text = first.Text.TrimStart() }) }, .. rest]
            : blocks;

    /// <summary>The number of a figure, table or equation. A note's stands before it anyway, and pages are no part of the text.</summary>
    private string Number(HwpFields fields)
    {
        var look = fields.Number();
        var kind = (AutoNumber)(look & 0xF);
        if (kind is AutoNumber.Page or AutoNumber.Footnote or AutoNumber.Endnote)
        {
            return "";
        }

        var number = _numbers.Next(kind, fields.Word());
        fields.Skip(2);
        return fields.Character() + forms.OfHwp((int)(look >> 4 & 0xFF)).Write(number) + fields.Character();
    }

    /// <summary>The text of a drawn object: its caption, its boxes (those of a group one after another), formulas, text as a picture.</summary>
    private void Object(ParagraphBuilder paragraph, FlowStyle style, int level)
    {
        var (above, inside, below) = (new List<FlowBlock>(), new List<FlowBlock>(), new List<FlowBlock>());
        var drawn = false;
        while (Records.Inside(level))
        {
            var data = Records.Data;
            switch (Records.Tag)
            {
                case HwpTag.ListHeader when !drawn:
                    (Caption.StandsBelow(data) ? below : above).AddRange(Caption.Of(body.List()));
                    continue;
                case HwpTag.ListHeader:
                    inside.AddRange(body.List());
                    continue;
                case HwpTag.Equation:
                    var formula = new HwpFields(data);
                    formula.Skip(4);
                    paragraph.Add(formula.Text().ReplaceLineEndings(" "), style);
                    break;
                case HwpTag.TextArt:
                    var art = new HwpFields(data);
                    art.Skip(32);
                    inside.Add(new FlowParagraph([new FlowSpan(art.Text().ReplaceLineEndings("\n"), style)]));
                    break;
                case HwpTag.FormObject:
                    paragraph.Add(FormText.Find(Encoding.Unicode.GetString(data.Span)), style);
                    break;
            }

            drawn |= Records.Tag == HwpTag.ShapeComponent;
            Records.Move();
        }

        paragraph.Add([.. above, .. inside, .. below]);
    }

    private List<FlowBlock> Lists(int level)
    {
        var blocks = new List<FlowBlock>();
        while (Records.Inside(level))
        {
            if (Records.Tag == HwpTag.ListHeader)
            {
                blocks.AddRange(body.List());
            }
            else
            {
                Records.Move();
            }
        }

        return blocks;
    }
}
