using System.Globalization;
using System.Text;
using ReportMiner.KnownStructure.Model;

namespace ReportMiner.KnownStructure.Render.Docx;

/// <summary>Tables of a DOCX: gridSpan, vMerge, head rows that repeat on the next page.</summary>
internal static class DocxTable
{
    /// <summary>What closes <see cref="OpenBox"/>.</summary>
    public const string CloseBox = "</w:tc></w:tr></w:tbl><w:p/>";

    public static string Write(TableSpec table, PageStyle style, int width)
    {
        var total = table.Widths.Sum();
        var widths = table.Widths.Select(w => width * w / total).ToArray();
        var xml = new StringBuilder($"<w:tbl><w:tblPr><w:tblW w:w=\"{width}\" w:type=\"dxa\"/>{Borders(table.Ruled, style.OpenSides)}<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
        foreach (var column in widths)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<w:gridCol w:w=\"{column}\"/>");
        }

        xml.Append("</w:tblGrid>");
        var (_, cells) = table.Lay();
        for (var row = 0; row < table.Rows.Length; row++)
        {
            var head = row < table.HeaderRows;
            xml.Append("<w:tr><w:trPr><w:cantSplit/>").Append(head ? "<w:tblHeader/>" : "").Append("</w:trPr>");
            for (var column = 0; column < widths.Length;)
            {
                var (top, left, cell) = cells.First(c => c.Row <= row && row < c.Row + c.Cell.RowSpan && c.Column <= column && column < c.Column + c.Cell.ColumnSpan);
                xml.Append(CultureInfo.InvariantCulture, $"<w:tc><w:tcPr><w:tcW w:w=\"{widths.Skip(left).Take(cell.ColumnSpan).Sum()}\" w:type=\"dxa\"/>");
                xml.Append(cell.ColumnSpan > 1 ? $"<w:gridSpan w:val=\"{cell.ColumnSpan}\"/>" : "");
                xml.Append(cell.RowSpan == 1 ? "" : top == row ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>");
                xml.Append(head && style.ShadedHeads && table.Ruled ? "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"DDE4EE\"/>" : "").Append("<w:vAlign w:val=\"center\"/></w:tcPr>");
                xml.Append(Cell(top == row ? cell.Text : "", head ? "center" : cell.Number ? "right" : "left", head, style)).Append("</w:tc>");
                column += cell.ColumnSpan;
            }

            xml.Append("</w:tr>");
        }

        return xml.Append("</w:tbl>").ToString();
    }

    /// <summary>A box round paragraphs: a table of one cell, as word processors of Korea draw it.</summary>
    public static string OpenBox(int width) =>
        $"<w:tbl><w:tblPr><w:tblW w:w=\"{width}\" w:type=\"dxa\"/>{Borders(true, false)}<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"{width}\"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>";

    /// <summary>A chapter's number and title in two cells.</summary>
    public static string TitleBox(string number, string unnumbered, string runs, PageStyle style, int width)
    {
        var look = $"<w:rPr>{DocxBody.Fonts(style.HeadFont)}<w:b/><w:color w:val=\"FFFFFF\"/><w:sz w:val=\"{DocxBody.Half(style.HeadingSizes[0])}\"/></w:rPr>";
        return $"<w:tbl><w:tblPr><w:tblW w:w=\"{width}\" w:type=\"dxa\"/>{Borders(true, false)}<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"800\"/><w:gridCol w:w=\"{width - 800}\"/></w:tblGrid><w:tr>" +
            $"<w:tc><w:tcPr><w:tcW w:w=\"800\" w:type=\"dxa\"/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"223344\"/></w:tcPr><w:p><w:pPr><w:keepNext/><w:jc w:val=\"center\"/></w:pPr><w:r>{look}<w:t>{number}</w:t></w:r></w:p></w:tc>" +
            $"<w:tc><w:tcPr><w:tcW w:w=\"{width - 800}\" w:type=\"dxa\"/></w:tcPr><w:p><w:pPr><w:pStyle w:val=\"Heading1\"/>{unnumbered}<w:spacing w:before=\"0\" w:after=\"0\"/></w:pPr>{runs}</w:p></w:tc></w:tr></w:tbl>";
    }

    private static string Cell(string text, string align, bool bold, PageStyle style) =>
        $"<w:p><w:pPr><w:spacing w:line=\"{DocxBody.Twips(style.Size * 0.86 * 1.4)}\" w:lineRule=\"atLeast\"/><w:jc w:val=\"{align}\"/></w:pPr>" +
        (text.Length == 0 ? "" : $"<w:r><w:rPr>{DocxBody.Fonts(style.HeadFont)}{(bold ? "<w:b/>" : "")}<w:sz w:val=\"{DocxBody.Half(style.Size * 0.86)}\"/></w:rPr>{string.Join("<w:br/>", text.Split('\n').Select(l => $"<w:t xml:space=\"preserve\">{DocxBody.E(l)}</w:t>"))}</w:r>") + "</w:p>";

    private static string Borders(bool ruled, bool open)
    {
        string Side(string name, bool drawn) => $"<w:{name} w:val=\"{(drawn ? "single" : "nil")}\" w:sz=\"4\" w:space=\"0\" w:color=\"333333\"/>";
        return "<w:tblBorders>" + Side("top", ruled) + Side("left", ruled && !open) + Side("bottom", ruled) + Side("right", ruled && !open) + Side("insideH", ruled) + Side("insideV", ruled) + "</w:tblBorders>";
    }
}
