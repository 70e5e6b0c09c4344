using System.Globalization;
using System.Text;
using ReportMiner.KnownStructure.Model;
using static ReportMiner.KnownStructure.Render.HtmlRenderer;

namespace ReportMiner.KnownStructure.Render;

/// <summary>The blocks of a report as HTML, before they are laid out into pages.</summary>
internal sealed class HtmlFlow(StringBuilder html, PageStyle style)
{
    private int _headings;
    private bool _boxed;

    public void Write(KnownReport report)
    {
        for (var i = 0; i < report.Parts.Length; i++)
        {
            var part = report.Parts[i];
            if (part is BoxEdge edge)
            {
                _boxed = edge.Opens;
                continue;
            }

            var first = _boxed && report.Parts[i - 1] is BoxEdge;
            var last = _boxed && report.Parts[i + 1] is BoxEdge;
            Part(part, _boxed ? " inbox" + (first ? " first" : "") + (last ? " last" : "") : "");
        }
    }

    private void Part(Part part, string box)
    {
        switch (part)
        {
            case TitleBlock title:
                Line($"<div class=\"title{(title.OwnPage ? " cover" : "")}\"{(title.OwnPage ? " data-pageafter=\"1\"" : "")}><div class=\"series\">{E(title.Series)}</div><div class=\"name\">{E(title.Title)}</div>{(title.Subtitle is null ? "" : $"<div class=\"sub\">{E(title.Subtitle)}</div>")}<div class=\"by\">{E(title.Byline)}</div></div>");
                break;
            case Contents contents:
                Contents(contents);
                break;
            case Columns columns:
                Line($"<div data-columns=\"{columns.Count}\"{(columns.NewPage ? " data-newpage=\"1\"" : "")}></div>");
                break;
            case Heading heading:
                var boxed = style.BoxedChapters && heading.Boxed && heading.Printed.Length > 0 ? " boxed" : "";
                var number = heading.Printed.Length > 0 ? $"<span class=\"no\">{E(boxed.Length > 0 ? heading.Number! : heading.Printed)}</span>" + (boxed.Length > 0 ? "" : " ") : "";
                Line($"<h{heading.Level} id=\"h{_headings++}\" data-keep=\"1\" class=\"{boxed}{box}\">{number}{Runs(heading.Title)}</h{heading.Level}>");
                break;
            case Item item:
                Item(item.Marker, Runs(item.Text), item.Depth, "item" + box);
                break;
            case StarNote star:
                Item(star.Note.Marker, E(star.Note.Text), style.ItemIndents.Length, "star" + box);
                break;
            case Prose prose:
                Line($"<p class=\"{box}\">{Runs(prose.Text)}</p>");
                break;
            case Endnotes endnotes:
                foreach (var note in endnotes.Notes)
                {
                    Line(Note(note, style).Replace("class=\"note\"", "class=\"note\" style=\"font-size:90%\"", StringComparison.Ordinal));
                }

                break;
            case TableSpec table:
                Table(table);
                break;
            case Figure figure:
                Figure(figure);
                break;
        }
    }

    private void Item(string marker, string text, int depth, string kind)
    {
        var indent = style.ItemIndents[Math.Min(depth, style.ItemIndents.Length) - 1];
        var hang = 5 + (marker.Length * 8.5);
        var pad = (kind.Contains("inbox", StringComparison.Ordinal) ? 10 : 0) + indent;
        Line(string.Create(CultureInfo.InvariantCulture, $"<div class=\"{kind}\" style=\"padding-left:{pad + hang}pt !important\"><span class=\"mk\" style=\"left:{pad}pt\">{E(marker)}</span><span class=\"tx\">{text}</span></div>"));
    }

    private void Contents(Contents contents)
    {
        Line("<div class=\"toctitle\" data-newpage=\"1\">목 차</div>");
        foreach (var entry in contents.Entries)
        {
            var after = entry == contents.Entries[^1] ? " data-pageafter=\"1\"" : "";
            Line(string.Create(CultureInfo.InvariantCulture, $"<div class=\"toc\" data-to=\"h{entry.Heading}\" style=\"padding-left:{(entry.Level - 1) * 14}pt\"{after}><span>{E(entry.Text)}</span><span class=\"fill\">&nbsp;{new string('·', 160)}</span><span></span></div>"));
        }
    }

    private void Figure(Figure figure)
    {
        var bars = string.Concat(figure.Bars.Select((b, i) => $"<rect x=\"{(i * 40) + 10}\" y=\"{110 - b}\" width=\"24\" height=\"{b}\" fill=\"#7a93b5\"/>"));
        Line($"<div class=\"caption\" data-keep=\"1\">[{E(figure.Label)}] {E(figure.Caption)}</div>");
        Line($"<div class=\"figure\"{(figure.Source is null ? "" : " data-keep=\"1\"")}><svg width=\"{figure.Bars.Length * 40}\" height=\"112\"><line x1=\"0\" y1=\"111\" x2=\"{figure.Bars.Length * 40}\" y2=\"111\" stroke=\"#333\"/>{bars}</svg></div>");
        if (figure.Source is not null)
        {
            Line($"<div class=\"source\">{E(figure.Source)}</div>");
        }
    }

    private void Table(TableSpec table)
    {
        Line($"<div class=\"caption\" data-keep=\"1\">{(table.Label.Length > 0 ? $"&lt;{E(table.Label)}&gt; {E(table.Caption)}" : $"&lt; {E(table.Caption)} &gt;")}</div>");
        if (table.UnitLine is not null)
        {
            Line($"<div class=\"unit\" data-keep=\"1\">{E(table.UnitLine)}</div>");
        }

        var total = table.Widths.Sum();
        html.Append($"<div class=\"tbl\"{(table.Source is null ? "" : " data-keep=\"1\"")}{(table.MaySplit ? " data-split=\"1\"" : "")}><table class=\"{(table.Ruled ? style.OpenSides ? "open" : "" : "bare")}{(style.ShadedHeads ? " shaded" : "")}\"><colgroup>");
        foreach (var width in table.Widths)
        {
            html.Append(CultureInfo.InvariantCulture, $"<col style=\"width:{100.0 * width / total:F1}%\">");
        }

        html.Append("</colgroup><thead>");
        for (var row = 0; row < table.Rows.Length; row++)
        {
            if (row == table.HeaderRows)
            {
                html.Append("</thead><tbody>");
            }

            html.Append("<tr>");
            var tag = row < table.HeaderRows ? "th" : "td";
            foreach (var cell in table.Rows[row])
            {
                html.Append('<').Append(tag).Append(cell.Number ? " class=\"n\"" : "");
                html.Append(cell.RowSpan > 1 ? $" rowspan=\"{cell.RowSpan}\"" : "").Append(cell.ColumnSpan > 1 ? $" colspan=\"{cell.ColumnSpan}\"" : "");
                html.Append('>').Append(E(cell.Text)).Append("</").Append(tag).Append('>');
            }

            html.Append("</tr>");
        }

        html.Append("</tbody></table></div>\n");
        if (table.Source is not null)
        {
            Line($"<div class=\"source\">{E(table.Source)}</div>");
        }
    }

    private string Runs(Phrase phrase) => string.Concat(phrase.Runs.Select(r => r switch
    {
        Words words => E(words.Text),
        Pointer { Note.Place: NotePlace.UnderBullet } star => E(star.Printed),
        Pointer pointer when style.Notes == NoteStyle.UnicodeBracket => $"<span data-note=\"{pointer.Note.Id}\">{pointer.Printed}</span>",
        Pointer pointer => $"<sup data-note=\"{pointer.Note.Id}\">{pointer.Printed}</sup>",
        _ => "",
    }));

    private void Line(string line) => html.Append(line).Append('\n');
}
