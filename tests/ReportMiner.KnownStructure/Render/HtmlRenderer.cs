using System.Globalization;
using System.Net;
using System.Text;
using ReportMiner.KnownStructure.Model;

namespace ReportMiner.KnownStructure.Render;

/// <summary>Writes a report as HTML; <c>data/paginate.js</c> lays it out into pages when Chromium opens it.</summary>
internal static class HtmlRenderer
{
    public static string Render(KnownReport report)
    {
        var style = report.Style;
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"ko\"><head><meta charset=\"utf-8\"><title>").Append(E(report.Name)).Append("</title>\n<style>\n");
        html.Append("@page { size: 595pt 841.5pt; margin: 0; }\n").Append(DataFile.Read("report.css"));
        html.Append(CultureInfo.InvariantCulture, $":root {{ --side: {style.MarginSide}pt; --headfont: \"{style.HeadFont}\"; --notesize: {style.NoteSize}pt; }}\n");
        html.Append(CultureInfo.InvariantCulture, $"body {{ font: {style.Size}pt/{style.LineHeight} \"{style.Font}\"; word-break: {(style.KeepWords ? "keep-all" : "normal")}; overflow-wrap: anywhere; text-align: {(style.Justify ? "justify" : "left")}; }}\n");
        for (var i = 0; i < style.HeadingSizes.Length; i++)
        {
            html.Append(CultureInfo.InvariantCulture, $"h{i + 1} {{ font-size: {style.HeadingSizes[i]}pt; }}\n");
        }

        html.Append(CultureInfo.InvariantCulture, $"</style></head>\n<body class=\"{(style.Justify ? "" : "ragged")}\" data-side=\"{style.MarginSide}\" data-top=\"{style.MarginTop}\" data-bottom=\"{style.MarginBottom}\" data-head=\"{E(report.RunningHead)}\" data-number=\"{style.NumberFormat}\"{(style.HeadAtTop ? "" : " data-low=\"1\"")}{(report.EvenHead is null ? "" : $" data-even=\"{E(report.EvenHead)}\"")}>\n<div id=\"flow\">\n");
        new HtmlFlow(html, style).Write(report);
        html.Append("</div>\n<div id=\"notes\">\n");
        foreach (var note in PhrasesOf(report).SelectMany(p => p.Runs).OfType<Pointer>().Where(p => p.First && p.Note.Place == NotePlace.Foot).Select(p => p.Note))
        {
            html.Append(Note(note, style)).Append('\n');
        }

        return html.Append("</div>\n<script>\n").Append(DataFile.Read("paginate.js")).Append("</script>\n</body></html>\n").ToString();
    }

    /// <summary>A note as printed at the foot or at the end.</summary>
    public static string Note(Note note, PageStyle style)
    {
        var marker = KnownReport.Printed(note.Marker, style.Notes);
        var raised = style.Notes is NoteStyle.RaisedBracket or NoteStyle.Bare ? $"<sup>{marker}</sup>" : marker;
        return $"<div class=\"note\" data-id=\"{note.Id}\"{(note.MaySplit ? " data-long=\"1\"" : "")}><span class=\"nm\">{raised}</span>{E(note.Text)}</div>";
    }

    public static string E(string text) => WebUtility.HtmlEncode(text);

    private static IEnumerable<Phrase> PhrasesOf(KnownReport report) => report.Parts.Select(p => p switch
    {
        Heading heading => heading.Title,
        Item item => item.Text,
        Prose prose => prose.Text,
        _ => null,
    }).OfType<Phrase>();
}
