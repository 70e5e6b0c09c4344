using System.Collections.Immutable;
using DocumentFormat.OpenXml.Spreadsheet;
using ReportMiner.Review.Events;

namespace ReportMiner.Review.Excel;

/// <summary>How the cells look. Every text is of the format <c>@</c>: what is typed into it stays as it is typed.</summary>
internal static class SheetStyles
{
    public const uint Text = 0;
    public const uint Head = 1;
    public const uint HeadToFill = 2;
    public const uint Key = 3;
    public const uint ToFill = 4;
    public const uint Number = 5;
    public const uint Share = 6;
    public const uint Title = 7;
    public const uint Section = 8;
    public const uint FirstState = 9;

    // Heads, heads of the columns to fill, the key, the cells to fill.
    private static readonly string[] Grounds = ["1F3864", "C55A11", "EDEDED", "FFFBF2"];

    private const uint TextFormat = 49;
    private const uint WholeFormat = 1;
    private const uint HundredthFormat = 2;

    /// <summary>The states that have a colour, in the order of their styles, and the decisions that lead to them.</summary>
    public static readonly ImmutableArray<(string Name, string Colour, Decision? State, ReviewAction? Action)> Colours =
    [
        ("open", "FFFFFF", null, null),
        ("accepted", "E2F0D9", Decision.Accepted, ReviewAction.Accept),
        ("edited", "DDEBF7", Decision.Edited, ReviewAction.Edit),
        ("added", "E4DFEC", Decision.Added, ReviewAction.Add),
        ("rejected", "E7E6E6", Decision.Rejected, ReviewAction.Reject),
        ("comment", "FFF2CC", null, ReviewAction.Comment),
    ];

    public static uint Of(ReviewColumn column) => column switch
    {
        ReviewColumn.Key => Key,
        ReviewColumn.Page => Number,
        ReviewColumn.Confidence => Share,
        _ => SheetLayout.IsToFill(column) ? ToFill : Text,
    };

    public static Stylesheet Stylesheet()
    {
        Font[] fonts =
        [
            Font(10, "000000"),
            Font(10, "FFFFFF", bold: true),
            Font(8, "808080"),
            Font(16, "1F3864", bold: true),
            Font(11, "1F3864", bold: true),
        ];
        Fill[] fills =
        [
            new(new PatternFill { PatternType = PatternValues.None }),
            new(new PatternFill { PatternType = PatternValues.Gray125 }),
            .. Grounds.Concat(Colours.Select(c => c.Colour)).Select(Solid),
        ];
        Border[] borders =
        [
            new(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
            new(
                new LeftBorder(Grey()) { Style = BorderStyleValues.Thin },
                new RightBorder(Grey()) { Style = BorderStyleValues.Thin },
                new TopBorder(Grey()) { Style = BorderStyleValues.Thin },
                new BottomBorder(Grey()) { Style = BorderStyleValues.Thin },
                new DiagonalBorder()),
        ];
        CellFormat[] formats =
        [
            Format(font: 0, fill: 0, border: 1),
            Format(font: 1, fill: 2, border: 1),
            Format(font: 1, fill: 3, border: 1),
            Format(font: 2, fill: 4, border: 1, wrap: false),
            Format(font: 0, fill: 5, border: 1),
            Format(font: 0, fill: 0, border: 1, number: WholeFormat),
            Format(font: 0, fill: 0, border: 1, number: HundredthFormat),
            Format(font: 3, fill: 0, border: 0),
            Format(font: 4, fill: 0, border: 0),
            .. Colours.Select((_, i) => Format(font: 0, fill: (uint)(2 + Grounds.Length + i), border: 1)),
        ];
        return new Stylesheet(
            new Fonts(fonts) { Count = (uint)fonts.Length },
            new Fills(fills) { Count = (uint)fills.Length },
            new Borders(borders) { Count = (uint)borders.Length },
            new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
            new CellFormats(formats) { Count = (uint)formats.Length },
            new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 },
            new DifferentialFormats(Colours.Select(Shade)) { Count = (uint)Colours.Length });
    }

    private static DifferentialFormat Shade((string Name, string Colour, Decision? State, ReviewAction? Action) of)
    {
        var format = new DifferentialFormat();
        if (of.State == Decision.Rejected)
        {
            format.Append(new Font(new Strike(), new Color { Rgb = "FF7F7F7F" }));
        }

        format.Append(new Fill(new PatternFill(new ForegroundColor { Rgb = "FF" + of.Colour }, new BackgroundColor { Rgb = "FF" + of.Colour }) { PatternType = PatternValues.Solid }));
        return format;
    }

    private static Font Font(double size, string colour, bool bold = false)
    {
        var font = new Font();
        if (bold)
        {
            font.Append(new Bold());
        }

        font.Append(new FontSize { Val = size }, new Color { Rgb = "FF" + colour }, new FontName { Val = "맑은 고딕" }, new FontFamilyNumbering { Val = 2 }, new FontCharSet { Val = 129 });
        return font;
    }

    private static Fill Solid(string colour) =>
        new(new PatternFill(new ForegroundColor { Rgb = "FF" + colour }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid });

    private static Color Grey() => new() { Rgb = "FFD0CECE" };

    private static CellFormat Format(uint font, uint fill, uint border, uint number = TextFormat, bool wrap = true) =>
        new(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = wrap ? true : null })
        {
            NumberFormatId = number,
            FontId = font,
            FillId = fill,
            BorderId = border,
            FormatId = 0,
            ApplyNumberFormat = true,
            ApplyFont = true,
            ApplyFill = true,
            ApplyBorder = true,
            ApplyAlignment = true,
        };
}
