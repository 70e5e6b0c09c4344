using ReportMiner.KnownStructure.Model;

namespace ReportMiner.KnownStructure.Render.Docx;

/// <summary>
/// A DOCX as an office keeps it: Word numbers headings and items, captions count by fields, endnotes are real, one
/// sentence was revised with tracked changes, and controls hold the title and the contents.
/// </summary>
internal sealed class OfficeBody(KnownReport report) : DocxBody(report)
{
    private const string Reviser = "w:author=\"검토자\" w:date=\"2025-03-04T09:00:00Z\"";

    private readonly ListBook _lists = new();
    private readonly List<Note> _endnotes = [];
    private int _bookmarks;
    private bool _revised;

    public override string? Endnotes => _endnotes.Count == 0 ? null : Notes("endnote", _endnotes);

    public override string? Numbering => OfficeNumbering.Write(_lists, Style);

    public override string MoreStyles =>
        $"<w:style w:type=\"paragraph\" w:styleId=\"Caption\"><w:name w:val=\"caption\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:keepNext/><w:jc w:val=\"center\"/></w:pPr><w:rPr>{Fonts(Style.HeadFont)}<w:b/><w:sz w:val=\"{Half(Style.Size * 0.94)}\"/></w:rPr></w:style>" +
        $"<w:style w:type=\"character\" w:styleId=\"NoteReference\"><w:name w:val=\"footnote reference\"/><w:rPr>{Raised}</w:rPr></w:style>";

    /// <summary>The style itself is numbered where the first list is the headings' and has the level.</summary>
    public override string HeadingNumbering(int level) => Main is { } main && main[level] is not null ? NumberOf(main, level) : "";

    protected override (string Property, string Runs) Mark(Heading heading)
    {
        if (heading.Printed.Length == 0)
        {
            return ("<w:numPr><w:numId w:val=\"0\"/></w:numPr>", "");
        }

        var list = _lists.Place(heading.Printed, heading.Level, headings: true);
        return (list == Main ? "" : NumberOf(list, heading.Level), "");
    }

    protected override (string Property, string Runs) Mark(string marker, int depth) => (NumberOf(_lists.Place(marker, depth, headings: false), depth), "");

    /// <summary>The first text that can be has its last word put in for another, changes still tracked.</summary>
    protected override string Text(Phrase phrase)
    {
        if (_revised || phrase.Runs[^1] is not Words { Text: var words } || words.LastIndexOf(' ') is var at && at < 0)
        {
            return Runs(phrase);
        }

        _revised = true;
        return Runs(phrase with { Runs = [.. phrase.Runs[..^1], new Words(words[..(at + 1)])] }) +
            $"<w:del w:id=\"9001\" {Reviser}><w:r><w:delText xml:space=\"preserve\">가급적 조속히 </w:delText></w:r></w:del><w:ins w:id=\"9002\" {Reviser}>{Run(words[(at + 1)..], "")}</w:ins>";
    }

    protected override string TitleRun(string run) =>
        $"<w:sdt><w:sdtPr><w:alias w:val=\"제목\"/><w:tag w:val=\"title\"/><w:id w:val=\"9003\"/><w:text/></w:sdtPr><w:sdtContent>{run}</w:sdtContent></w:sdt>";

    protected override void Contents(Contents contents)
    {
        Append("<w:sdt><w:sdtPr><w:id w:val=\"9004\"/><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>");
        base.Contents(contents);
        Append("</w:sdtContent></w:sdt>");
    }

    protected override void Caption(string open, string label, string close, string text)
    {
        var digits = label.Length - label.TrimEnd("0123456789".ToCharArray()).Length;
        var field = digits == 0 ? "" : Field($"SEQ {label.Split(' ')[0]} \\* ARABIC", label[^digits..], "");
        Append($"<w:p><w:pPr><w:pStyle w:val=\"Caption\"/></w:pPr>{Run(open + label[..^digits], "")}{field}{Run((label.Length == 0 ? "" : close + " ") + text, "")}</w:p>");
    }

    protected override void Table(TableSpec table) => base.Table(table.WithBrokenHeads());

    protected override string Reference(Pointer pointer) => Reference("footnote", AddFootnote(pointer.Note), pointer);

    /// <summary>A field that repeats the number of the note.</summary>
    protected override string Repeated(Pointer pointer)
    {
        if (pointer is { First: true, Note.Place: NotePlace.End })
        {
            return Reference("endnote", AddNote(_endnotes, pointer.Note), pointer);
        }

        return Style.Notes == NoteStyle.UnicodeBracket ? base.Repeated(pointer) : Field($"NOTEREF _Note{pointer.Note.Marker} \\f \\h", pointer.Note.Marker, Raised) + After(pointer);
    }

    protected override string NoteMark(string kind, Note note) => Style.Notes == NoteStyle.UnicodeBracket
        ? Run(KnownReport.Printed(note.Marker, Style.Notes), "")
        : base.NoteMark(kind, note);

    // The list is the heading's own: it stands in the real endnotes.
    protected override void EndnoteList(Endnotes endnotes)
    {
    }

    private WrittenList? Main => _lists.Lists is [{ Headings: true } first, ..] ? first : null;

    private static string NumberOf(WrittenList list, int level) =>
        $"<w:numPr><w:ilvl w:val=\"{level - 1}\"/><w:numId w:val=\"{list.Id}\"/></w:numPr>";

    private string Reference(string kind, int number, Pointer pointer)
    {
        // A mark of one's own stands for the number; there is no bracketed number in Word.
        var own = Style.Notes == NoteStyle.UnicodeBracket;
        var mark = own ? $"<w:t>{KnownReport.Printed(pointer.Note.Marker, Style.Notes)}</w:t>" : "";
        var look = own ? "" : "<w:rPr><w:rStyle w:val=\"NoteReference\"/></w:rPr>";
        var bookmark = 8000 + _bookmarks++;
        return $"<w:bookmarkStart w:id=\"{bookmark}\" w:name=\"_Note{pointer.Note.Marker}\"/><w:r>{look}<w:{kind}Reference {(own ? "w:customMarkFollows=\"1\" " : "")}w:id=\"{number}\"/>{mark}</w:r><w:bookmarkEnd w:id=\"{bookmark}\"/>" +
            (own ? pointer.Printed[^1] == ',' ? Run(",", Raised) : "" : After(pointer));
    }
}
