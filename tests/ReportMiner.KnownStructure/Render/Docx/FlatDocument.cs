using System.Text.RegularExpressions;
using ReportMiner.KnownStructure.Model;

namespace ReportMiner.KnownStructure.Render.Docx;

/// <summary>
/// What LibreOffice does not take from DOCX and Korean reports have: no gap between Hangul and digits, and the bracket
/// as part of a note's number. Set in the flat ODF that stands between the DOCX and the PDF.
/// </summary>
internal static partial class FlatDocument
{
    private const string RaisedStyle = "<style:style style:name=\"RaisedNote\" style:family=\"text\"><style:text-properties style:text-position=\"super 70%\"/></style:style>";

    public static string Mend(string odf, NoteStyle notes)
    {
        odf = odf.Replace("text-autospace=\"ideograph-alpha\"", "text-autospace=\"none\"", StringComparison.Ordinal);
        if (notes is NoteStyle.Bracket or NoteStyle.RaisedBracket)
        {
            odf = BracketInNote().Replace(odf, "$1");
            odf = FootnoteSettings().Replace(odf, "$0 style:num-suffix=\")\"");
        }

        if (notes is NoteStyle.RaisedBracket or NoteStyle.Bare)
        {
            odf = FootnoteSettings().Replace(odf, "$0 text:citation-style-name=\"RaisedNote\"");
            odf = odf.Replace("</office:styles>", RaisedStyle + "</office:styles>", StringComparison.Ordinal);
        }

        if (notes == NoteStyle.UnicodeBracket)
        {
            odf = Citation().Replace(odf, m => KnownReport.Printed(m.Groups[1].Value, notes) is var mark ? $"<text:note-citation text:label=\"{mark}\">{mark}</text:note-citation>" : "");
        }

        return odf;
    }

    [GeneratedRegex(@"(<text:note-body>\s*<text:p [^>]*>)<text:span [^>]*>\)</text:span>")]
    private static partial Regex BracketInNote();

    [GeneratedRegex(@"<text:note-citation>(\d+)</text:note-citation>")]
    private static partial Regex Citation();

    [GeneratedRegex("<text:notes-configuration text:note-class=\"footnote\"")]
    private static partial Regex FootnoteSettings();
}
