using System.Text;
using ReportMiner.Documents;
using ReportMiner.Read.Flow;

namespace ReportMiner.Read.Hwp;

/// <summary>
/// Reads the sections of a document: paragraphs, whose characters point to the controls that follow them. Changes that
/// are tracked stand in the text as they are: the format's description does not say what marks a deleted stretch.
/// </summary>
internal sealed class BodyReader
{
    /// <summary>A character that stands for a control takes the room of so many.</summary>
    private const int ControlWidth = 8;

    /// <summary>A paragraph takes at least this much memory, however short it is written.</summary>
    private const int ParagraphWeight = 256;

    /// <summary>Breaks before a paragraph: of a section, of a page.</summary>
    private const int PageBreaks = 1 | 4;

    private readonly HwpDocInfo _info;
    private readonly ReadBudget _budget;
    private readonly ControlReader _controls;
    private readonly ListNumbers _numbers = new();

    public BodyReader(HwpDocInfo info, NumberForms forms, ReadBudget budget)
    {
        _info = info;
        _budget = budget;
        _controls = new ControlReader(this, info, forms);
        Records = null!;
    }

    public List<FlowBlock> Blocks { get; } = [];

    public List<FlowAside> Asides { get; } = [];

    /// <summary>The section's records; the current one is to be read next.</summary>
    public HwpRecords Records { get; private set; }

    public void ReadSection(HwpRecords records)
    {
        Records = records;
        while (!Records.AtEnd)
        {
            if (Records.Tag == HwpTag.ParaHeader)
            {
                Blocks.AddRange(Paragraph());
            }
            else
            {
                Records.Move();
            }
        }
    }

    /// <summary>Reads the paragraphs behind the header of a list, which is the current record.</summary>
    public List<FlowBlock> List()
    {
        _budget.Enter();
        var level = Records.Level;
        var stated = new HwpFields(Records.Data).Word();
        var blocks = new List<FlowBlock>();
        Records.Move();
        var read = 0;
        for (; !Records.AtEnd && Records.Level >= level && Records.Tag == HwpTag.ParaHeader; read++)
        {
            blocks.AddRange(Paragraph());
        }

        _budget.Leave();
        return read < stated ? throw new UnreadableException(ReadFailures.Damaged) : blocks;
    }

    /// <summary>Reads every list that belongs to a record of a level, as something that is not part of the text.</summary>
    public void Aside(RemovalReason reason, int level)
    {
        while (Records.Inside(level))
        {
            if (Records.Tag == HwpTag.ListHeader)
            {
                Asides.Add(new FlowAside(reason, string.Join('\n', FlowText.Of(List()))));
            }
            else
            {
                Records.Move();
            }
        }
    }

    private IEnumerable<FlowBlock> Paragraph()
    {
        _budget.Unpack(ParagraphWeight);
        var level = Records.Level;
        var header = new HwpFields(Records.Data);
        var length = (int)(header.Number() & 0x7FFFFFFF);
        header.Skip(4);
        var shape = _info.ParaShape(header.Word());
        header.Skip(1);
        var paragraph = new ParagraphBuilder { OpensPage = shape.OpensPage || (header.Byte() & PageBreaks) != 0 };
        var (text, styles) = (ReadOnlyMemory<byte>.Empty, ReadOnlyMemory<byte>.Empty);
        for (Records.Move(); Records.Inside(level) && Records.Tag is not (HwpTag.CtrlHeader or HwpTag.ListHeader or HwpTag.MemoList); Records.Move())
        {
            text = Records.Tag == HwpTag.ParaText ? Records.Data : text;
            styles = Records.Tag == HwpTag.ParaCharShape ? Records.Data : styles;
        }

        // A paragraph that is nothing but its end has no characters of its own.
        if (text.Length != 2L * length && (length > 1 || !text.IsEmpty))
        {
            throw new UnreadableException(ReadFailures.Damaged);
        }

        _controls.Announce(Records, level);
        SetHead(paragraph, shape);
        Characters(paragraph, Encoding.Unicode.GetString(text.Span), new StyleRuns(styles, _info), level);
        Rest(paragraph, level);
        return paragraph.Build();
    }

    private void SetHead(ParagraphBuilder paragraph, HwpParaShape shape)
    {
        switch (shape.Head)
        {
            case HwpHead.Outline:
                paragraph.Kind = FlowKind.Heading;
                paragraph.Level = shape.Level + 1;
                paragraph.ListMark = Number("outline", _controls.OutlineNumbering, shape.Level);
                break;
            case HwpHead.Number:
                paragraph.ListMark = Number("list", shape.List, shape.Level);
                break;
            case HwpHead.Bullet:
                paragraph.ListMark = _info.Bullet(shape.List);
                break;
            default:
                break;
        }
    }

    private string Number(string use, int numbering, int level) => _numbers.Next(new ListDefinition($"{use} {numbering}", _info.Numbering(numbering)), level);

    private void Characters(ParagraphBuilder paragraph, string text, StyleRuns styles, int level)
    {
        for (var at = 0; at < text.Length;)
        {
            var style = styles.At(at, out var end);
            var plain = at;
            while (plain < text.Length && plain < end && text[plain] >= ' ')
            {
                plain++;
            }

            paragraph.Add(text[at..plain], style);
            at = plain;
            if (at < text.Length && text[at] < ' ')
            {
                at += Control(paragraph, text[at], style, level);
            }
        }
    }

    /// <returns>How many characters it takes.</returns>
    private int Control(ParagraphBuilder paragraph, char code, FlowStyle style, int level)
    {
        switch ((int)code)
        {
            case 10:
                paragraph.Add("\n", style);
                return 1;
            case 24:
                paragraph.Add("-", style);
                return 1;
            case 30 or 31:
                paragraph.Add(" ", style);
                return 1;
            case 0 or 13 or (>= 25 and <= 29):
                return 1;
            case 9:
                paragraph.Add("\t", style);
                return ControlWidth;
            case (>= 4 and <= 8) or 19 or 20:
                return ControlWidth;
            default:
                if (Records.Inside(level) && Records.Tag == HwpTag.CtrlHeader)
                {
                    _controls.Read(paragraph, style);
                }

                return ControlWidth;
        }
    }

    /// <summary>What belongs to a paragraph and to no character of it: at the end of a section, its last pages' background and the memos.</summary>
    private void Rest(ParagraphBuilder paragraph, int level)
    {
        var reason = RemovalReason.RunningHead;
        while (Records.Inside(level))
        {
            switch (Records.Tag)
            {
                case HwpTag.CtrlHeader:
                    _controls.Read(paragraph, _info.Style(uint.MaxValue));
                    break;
                case HwpTag.ListHeader:
                    Asides.Add(new FlowAside(reason, string.Join('\n', FlowText.Of(List()))));
                    break;
                default:
                    reason = Records.Tag == HwpTag.MemoList ? RemovalReason.Memo : reason;
                    Records.Move();
                    break;
            }
        }
    }

    /// <summary>The styles of a paragraph's characters, from where each begins.</summary>
    private ref struct StyleRuns(ReadOnlyMemory<byte> runs, HwpDocInfo info)
    {
        private HwpFields _runs = new(runs);
        private FlowStyle _style = info.Style(uint.MaxValue);
        private long _next = -1;
        private FlowStyle? _nextStyle;

        /// <param name="end">Where the next style begins.</param>
        public FlowStyle At(int position, out long end)
        {
            while (_next <= position)
            {
                _style = _nextStyle ?? _style;
                var more = _runs.Left > 0;
                _next = more ? _runs.Number() : long.MaxValue;
                _nextStyle = more ? info.Style(_runs.Number()) : null;
            }

            end = _next;
            return _style;
        }
    }
}
