using System.Globalization;
using System.Security;
using System.Text;
using ReportMiner.KnownStructure.Model;

namespace ReportMiner.KnownStructure.Render.Docx;

/// <summary>The body and the notes of a DOCX. Markers are typed, as LibreOffice lays them out best; <see cref="OfficeBody"/> leaves them to the program.</summary>
internal class DocxBody(KnownReport report)
{
    protected const string Raised = "<w:vertAlign w:val=\"superscript\"/>";

    private readonly StringBuilder _body = new();
    private readonly List<Note> _footnotes = [];
    private int _headings;
    private int _figures;
    private int _columns = 1;
    private bool _nextPage = true;
    private bool _opened;

    protected PageStyle Style { get; } = report.Style;

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

    /// <summary>The footnotes the body pointed to; read after <see cref="Document"/>.</summary>
    public string Footnotes() => Notes("footnote", _footnotes);

    /// <summary>The endnotes, or null for none; read after <see cref="Document"/>.</summary>
    public virtual string? Endnotes => null;

    /// <summary>The content of the numbering part, or null for none; read after <see cref="Document"/>.</summary>
    public virtual string? Numbering => null;

    /// <summary>Styles beside those of the headings.</summary>
    public virtual string MoreStyles => "";

    /// <summary>How the style of a heading level is numbered; read after <see cref="Document"/>.</summary>
    public virtual string HeadingNumbering(int level) => "";

    /// <summary>What numbers a heading: a property of its paragraph, or typed runs.</summary>
    protected virtual (string Property, string Runs) Mark(Heading heading) => ("", heading.Printed.Length > 0 ? Run(heading.Printed + " ", "") : "");

    /// <summary>What marks an item: a property of its paragraph, or typed runs.</summary>
    protected virtual (string Property, string Runs) Mark(string marker, int depth) => ("", Typed(marker, ""));

    /// <summary>The text of a paragraph or an item.</summary>
    protected virtual string Text(Phrase phrase) => Runs(phrase);

    /// <summary>The title of the report.</summary>
    protected virtual string TitleRun(string run) => run;

    protected virtual void Caption(string open, string label, string close, string text) =>
        Paragraph("<w:keepNext/>", Run($"{open}{label}{close} {text}", $"{Fonts(Style.HeadFont)}<w:b/><w:sz w:val=\"{Half(Style.Size * 0.94)}\"/>"), 40, "<w:jc w:val=\"center\"/>");

    protected virtual void Table(TableSpec table) => Append(DocxTable.Write(table, Style, ColumnWidth));

    /// <summary>The number of a footnote where it is pointed to.</summary>
    protected virtual string Reference(Pointer pointer)
    {
        var reference = $"<w:footnoteReference w:id=\"{AddNote(_footnotes, pointer.Note)}\"/>";
        if (Style.Notes == NoteStyle.UnicodeBracket)
        {
            // LibreOffice prints a custom mark twice; FlatDocument puts it in the number's place.
            return $"<w:r>{reference}</w:r>" + (pointer.Printed[^1] == ',' ? Run(",", "") : "");
        }

        return $"<w:r><w:rPr>{Raised}</w:rPr>{reference}</w:r>" + After(pointer);
    }

    /// <summary>A marker that points to a note again, or to one of a typed list.</summary>
    protected virtual string Repeated(Pointer pointer) => Run(pointer.Printed, Style.Notes == NoteStyle.UnicodeBracket ? "" : Raised);

    /// <summary>The number in front of a note.</summary>
    protected virtual string NoteMark(string kind, Note note)
    {
        var look = SmallNote + (Style.Notes is NoteStyle.RaisedBracket or NoteStyle.Bare ? Raised : "<w:vertAlign w:val=\"baseline\"/>");
        return $"<w:r><w:rPr>{look}</w:rPr><w:{kind}Ref/></w:r>" + (Style.Notes is NoteStyle.Bare or NoteStyle.UnicodeBracket ? "" : Run(")", look));
    }

    protected virtual void EndnoteList(Endnotes endnotes)
    {
        foreach (var note in endnotes.Notes)
        {
            var raised = Style.Notes is NoteStyle.RaisedBracket or NoteStyle.Bare ? Raised : "";
            Paragraph("", Run(KnownReport.Printed(note.Marker, Style.Notes), Small + raised) + Run(" " + note.Text, Small), 20, "<w:ind w:left=\"240\" w:hanging=\"240\"/>");
        }
    }

    protected virtual void Contents(Contents contents)
    {
        Append($"<w:p><w:pPr><w:spacing w:after=\"240\"/><w:jc w:val=\"center\"/></w:pPr>{Run("목 차", $"{Fonts(Style.HeadFont)}<w:b/><w:sz w:val=\"34\"/>")}</w:p>");
        foreach (var entry in contents.Entries)
        {
            Append($"<w:p><w:pPr><w:tabs><w:tab w:val=\"right\" w:leader=\"middleDot\" w:pos=\"{ColumnWidth}\"/></w:tabs><w:spacing w:after=\"80\"/><w:ind w:left=\"{(entry.Level - 1) * 280}\"/></w:pPr>{Run(entry.Text, "")}<w:r><w:tab/></w:r>{Field($"PAGEREF _Toc{entry.Heading} \\h", $"{entry.LikelyPage}", "")}</w:p>");
        }

        Append("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>");
    }

    protected void Append(string xml) => _body.Append(xml);

    /// <summary>A paragraph; <paramref name="front"/> is what its properties open with (style, keepNext, numbering), <paramref name="back"/> what they close with (indent, alignment).</summary>
    protected void Paragraph(string front, string runs, int after, string back = "")
    {
        var wrap = (Style.KeepWords ? "" : "<w:wordWrap w:val=\"0\"/>") + "<w:autoSpaceDE w:val=\"0\"/><w:autoSpaceDN w:val=\"0\"/>";
        Append($"<w:p><w:pPr>{front}{wrap}<w:spacing w:after=\"{after}\" w:line=\"{Twips(Style.Size * Style.LineHeight)}\" w:lineRule=\"atLeast\"/>{back}</w:pPr>{runs}</w:p>");
    }

    protected string Notes(string kind, List<Note> notes)
    {
        var xml = new StringBuilder($"<w:{kind} w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}><w:{kind} w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:{kind}>");
        for (var i = 0; i < notes.Count; i++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<w:{kind} w:id=\"{i + 1}\"><w:p><w:pPr><w:spacing w:line=\"{Twips(Style.NoteSize * 1.4)}\" w:lineRule=\"exact\"/><w:ind w:left=\"240\" w:hanging=\"240\"/></w:pPr>{NoteMark(kind, notes[i])}{Run(" " + notes[i].Text, SmallNote)}</w:p></w:{kind}>");
        }

        return xml.ToString();
    }

    /// <summary>Takes up a note and gives its number.</summary>
    protected static int AddNote(List<Note> notes, Note note)
    {
        notes.Add(note);
        return notes.Count;
    }

    protected int AddFootnote(Note note) => AddNote(_footnotes, note);

    /// <summary>What is typed behind a note's number: its bracket, and the comma before the next.</summary>
    protected static string After(Pointer pointer) => pointer.Printed[pointer.Note.Marker.Length..] is { Length: > 0 } after ? Run(after, Raised) : "";

    protected string Runs(Phrase phrase) => string.Concat(phrase.Runs.Select(r => r switch
    {
        Words words => Run(words.Text, ""),
        Pointer { Note.Place: NotePlace.UnderBullet } star => Run(star.Printed, ""),
        Pointer { First: true, Note.Place: NotePlace.Foot } pointer => Reference(pointer),
        Pointer pointer => Repeated(pointer),
        _ => "",
    }));

    protected static string Run(string text, string look) =>
        $"<w:r>{(look.Length > 0 ? $"<w:rPr>{look}</w:rPr>" : "")}<w:t xml:space=\"preserve\">{E(text)}</w:t></w:r>";

    protected static string Typed(string marker, string look) => Run(marker, look) + "<w:r><w:tab/></w:r>";

    /// <summary>A field and what it said last.</summary>
    public static string Field(string instruction, string result, string look)
    {
        var properties = look.Length > 0 ? $"<w:rPr>{look}</w:rPr>" : "";
        string Character(string type) => $"<w:r>{properties}<w:fldChar w:fldCharType=\"{type}\"/></w:r>";
        return Character("begin") + $"<w:r>{properties}<w:instrText xml:space=\"preserve\"> {instruction} </w:instrText></w:r>" + Character("separate") + Run(result, look) + Character("end");
    }

    private string Small => $"<w:sz w:val=\"{Half(Style.Size * 0.84)}\"/>";

    private string SmallNote => $"<w:sz w:val=\"{Half(Style.NoteSize)}\"/>";

    private string Alignment => $"<w:jc w:val=\"{(Style.Justify ? "both" : "left")}\"/>";

    private int ColumnWidth => (Twips(595 - (2 * Style.MarginSide)) - (_columns == 2 ? 440 : 0)) / _columns;

    private void Part(Part part)
    {
        switch (part)
        {
            case BoxEdge edge:
                Append(edge.Opens ? DocxTable.OpenBox(ColumnWidth) : DocxTable.CloseBox);
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
                    Append($"<w:p><w:pPr>{Section()}</w:pPr></w:p>");
                    _columns = columns.Count;
                    _nextPage = columns.NewPage;
                }

                break;
            case Heading heading:
                Heading(heading);
                break;
            case Item item:
                var (property, typed) = item.Remark ? ("", Typed(item.Marker, "")) : Mark(item.Marker, item.Depth);
                Item(property, typed + Text(item.Text), item.Marker, item.Depth);
                break;
            case StarNote star:
                var look = $"<w:sz w:val=\"{Half(Style.Size * 0.88)}\"/>";
                Item("", Typed(star.Note.Marker, look) + Run(star.Note.Text, look), star.Note.Marker, Style.ItemIndents.Length);
                break;
            case Prose prose:
                Paragraph("", Text(prose.Text), 120, "<w:ind w:firstLine=\"200\"/>" + Alignment);
                break;
            case Endnotes endnotes:
                EndnoteList(endnotes);
                break;
            case TableSpec table:
                Caption(table.Label.Length > 0 ? "<" : "< ", table.Label, table.Label.Length > 0 ? ">" : "", table.Label.Length > 0 ? table.Caption : table.Caption + " >");
                if (table.UnitLine is not null)
                {
                    Paragraph("<w:keepNext/>", Run(table.UnitLine, Small), 20, "<w:jc w:val=\"right\"/>");
                }

                Table(table);
                Paragraph("", table.Source is null ? "" : Run(table.Source, Small), 120);
                break;
            case Figure figure:
                Caption("[", figure.Label, "]", figure.Caption);
                Append($"<w:p><w:pPr>{(figure.Source is null ? "" : "<w:keepNext/>")}<w:jc w:val=\"center\"/></w:pPr><w:r>{BarPicture.Drawing(ImageId(_figures), _figures++, figure.Bars.Length)}</w:r></w:p>");
                if (figure.Source is not null)
                {
                    Paragraph("", Run(figure.Source, Small), 120);
                }

                break;
        }
    }

    private void Item(string property, string runs, string marker, int depth)
    {
        var hang = Twips(Style.Hang(marker));
        var left = Twips(Style.ItemIndents[Math.Min(depth, Style.ItemIndents.Length) - 1]) + hang;
        Paragraph(property, runs, 60, $"<w:ind w:left=\"{left}\" w:hanging=\"{hang}\"/>{Alignment}");
    }

    private void Heading(Heading heading)
    {
        var mark = $"<w:bookmarkStart w:id=\"{_headings}\" w:name=\"_Toc{_headings}\"/>";
        var end = $"<w:bookmarkEnd w:id=\"{_headings}\"/>";
        _headings++;
        if (Style.BoxedChapters && heading.Boxed && heading.Printed.Length > 0)
        {
            var (unnumbered, _) = Mark(heading with { Printed = "" });
            Append(DocxTable.TitleBox(heading.Number!, unnumbered, mark + Runs(heading.Title) + end, Style, ColumnWidth));
            Paragraph("<w:keepNext/>", "", 0);
            return;
        }

        var (property, typed) = Mark(heading);
        Append($"<w:p><w:pPr><w:pStyle w:val=\"Heading{heading.Level}\"/>{property}</w:pPr>{mark}{typed}{Runs(heading.Title)}{end}</w:p>");
    }

    private void Title(TitleBlock title)
    {
        void Line(string? text, double size, string align, double before, bool name = false)
        {
            if (text is not null)
            {
                var run = Run(text, $"{Fonts(Style.HeadFont)}{(name ? "<w:b/>" : "")}<w:sz w:val=\"{Half(size)}\"/>");
                Append($"<w:p><w:pPr><w:spacing w:before=\"{Twips(before)}\" w:after=\"160\"/><w:jc w:val=\"{align}\"/></w:pPr>{(name ? TitleRun(run) : run)}</w:p>");
            }
        }

        Line(title.Series, title.OwnPage ? 13 : 11, title.OwnPage ? "center" : "right", title.OwnPage ? 50 : 0);
        Line(title.Title, title.OwnPage ? 27 : 22, "center", title.OwnPage ? 110 : 8, true);
        Line(title.Subtitle, 13, "center", 0);
        Line(title.Byline, title.OwnPage ? 16 : 11.5, "center", title.OwnPage ? 240 : 0);
        if (title.OwnPage)
        {
            Append("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>");
        }
    }

    private string Section()
    {
        var references = _opened ? "" : "<w:headerReference w:type=\"default\" r:id=\"rHeader\"/><w:footerReference w:type=\"default\" r:id=\"rFooter\"/><w:headerReference w:type=\"even\" r:id=\"rEvenHeader\"/><w:footerReference w:type=\"even\" r:id=\"rEvenFooter\"/>";
        var cover = !_opened && report.Parts.OfType<TitleBlock>().Any(t => t.OwnPage) ? "<w:titlePg/>" : "";
        _opened = true;
        return string.Create(CultureInfo.InvariantCulture, $"<w:sectPr>{references}<w:type w:val=\"{(_nextPage ? "nextPage" : "continuous")}\"/><w:pgSz w:w=\"11900\" w:h=\"16830\"/><w:pgMar w:top=\"{Twips(Style.MarginTop)}\" w:right=\"{Twips(Style.MarginSide)}\" w:bottom=\"{Twips(Style.MarginBottom)}\" w:left=\"{Twips(Style.MarginSide)}\" w:header=\"600\" w:footer=\"500\" w:gutter=\"0\"/><w:cols w:num=\"{_columns}\" w:space=\"440\"/>{cover}</w:sectPr>");
    }
}
