using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ReportMiner.Review.Word;

/// <summary>A column: its heading, its share of the width, and whether it holds numbers.</summary>
internal sealed record WordColumn(string Head, int Share, bool Number = false);

/// <summary>A table as wide as the text, its head row repeated on every page, no row broken over pages.</summary>
internal sealed class WordTable
{
    /// <summary>Width of the text on A4 in twentieths of a point.</summary>
    public const int TextWidth = 9638;

    private readonly ImmutableArray<WordColumn> _columns;
    private readonly int[] _widths;

    /// <param name="description">What the table holds, for those who do not see it.</param>
    public WordTable(string description, params ImmutableArray<WordColumn> columns)
    {
        _columns = columns;
        var shares = columns.Sum(c => c.Share);
        _widths = [.. columns.Select(c => TextWidth * c.Share / shares)];
        _widths[^1] += TextWidth - _widths.Sum();
        Element = new Table(
            new TableProperties(
                new TableStyle { Val = "ReviewTable" },
                new TableWidth { Width = Text(TextWidth), Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableLook { Val = "0020", FirstRow = true, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true },
                new TableCaption { Val = description }),
            new TableGrid(_widths.Select(w => new GridColumn { Width = Text(w) })));
        Element.Append(new TableRow(
            [
                new TableRowProperties(new CantSplit(), new TableHeader()),
                .. columns.Select((c, i) => Cell(_widths[i], 1, [WordText.Paragraph("TableHead", c.Head)])),
            ]));
    }

    public Table Element { get; }

    /// <summary>How many rows there are under the head.</summary>
    public int Rows { get; private set; }

    /// <summary>A row of cells of one paragraph.</summary>
    public void Row(params ImmutableArray<IEnumerable<OpenXmlElement>> cells) => Row(keepWithNext: false, [.. cells.Select(c => ImmutableArray.Create(c))]);

    /// <summary>A row of cells of several paragraphs each, the first in larger print.</summary>
    public void Row(bool keepWithNext, ImmutableArray<ImmutableArray<IEnumerable<OpenXmlElement>>> cells)
    {
        Rows++;
        Element.Append(new TableRow(
            [
                new TableRowProperties(new CantSplit()),
                .. cells.Select((paragraphs, i) => Cell(_widths[i], 1, paragraphs.Select((p, line) =>
                {
                    var paragraph = WordText.Paragraph(line > 0 ? "TableNote" : _columns[i].Number ? "TableNumber" : "TableText", p);
                    if (keepWithNext)
                    {
                        paragraph.ParagraphProperties!.KeepNext = new KeepNext();
                    }

                    return paragraph;
                }))),
            ]));
    }

    /// <summary>A row of plain texts.</summary>
    public void Texts(params ImmutableArray<string?> cells) => Row([.. cells.Select(c => (IEnumerable<OpenXmlElement>)[WordText.Run(c)])]);

    /// <summary>A remark across all columns under the last row.</summary>
    public void Note(string text) => Element.Append(new TableRow(
        new TableRowProperties(new CantSplit()),
        Cell(TextWidth, _columns.Length, [WordText.Paragraph("TableNote", text)])));

    private static TableCell Cell(int width, int span, IEnumerable<OpenXmlElement> content)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = Text(width), Type = TableWidthUnitValues.Dxa });
        if (span > 1)
        {
            properties.Append(new GridSpan { Val = span });
        }

        return new TableCell([properties, .. content]);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
