using System.Collections.Immutable;
using ReportMiner.Read.Flow;

namespace ReportMiner.Read.Hwp;

/// <summary>What stands before a paragraph.</summary>
internal enum HwpHead
{
    None,
    Outline,
    Number,
    Bullet,
}

/// <summary>How paragraphs are set.</summary>
/// <param name="Level">Level of the outline or list, from 0.</param>
/// <param name="List">Number of the numbering or bullet, from 1.</param>
/// <param name="OpensPage">Whether each begins a page.</param>
internal sealed record HwpParaShape(HwpHead Head, int Level, int List, bool OpensPage)
{
    public static HwpParaShape Plain { get; } = new(HwpHead.None, 0, 0, false);
}

/// <summary>
/// What the stream <c>DocInfo</c> says: what the text refers to by number. A number that is not there stands for the
/// plain one, as in Hangul.
/// </summary>
internal sealed class HwpDocInfo
{
    /// <summary>Levels of a numbering; later versions have three more.</summary>
    private const int Levels = 7;
    private const int MoreLevels = 3;
    private const uint NoColor = 0xFFFFFFFF;
    private const uint White = 0x00FFFFFF;

    private static readonly FlowStyle PlainStyle = new(null, 10, Bold: false, Raised: false, null);

    private readonly List<string> _faces = [];
    private readonly List<bool> _shaded = [];
    private readonly List<FlowStyle> _styles = [];
    private readonly List<ImmutableArray<ListLevel>> _numberings = [];
    private readonly List<string> _bullets = [];
    private readonly List<HwpParaShape> _paraShapes = [];
    private readonly NumberForms _forms;

    public HwpDocInfo(HwpRecords records, NumberForms forms)
    {
        _forms = forms;
        for (; !records.AtEnd; records.Move())
        {
            Read(records.Tag, new HwpFields(records.Data));
        }
    }

    public int Sections { get; private set; }

    public FlowStyle Style(uint number) => number < _styles.Count ? _styles[(int)number] : PlainStyle;

    public HwpParaShape ParaShape(int number) => number < _paraShapes.Count ? _paraShapes[number] : HwpParaShape.Plain;

    /// <summary>Whether a border and filling (from 1) has a colour other than white.</summary>
    public bool IsShaded(int number) => number > 0 && number <= _shaded.Count && _shaded[number - 1];

    /// <summary>The levels of a numbering (from 1).</summary>
    public ImmutableArray<ListLevel> Numbering(int number) => number > 0 && number <= _numberings.Count ? _numberings[number - 1] : [];

    /// <summary>The sign of a bullet (from 1), or null.</summary>
    public string? Bullet(int number) => number > 0 && number <= _bullets.Count ? _bullets[number - 1] : null;

    private void Read(HwpTag tag, HwpFields fields)
    {
        switch (tag)
        {
            case HwpTag.DocumentProperties:
                Sections = fields.Word();
                break;
            case HwpTag.FaceName:
                // Those of Hangul letters come first, and characters name theirs by its place among them.
                fields.Skip(1);
                _faces.Add(fields.Text());
                break;
            case HwpTag.BorderFill:
                _shaded.Add(Shaded(fields));
                break;
            case HwpTag.CharShape:
                _styles.Add(CharShape(fields));
                break;
            case HwpTag.Numbering:
                _numberings.Add(Numbering(fields));
                break;
            case HwpTag.Bullet:
                fields.Skip(12);
                _bullets.Add(fields.Character() is { Length: > 0 } sign and not "\uFFFF" ? sign : "•");
                break;
            case HwpTag.ParaShape:
                _paraShapes.Add(ParaShape(fields));
                break;
            default:
                break;
        }
    }

    private static bool Shaded(HwpFields fields)
    {
        fields.Skip(32);
        var kind = fields.Left > 0 ? fields.Number() : 0;
        return (kind & 1) != 0 ? fields.Number() is var color && color != NoColor && (color & White) != White : (kind & 4) != 0;
    }

    private FlowStyle CharShape(HwpFields fields)
    {
        var face = fields.Word();
        fields.Skip(40);
        var size = fields.Number() / 100.0;
        var look = fields.Number();
        fields.Skip(2);
        var color = fields.Number();
        return new FlowStyle(
            face < _faces.Count ? _faces[face] : null,
            size,
            (look & 1 << 1) != 0,
            (look & 1 << 15) != 0,
            color is 0 or NoColor ? null : $"#{color & 0xFF:x2}{color >> 8 & 0xFF:x2}{color >> 16 & 0xFF:x2}");
    }

    private ImmutableArray<ListLevel> Numbering(HwpFields fields)
    {
        var levels = new List<(string Format, int Form)>();
        void Level(ref HwpFields at)
        {
            var form = (int)(at.Number() >> 5 & 0xF);
            at.Skip(8);
            levels.Add((at.Text(), form));
        }

        for (var i = 0; i < Levels; i++)
        {
            Level(ref fields);
        }

        var start = fields.Word();
        var starts = new List<int>();
        while (starts.Count < Levels && fields.Left > 0)
        {
            starts.Add((int)fields.Number());
        }

        for (var i = 0; i < MoreLevels && fields.Left > 0; i++)
        {
            Level(ref fields);
        }

        while (starts.Count < levels.Count && fields.Left > 0)
        {
            starts.Add((int)fields.Number());
        }

        return [.. levels.Select((l, i) => new ListLevel(ListNumbers.FromHangul(l.Format, i), _forms.OfHwp(l.Form), i < starts.Count ? starts[i] : i == 0 && start > 0 ? start : 1))];
    }

    private static HwpParaShape ParaShape(HwpFields fields)
    {
        var look = fields.Number();
        fields.Skip(26);
        var list = fields.Word();
        var level = (int)(look >> 25 & 7);
        if (fields.Left >= 26 && level == Levels - 1)
        {
            // Three bits are too few for the levels of later versions, which state it once more.
            fields.Skip(22);
            level = fields.Number() is var stated and < Levels + MoreLevels ? Math.Max(level, (int)stated) : level;
        }

        return new HwpParaShape((HwpHead)(look >> 23 & 3), level, list, (look & 1 << 19) != 0);
    }
}
