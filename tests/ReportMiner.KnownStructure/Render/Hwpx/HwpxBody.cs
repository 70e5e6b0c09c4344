using System.Globalization;
using System.Security;
using System.Text;
using ReportMiner.KnownStructure.Model;

namespace ReportMiner.KnownStructure.Render.Hwpx;

/// <summary>
/// The section of an HWPX. Ministries type their markers and captions (layout A); the others have Hangul number headings
/// as outline and items as lists, and captions belong to their tables.
/// </summary>
internal sealed class HwpxBody(KnownReport report, HwpxHead head)
{
    private readonly StringBuilder _xml = new();
    private readonly PageStyle _style = report.Style;
    private readonly bool _typed = report.Layout == "A";
    private readonly Dictionary<string, int> _counted = new(StringComparer.Ordinal);
    private int _columns = 1;
    private int _shapes;
    private int _figures;
    private int _footnotes;
    private int _endnotes;
    private bool _opensPage;
    private string _before = "";

    public static string E(string text) => SecurityElement.Escape(text);

    /// <summary>The paragraphs of the section.</summary>
    public string Write()
    {
        _before = Opening();
        foreach (var part in report.Parts)
        {
            Part(part);
        }

        return _xml.ToString();
    }

    private CharLook Heavy(double size) => new(_style.HeadFont, size, Bold: true);

    private CharLook Small => head.Body with { Size = _style.Size * 0.84 };

    private ParaLook Plain => new(_style.Justify ? "JUSTIFY" : "LEFT", After: 6, Lines: (int)Math.Round(_style.LineHeight * 100));

    private int Width => (int)((59528 - (200 * _style.MarginSide) - ((_columns - 1) * 1134)) / _columns);

    private string Suffix => _style.Notes == NoteStyle.Bare ? "" : ")";

    private string NumberFormat =>
        $"type=\"DIGIT\" userChar=\"\" prefixChar=\"\" suffixChar=\"{Suffix}\" supscript=\"{(_style.Notes is NoteStyle.RaisedBracket or NoteStyle.Bare ? 1 : 0)}\"";

    private void Part(Part part)
    {
        switch (part)
        {
            case BoxEdge { Opens: true }:
                Append(OpenParagraph(Plain) + OpenRun(head.Body) + HwpxShape.OpenTable(++_shapes, 1, 1, Width, Lines(true)) + "<hp:tr>" + HwpxShape.OpenCell(false, Lines(true)));
                break;
            case BoxEdge:
                Append(HwpxShape.CloseCell(0, 0, 1, 1, Width) + "</hp:tr></hp:tbl><hp:t/></hp:run></hp:p>");
                break;
            case TitleBlock title:
                Title(title);
                break;
            case Contents contents:
                Contents(contents);
                break;
            case Columns columns:
                _opensPage |= columns.NewPage;
                if (columns.Count != _columns)
                {
                    _columns = columns.Count;
                    _before += $"{OpenRun(head.Body)}{ColumnControl}</hp:run>";
                }

                break;
            case Heading heading:
                Heading(heading);
                break;
            case Item item:
                Item(item.Marker, Runs(item.Text, head.Body), item.Depth, item.Remark);
                break;
            case StarNote star:
                Item(star.Note.Marker, Run(star.Note.Text, Small), _style.ItemIndents.Length, typed: true);
                break;
            case Prose prose:
                Paragraph(Plain with { Hang = -10 }, Runs(prose.Text, head.Body));
                break;
            case TableSpec table:
                Table(table);
                break;
            case Figure figure:
                Figure(figure);
                break;
        }
    }

    private void Append(string xml) => _xml.Append(xml);

    private void Paragraph(ParaLook look, string runs, int style = 0) => Append($"{OpenParagraph(look, style)}{runs}</hp:p>");

    private string OpenParagraph(ParaLook look, int style = 0)
    {
        var (before, page) = (_before, _opensPage ? 1 : 0);
        (_before, _opensPage) = ("", false);
        return $"<hp:p id=\"0\" paraPrIDRef=\"{head.Para(look)}\" styleIDRef=\"{style}\" pageBreak=\"{page}\" columnBreak=\"0\" merged=\"0\">{before}";
    }

    private string OpenRun(CharLook look) => $"<hp:run charPrIDRef=\"{head.Char(look)}\">";

    private string Run(string text, CharLook look) =>
        $"{OpenRun(look)}<hp:t>{E(text).Replace("\n", "<hp:lineBreak/>", StringComparison.Ordinal).Replace("\t", "<hp:tab width=\"4000\" leader=\"3\" type=\"2\"/>", StringComparison.Ordinal)}</hp:t></hp:run>";

    private string Runs(Phrase phrase, CharLook look) => string.Concat(phrase.Runs.Select(r => r switch
    {
        Pointer { Note.Place: NotePlace.UnderBullet } star => Run(star.Printed, look),
        Pointer { First: true } pointer => NoteRun(pointer, look),
        Pointer pointer => Run(pointer.Printed, look with { Raised = _style.Notes != NoteStyle.UnicodeBracket }),
        _ => Run(((Words)r).Text, look),
    }));

    private string NoteRun(Pointer pointer, CharLook look)
    {
        var end = pointer.Note.Place == NotePlace.End;
        var (name, kind, number) = end ? ("endNote", "ENDNOTE", ++_endnotes) : ("footNote", "FOOTNOTE", ++_footnotes);
        var small = head.Body with { Size = _style.NoteSize };
        var paragraph = new ParaLook("JUSTIFY", Left: 12, Hang: 12, Lines: 130);
        var style = end ? HwpxHead.EndnoteStyle : HwpxHead.FootnoteStyle;
        var suffix = Suffix.Length > 0 ? $" suffixChar=\"{(int)Suffix[0]}\"" : "";
        var note = $"<hp:ctrl><hp:{name} number=\"{number}\"{suffix} instId=\"{1000 + _footnotes + _endnotes}\">{HwpxShape.OpenList("TOP")}" +
            $"<hp:p id=\"0\" paraPrIDRef=\"{head.Para(paragraph)}\" styleIDRef=\"{style}\" pageBreak=\"0\" columnBreak=\"0\" merged=\"0\">{OpenRun(small)}<hp:ctrl><hp:autoNum num=\"{number}\" numType=\"{kind}\"><hp:autoNumFormat {NumberFormat}/></hp:autoNum></hp:ctrl><hp:t> {E(pointer.Note.Text)}</hp:t></hp:run></hp:p>" +
            $"</hp:subList></hp:{name}></hp:ctrl>";
        return OpenRun(look) + note + "</hp:run>" + (pointer.Printed[^1] == ',' ? Run(",", look with { Raised = true }) : "");
    }

    private void Heading(Heading heading)
    {
        var size = _style.HeadingSizes[heading.Level - 1];
        var look = Heavy(size);
        if (_style.BoxedChapters && heading.Boxed && heading.Printed.Length > 0)
        {
            ChapterBox(heading, look);
            return;
        }

        var para = new ParaLook("LEFT", Before: 14 - (2 * heading.Level), After: 8 - heading.Level, KeepWithNext: true);
        if (_typed)
        {
            Paragraph(para, Run(heading.Printed.Length > 0 ? heading.Printed + " " : "", look) + Runs(heading.Title, look));
            return;
        }

        var mark = heading.Printed.Length > 0 ? head.Mark(heading.Printed, heading.Level, heading: true) : ParaMark.None;
        Paragraph(para with { Mark = mark }, Runs(heading.Title, look), heading.Level);
    }

    /// <summary>Number and title in cells of a row, a gap between them.</summary>
    private void ChapterBox(Heading heading, CharLook look)
    {
        var cell = new ParaLook("CENTER");
        string Cell(int column, int width, int borders, string runs) =>
            $"{HwpxShape.OpenCell(false, borders)}{CellParagraph(cell, runs)}{HwpxShape.CloseCell(0, column, 1, 1, width)}";
        var table = HwpxShape.OpenTable(++_shapes, 1, 3, Width, Lines(true)) + "<hp:tr>" +
            Cell(0, 4000, head.Border(new BorderLook(true, true, "#223344")), Run(heading.Number!, look with { Color = "#FFFFFF" })) +
            Cell(1, 500, Lines(false), OpenRun(look) + "</hp:run>") +
            Cell(2, Width - 4500, Lines(true), Runs(heading.Title, look)) + "</hp:tr></hp:tbl>";
        Paragraph(Plain with { KeepWithNext = true }, $"{OpenRun(look)}{table}<hp:t/></hp:run>");
    }

    private void Item(string marker, string runs, int depth, bool typed)
    {
        var hang = _style.Hang(marker);
        var look = Plain with { Left = _style.ItemIndents[Math.Min(depth, _style.ItemIndents.Length) - 1] + hang, Hang = hang };
        if (_typed || typed)
        {
            // Typists set items in by spaces.
            Paragraph(look with { Left = hang }, Run(new string(' ', depth) + marker + " ", head.Body) + runs);
        }
        else
        {
            Paragraph(look with { Mark = head.Mark(marker, depth, heading: false) }, runs);
        }
    }

    private void Title(TitleBlock title)
    {
        void Line(string? text, double size, string align)
        {
            if (text is not null)
            {
                Paragraph(new ParaLook(align, After: 8), Run(text, head.Body with { Font = _style.HeadFont, Size = size }));
            }
        }

        Line(title.Series, title.OwnPage ? 13 : 11, title.OwnPage ? "CENTER" : "RIGHT");
        var name = CellParagraph(new ParaLook("CENTER"), Run(title.Title, Heavy(title.OwnPage ? 27 : 22)));
        Paragraph(new ParaLook("CENTER"), $"{OpenRun(head.Body)}{HwpxShape.Box(++_shapes, Width, 8000, name)}<hp:t/></hp:run>");
        Line(title.Subtitle, 13, "CENTER");
        Line(title.Byline, title.OwnPage ? 16 : 11.5, "CENTER");
        _opensPage = title.OwnPage;
    }

    private void Contents(Contents contents)
    {
        Paragraph(new ParaLook("CENTER", After: 12), Run("목 차", Heavy(17)));
        foreach (var entry in contents.Entries)
        {
            Paragraph(new ParaLook("LEFT", Left: (entry.Level - 1) * 14), Run(entry.Text + "\t" + entry.LikelyPage.ToString(CultureInfo.InvariantCulture), head.Body));
        }

        _opensPage = true;
    }

    private void Table(TableSpec table)
    {
        var text = table.Label.Length > 0 ? table.Caption : table.Caption + " >";
        var (open, close) = table.Label.Length > 0 ? ("<", ">") : ("< ", "");
        var right = new ParaLook("RIGHT", KeepWithNext: true);
        var caption = "";
        if (_typed)
        {
            Paragraph(new ParaLook("CENTER", KeepWithNext: true), Run($"{open}{table.Label}{close}{(close.Length > 0 ? " " : "")}{text}", Heavy(_style.Size * 0.94)));
            if (table.UnitLine is not null)
            {
                Paragraph(right, Run(table.UnitLine, Small));
            }
        }
        else
        {
            caption = HwpxShape.Caption("TOP", Width, Caption("TABLE", open, table.Label, close, text) + (table.UnitLine is null ? "" : CellParagraph(right, Run(table.UnitLine, Small))));
        }

        Paragraph(Plain, $"{OpenRun(head.Body)}{Grid(table.WithBrokenHeads(), caption)}<hp:t/></hp:run>");
        Paragraph(Plain, table.Source is null ? OpenRun(head.Body) + "</hp:run>" : Run(table.Source, Small));
    }

    private string Grid(TableSpec table, string caption)
    {
        var (grid, cells) = table.Lay();
        var total = table.Widths.Sum();
        var borders = head.Border(new BorderLook(table.Ruled, table.Ruled && !_style.OpenSides));
        var shaded = table.Ruled && _style.ShadedHeads ? head.Border(new BorderLook(true, !_style.OpenSides, "#DDE4EE")) : borders;
        var xml = new StringBuilder(HwpxShape.OpenTable(++_shapes, grid.Length, grid[0].Length, Width, borders, caption));
        foreach (var row in cells.GroupBy(c => c.Row))
        {
            xml.Append("<hp:tr>");
            foreach (var (_, column, cell) in row)
            {
                var isHead = row.Key < table.HeaderRows;
                var look = new CharLook(_style.HeadFont, _style.Size * 0.86, isHead);
                xml.Append(HwpxShape.OpenCell(isHead, isHead ? shaded : borders));
                xml.Append(CellParagraph(new ParaLook(isHead ? "CENTER" : cell.Number ? "RIGHT" : "LEFT", Lines: 140), cell.Text.Length == 0 ? OpenRun(look) + "</hp:run>" : Run(cell.Text, look)));
                xml.Append(HwpxShape.CloseCell(row.Key, column, cell.RowSpan, cell.ColumnSpan, Width * table.Widths.Skip(column).Take(cell.ColumnSpan).Sum() / total));
            }

            xml.Append("</hp:tr>");
        }

        return xml.Append("</hp:tbl>").ToString();
    }

    private void Figure(Figure figure)
    {
        var caption = HwpxShape.Caption("BOTTOM", Width, Caption("PICTURE", "[", figure.Label, "]", figure.Caption));
        Paragraph(new ParaLook("CENTER"), $"{OpenRun(head.Body)}{HwpxShape.Picture(++_shapes, HwpxRenderer.ImageId(_figures++), figure.Bars.Length * 3000, 8400, caption)}<hp:t/></hp:run>");
        if (figure.Source is not null)
        {
            Paragraph(Plain, Run(figure.Source, Small));
        }
    }

    /// <summary>A caption whose last number Hangul counts.</summary>
    private string Caption(string kind, string open, string label, string close, string text)
    {
        var look = Heavy(_style.Size * 0.94);
        var stem = label.TrimEnd("0123456789".ToCharArray());
        if (stem.Length == label.Length)
        {
            return CellParagraph(new ParaLook("CENTER"), Run(open + label + text, look), HwpxHead.CaptionStyle);
        }

        var number = int.Parse(label[stem.Length..], CultureInfo.InvariantCulture);
        var anew = number == _counted.GetValueOrDefault(kind) + 1 ? "" : $"<hp:ctrl><hp:newNum num=\"{number}\" numType=\"{kind}\"/></hp:ctrl>";
        _counted[kind] = number;
        return CellParagraph(new ParaLook("CENTER"), $"{OpenRun(look)}<hp:t>{E(open + stem)}</hp:t>{anew}<hp:ctrl><hp:autoNum num=\"{number}\" numType=\"{kind}\"><hp:autoNumFormat type=\"DIGIT\" userChar=\"\" prefixChar=\"\" suffixChar=\"\" supscript=\"0\"/></hp:autoNum></hp:ctrl><hp:t>{E($"{close} {text}")}</hp:t></hp:run>", HwpxHead.CaptionStyle);
    }

    /// <summary>A paragraph beside the text: in a cell, a box, a caption.</summary>
    private string CellParagraph(ParaLook look, string runs, int style = 0) =>
        $"<hp:p id=\"0\" paraPrIDRef=\"{head.Para(look)}\" styleIDRef=\"{style}\" pageBreak=\"0\" columnBreak=\"0\" merged=\"0\">{runs}</hp:p>";

    private int Lines(bool drawn) => head.Border(new BorderLook(drawn, drawn));

    private string ColumnControl => $"<hp:ctrl><hp:colPr id=\"\" type=\"NEWSPAPER\" layout=\"LEFT\" colCount=\"{_columns}\" sameSz=\"1\" sameGap=\"{(_columns == 1 ? 0 : 1134)}\"/></hp:ctrl>";

    /// <summary>What the first paragraph of a section begins with: its shape, columns, running heads, page numbers.</summary>
    private string Opening()
    {
        static string Margin(double points) => ((int)(points * 100)).ToString(CultureInfo.InvariantCulture);
        var shape = DataFile.Read("hwpx-section.xml").Replace("\n", "", StringComparison.Ordinal)
            .Replace("@number@", NumberFormat, StringComparison.Ordinal)
            .Replace("@cover@", report.Parts.OfType<TitleBlock>().Any(t => t.OwnPage) ? "1" : "0", StringComparison.Ordinal)
            .Replace("@side@", Margin(_style.MarginSide), StringComparison.Ordinal)
            .Replace("@top@", Margin(_style.MarginTop - 28), StringComparison.Ordinal)
            .Replace("@bottom@", Margin(_style.MarginBottom - 28), StringComparison.Ordinal);
        var heads = report.EvenHead is null
            ? RunningHead(1, "BOTH", report.RunningHead)
            : RunningHead(1, "ODD", report.RunningHead) + RunningHead(2, "EVEN", report.EvenHead);
        var side = _style.NumberFormat == "{0}" ? "" : "-";
        return $"{OpenRun(head.Body)}{shape}{ColumnControl}</hp:run>{OpenRun(head.Body)}{heads}<hp:ctrl><hp:pageNum pos=\"BOTTOM_CENTER\" formatType=\"DIGIT\" sideChar=\"{side}\"/></hp:ctrl></hp:run>";
    }

    private string RunningHead(int number, string pages, string words)
    {
        var name = _style.HeadAtTop ? "header" : "footer";
        var look = new CharLook(_style.HeadFont, 8.5);
        return $"<hp:ctrl><hp:{name} id=\"{number}\" applyPageType=\"{pages}\">{HwpxShape.OpenList("TOP")}{CellParagraph(new ParaLook("LEFT"), Run(words, look))}</hp:subList></hp:{name}></hp:ctrl>";
    }
}
