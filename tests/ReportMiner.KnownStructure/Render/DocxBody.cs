using System.Globalization;
using System.Security;
using System.Text;
using ReportMiner.KnownStructure.Model;

namespace ReportMiner.KnownStructure.Render;

/// <summary>The body and the footnotes of a DOCX.</summary>
internal sealed class DocxBody(KnownReport report)
{
    private const int HangPerSign = 170;

    private readonly StringBuilder _body = new();
    private readonly List<Note> _notes = [];
    private readonly PageStyle _style = report.Style;
    private int _headings;
    private int _figures;
    private int _columns = 1;
    private bool _nextPage = true;
    private bool _opened;

    public static string E(string text) => SecurityElement.Escape(text);

    public static string Fonts(string font) => $"<w:rFonts w:ascii=\"{font}\" w:hAnsi=\"{font}\" w:eastAsia=\"{font}\" w:cs=\"{font}\"/>";

    public static string Half(double points) => Math.Round(points * 2).ToString(CultureInfo.InvariantCulture);

    public static string ImageId(int figure) => "rFigure" + figure.ToString(CultureInfo.InvariantCulture);

    public static int Twips(double points) => (int)Math.Round(points * 20);

    public string Document()
    {
        foreach (var part in report.Parts)
        {
            Part(part);
        }

        return $"<w:body>{_body}{Section()}</w:body>";
    }

    /// <summary>The notes the body pointed to; read after <see cref="Document"/>.</summary>
    public string Footnotes()
    {
        var xml = new StringBuilder("<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>");
        for (var i = 0; i < _notes.Count; i++)
        {
            var size = $"<w:sz w:val=\"{Half(_style.NoteSize)}\"/>";
            var raised = _style.Notes is NoteStyle.RaisedBracket or NoteStyle.Bare ? "<w:vertAlign w:val=\"superscript\"/>" : "<w:vertAlign w:val=\"baseline\"/>";
            var mark = $"<w:r><w:rPr>{size}{raised}</w:rPr><w:footnoteRef/></w:r>" + (_style.Notes is NoteStyle.Bare or NoteStyle.UnicodeBracket ? "" : $"<w:r><w:rPr>{size}{raised}</w:rPr><w:t>)</w:t></w:r>");
            xml.Append(CultureInfo.InvariantCulture, $"<w:footnote w:id=\"{i + 1}\"><w:p><w:pPr><w:spacing w:line=\"{Twips(_style.NoteSize * 1.4)}\" w:lineRule=\"exact\"/><w:ind w:left=\"240\" w:hanging=\"240\"/></w:pPr>{mark}<w:r><w:rPr>{size}</w:rPr><w:t xml:space=\"preserve\"> {E(_notes[i].Text)}</w:t></w:r></w:p></w:footnote>");
        }

        return xml.ToString();
    }

    private void Part(Part part)
    {
        switch (part)
        {
            case BoxEdge edge:
                _body.Append(edge.Opens ? DocxTable.OpenBox(ColumnWidth) : DocxTable.CloseBox);
                break;
            case TitleBlock title:
                Title(title);
                break;
            case Contents contents:
                Contents(contents);
                break;
            case Columns columns:
                if (columns.Count != _columns)
                {
                    _body.Append("<w:p><w:pPr>").Append(Section()).Append("</w:pPr></w:p>");
                    _columns = columns.Count;
                    _nextPage = columns.NewPage;
                }

                break;
            case Heading heading:
                Heading(heading);
                break;
            case Item item:
                Item(item.Marker, Runs(item.Text), item.Depth, 0);
                break;
            case StarNote star:
                Item(star.Note.Marker, Run(star.Note.Text, $"<w:sz w:val=\"{Half(_style.Size * 0.88)}\"/>"), _style.ItemIndents.Length, -1);
                break;
            case Prose prose:
                Paragraph($"<w:ind w:firstLine=\"200\"/>{Alignment}", Runs(prose.Text), 120);
                break;
            case Endnotes endnotes:
                foreach (var note in endnotes.Notes)
                {
                    var raised = _style.Notes is NoteStyle.RaisedBracket or NoteStyle.Bare ? "<w:vertAlign w:val=\"superscript\"/>" : "";
                    Paragraph("<w:ind w:left=\"240\" w:hanging=\"240\"/>", Run(KnownReport.Printed(note.Marker, _style.Notes), Small + raised) + Run(" " + note.Text, Small), 20);
                }

                break;
            case TableSpec table:
                Caption(table.Label.Length > 0 ? $"<{table.Label}> {table.Caption}" : $"< {table.Caption} >");
                if (table.UnitLine is not null)
                {
                    Paragraph("<w:keepNext/><w:jc w:val=\"right\"/>", Run(table.UnitLine, Small), 20);
                }

                _body.Append(DocxTable.Write(table, _style, ColumnWidth));
                Paragraph("", table.Source is null ? "" : Run(table.Source, Small), 120);
                break;
            case Figure figure:
                Caption($"[{figure.Label}] {figure.Caption}");
                _body.Append(CultureInfo.InvariantCulture, $"<w:p><w:pPr>{(figure.Source is null ? "" : "<w:keepNext/>")}<w:jc w:val=\"center\"/></w:pPr><w:r>{BarPicture.Drawing(ImageId(_figures), _figures++, figure.Bars.Length)}</w:r></w:p>");
                if (figure.Source is not null)
                {
                    Paragraph("", Run(figure.Source, Small), 120);
                }

                break;
        }
    }

    private string Small => $"<w:sz w:val=\"{Half(_style.Size * 0.84)}\"/>";

    private string Alignment => $"<w:jc w:val=\"{(_style.Justify ? "both" : "left")}\"/>";

    private int ColumnWidth => (Twips(595 - (2 * _style.MarginSide)) - (_columns == 2 ? 440 : 0)) / _columns;

    // pPr wants its children in order: keepNext, wordWrap, spacing, ind, jc.
    private void Paragraph(string properties, string runs, int after)
    {
        var wrap = (_style.KeepWords ? "" : "<w:wordWrap w:val=\"0\"/>") + "<w:autoSpaceDE w:val=\"0\"/><w:autoSpaceDN w:val=\"0\"/>";
        var keep = properties.StartsWith("<w:keepNext/>", StringComparison.Ordinal) ? "<w:keepNext/>" : "";
        _body.Append(CultureInfo.InvariantCulture, $"<w:p><w:pPr>{keep}{wrap}<w:spacing w:after=\"{after}\" w:line=\"{Twips(_style.Size * _style.LineHeight)}\" w:lineRule=\"atLeast\"/>{properties[keep.Length..]}</w:pPr>{runs}</w:p>");
    }

    private void Caption(string text) =>
        Paragraph("<w:keepNext/><w:jc w:val=\"center\"/>", Run(text, $"{Fonts(_style.HeadFont)}<w:b/><w:sz w:val=\"{Half(_style.Size * 0.94)}\"/>"), 40);

    private void Item(string marker, string runs, int depth, int smaller)
    {
        var hang = 100 + (HangPerSign * marker.Length);
        var left = Twips(_style.ItemIndents[Math.Min(depth, _style.ItemIndents.Length) - 1]) + hang;
        var look = smaller < 0 ? $"<w:sz w:val=\"{Half(_style.Size * 0.88)}\"/>" : "";
        Paragraph($"<w:ind w:left=\"{left}\" w:hanging=\"{hang}\"/>{Alignment}", Run(marker, look) + "<w:r><w:tab/></w:r>" + runs, 60);
    }

    private void Heading(Heading heading)
    {
        var mark = $"<w:bookmarkStart w:id=\"{_headings}\" w:name=\"_Toc{_headings}\"/>";
        var end = $"<w:bookmarkEnd w:id=\"{_headings}\"/>";
        _headings++;
        if (_style.BoxedChapters && heading.Boxed && heading.Printed.Length > 0)
        {
            _body.Append(DocxTable.TitleBox(heading.Number!, mark + Runs(heading.Title) + end, _style, ColumnWidth));
            Paragraph("<w:keepNext/>", "", 0);
            return;
        }

        var number = heading.Printed.Length > 0 ? Run(heading.Printed + " ", "") : "";
        _body.Append(CultureInfo.InvariantCulture, $"<w:p><w:pPr><w:pStyle w:val=\"Heading{heading.Level}\"/></w:pPr>{mark}{number}{Runs(heading.Title)}{end}</w:p>");
    }

    private void Title(TitleBlock title)
    {
        void Line(string? text, double size, string align, double before, bool bold = false)
        {
            if (text is not null)
            {
                _body.Append(CultureInfo.InvariantCulture, $"<w:p><w:pPr><w:spacing w:before=\"{Twips(before)}\" w:after=\"160\"/><w:jc w:val=\"{align}\"/></w:pPr>{Run(text, $"{Fonts(_style.HeadFont)}{(bold ? "<w:b/>" : "")}<w:sz w:val=\"{Half(size)}\"/>")}</w:p>");
            }
        }

        Line(title.Series, title.OwnPage ? 13 : 11, title.OwnPage ? "center" : "right", title.OwnPage ? 50 : 0);
        Line(title.Title, title.OwnPage ? 27 : 22, "center", title.OwnPage ? 110 : 8, true);
        Line(title.Subtitle, 13, "center", 0);
        Line(title.Byline, title.OwnPage ? 16 : 11.5, "center", title.OwnPage ? 240 : 0);
        if (title.OwnPage)
        {
            _body.Append("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>");
        }
    }

    private void Contents(Contents contents)
    {
        _body.Append(CultureInfo.InvariantCulture, $"<w:p><w:pPr><w:spacing w:after=\"240\"/><w:jc w:val=\"center\"/></w:pPr>{Run("목 차", $"{Fonts(_style.HeadFont)}<w:b/><w:sz w:val=\"34\"/>")}</w:p>");
        foreach (var entry in contents.Entries)
        {
            _body.Append(CultureInfo.InvariantCulture, $"<w:p><w:pPr><w:tabs><w:tab w:val=\"right\" w:leader=\"middleDot\" w:pos=\"{ColumnWidth}\"/></w:tabs><w:spacing w:after=\"80\"/><w:ind w:left=\"{(entry.Level - 1) * 280}\"/></w:pPr>{Run(entry.Text, "")}<w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGEREF _Toc{entry.Heading} \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>");
        }

        _body.Append("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>");
    }

    private string Section()
    {
        var references = _opened ? "" : "<w:headerReference w:type=\"default\" r:id=\"rHeader\"/><w:footerReference w:type=\"default\" r:id=\"rFooter\"/><w:headerReference w:type=\"even\" r:id=\"rEvenHeader\"/><w:footerReference w:type=\"even\" r:id=\"rEvenFooter\"/>";
        var cover = !_opened && report.Parts.OfType<TitleBlock>().Any(t => t.OwnPage) ? "<w:titlePg/>" : "";
        _opened = true;
        return string.Create(CultureInfo.InvariantCulture, $"<w:sectPr>{references}<w:type w:val=\"{(_nextPage ? "nextPage" : "continuous")}\"/><w:pgSz w:w=\"11900\" w:h=\"16830\"/><w:pgMar w:top=\"{Twips(_style.MarginTop)}\" w:right=\"{Twips(_style.MarginSide)}\" w:bottom=\"{Twips(_style.MarginBottom)}\" w:left=\"{Twips(_style.MarginSide)}\" w:header=\"600\" w:footer=\"500\" w:gutter=\"0\"/><w:cols w:num=\"{_columns}\" w:space=\"440\"/>{cover}</w:sectPr>");
    }

    private string Runs(Phrase phrase) => string.Concat(phrase.Runs.Select(r => r switch
    {
        Words words => Run(words.Text, ""),
        Pointer { Note.Place: NotePlace.UnderBullet } star => Run(star.Printed, ""),
        Pointer { First: true, Note.Place: NotePlace.Foot } pointer => Reference(pointer),
        Pointer pointer => Run(pointer.Printed, _style.Notes == NoteStyle.UnicodeBracket ? "" : "<w:vertAlign w:val=\"superscript\"/>"),
        _ => "",
    }));

    private string Reference(Pointer pointer)
    {
        _notes.Add(pointer.Note);
        if (_style.Notes == NoteStyle.UnicodeBracket)
        {
            // LibreOffice prints a custom mark twice; FlatDocument puts it in the number's place.
            return $"<w:r><w:footnoteReference w:id=\"{_notes.Count}\"/></w:r>" + (pointer.Printed[^1] == ',' ? Run(",", "") : "");
        }

        var after = pointer.Printed[pointer.Note.Marker.Length..];
        return $"<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:footnoteReference w:id=\"{_notes.Count}\"/></w:r>" + (after.Length > 0 ? Run(after, "<w:vertAlign w:val=\"superscript\"/>") : "");
    }

    private static string Run(string text, string look) =>
        $"<w:r>{(look.Length > 0 ? $"<w:rPr>{look}</w:rPr>" : "")}<w:t xml:space=\"preserve\">{E(text)}</w:t></w:r>";
}
