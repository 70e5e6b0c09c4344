using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using ReportMiner.Documents;

namespace ReportMiner.Review;

/// <summary>Writes the page on which a person checks one report against what was found in it: <c>REPORT.ext.review.html</c>.</summary>
public static class ReviewPage
{
    /// <summary>The order of the columns of the facts.</summary>
    private static readonly string[] FactRoles = ["object", "measure", "amount", "date", "actor", "investor", "investee", "acquirer", "acquired", "parties", "source"];

    // The default set of what is escaped has <, >, &, quotes, U+2028 and U+2029 in it; letters of any script stay readable.
    private static readonly JsonSerializerOptions Data = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Writes a self-contained HTML page as UTF-8 bytes; it loads nothing and runs only its own script.</summary>
    /// <param name="report">A finished report, its offsets in code points.</param>
    public static byte[] Write(Report report)
    {
        var html = new HtmlWriter();
        var offsets = new Utf16Offsets(report.Text);
        var items = ReviewItems.Of(report, offsets);
        var script = PageAssets.Read("common.js") + PageAssets.Read("review.js");
        var title = report.Metadata.Title ?? report.Source.FileName;

        PageAssets.OpenPage(html, title, PageAssets.Read("common.css") + PageAssets.Read("review.css"), script);
        WriteHeader(html, report, title);
        html.Write($"<main class=\"text\" id=\"ui-text\" lang=\"{report.Metadata.Language}\" tabindex=\"-1\"><div class=\"column\">\n");
        new ReviewText(html, report, offsets, items).Write();
        html.Write($"</div></main>\n");
        WritePanel(html, report);

        PageAssets.ClosePage(html, JsonSerializer.Serialize(new { labels = Labels.All, items }, Data), script);
        return html.ToUtf8();
    }

    private static void WriteHeader(HtmlWriter html, Report report, string title)
    {
        var metadata = report.Metadata;
        html.Write($"<header class=\"top\"><div class=\"title\"><h1>{title}</h1><p class=\"facts\">");
        string?[] facts = [metadata.Subtitle, string.Join(" · ", metadata.Publishers), metadata.Published, metadata.ReportNumber, report.Source.FileName];
        foreach (var fact in facts.Where(f => f is { Length: > 0 }))
        {
            html.Write($"<span>{fact}</span>");
        }

        if (report.Source.Pages is { } pages)
        {
            html.Write($"<span>{pages} ");
            html.Label("pages");
            html.Write($"</span>");
        }

        html.Write($"</p></div>");
        html.LanguageSwitch();
        html.Write($"</header>\n");
    }

    private static void WritePanel(HtmlWriter html, Report report)
    {
        html.Write($"<aside class=\"panel\" data-label=\"panel\"><div class=\"views\" role=\"tablist\" id=\"ui-views\">");
        (string Name, int Count)[] views = [("items", -1), ("facts", report.Facts.Length), ("outline", report.Sections.Length), ("diagnostics", report.Diagnostics.Length), ("removed", report.Removed.Length), ("about", -1)];
        foreach (var (name, count) in views)
        {
            html.Write($"<button type=\"button\" role=\"tab\" id=\"ui-tab-{name}\" aria-controls=\"ui-{name}\" data-view=\"{name}\">");
            html.Label("view." + name);
            if (count > 0)
            {
                html.Write($" <small>{count}</small>");
            }

            html.Write($"</button>");
        }

        html.Write($"</div>\n");
        html.Trusted(PageAssets.Read("items.html"));
        WriteFacts(html, report);
        WriteOutline(html, report);
        WriteDiagnostics(html, report);
        WriteRemoved(html, report);
        WriteAbout(html, report);
        html.Write($"</aside>\n");
    }

    /// <summary>The facts, a table a type, and the amounts in none; a click on a row lights its source.</summary>
    private static void WriteFacts(HtmlWriter html, Report report)
    {
        html.Write($"<div class=\"view facts\" role=\"tabpanel\" id=\"ui-facts\" aria-labelledby=\"ui-tab-facts\" hidden>\n");
        foreach (var type in report.Facts.GroupBy(f => f.Type).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal))
        {
            var roles = type.SelectMany(f => f.Arguments.Keys).Distinct().OrderBy(r => Array.IndexOf(FactRoles, r)).ToList();
            WriteTable(html, "fact." + type.Key, [.. roles.Select(r => "role." + r)], type.Select(f => (f.Id, roles.Select(r => f.Arguments.TryGetValue(r, out var fillers) ? string.Join(", ", fillers.Select(v => v.Text)) : ""))));
        }

        var amounts = report.Amounts.ToDictionary(a => a.Id, StringComparer.Ordinal);
        if (!report.LeftFigures.IsEmpty)
        {
            WriteTable(html, "facts.left", ["role.amount", "left"], report.LeftFigures.Select(l => (l.Amount, (IEnumerable<string>)[amounts[l.Amount].Text, "left." + JsonNamingPolicy.CamelCase.ConvertName(l.Reason.ToString())])), labelled: 1);
        }

        WriteNone(html, report.Facts.Length + report.LeftFigures.Length);
        html.Write($"</div>\n");
    }

    /// <param name="labelled">The column whose cells are names of labels, or -1.</param>
    private static void WriteTable(HtmlWriter html, string title, string[] heads, IEnumerable<(string Id, IEnumerable<string> Cells)> rows, int labelled = -1)
    {
        html.Write($"<h2>");
        html.Label(title);
        html.Write($"</h2><table><thead><tr>");
        foreach (var head in heads)
        {
            html.Write($"<th>");
            html.Label(head);
            html.Write($"</th>");
        }

        html.Write($"</tr></thead><tbody>\n");
        foreach (var (id, cells) in rows)
        {
            html.Write($"<tr data-item=\"{id}\" tabindex=\"0\">");
            foreach (var (cell, column) in cells.Select((c, i) => (c, i)))
            {
                html.Write($"<td>");
                if (column == labelled)
                {
                    html.Label(cell);
                }
                else
                {
                    html.Write($"{cell}");
                }

                html.Write($"</td>");
            }

            html.Write($"</tr>\n");
        }

        html.Write($"</tbody></table>\n");
    }

    private static void WriteOutline(HtmlWriter html, Report report)
    {
        html.Write($"<nav class=\"view\" role=\"tabpanel\" id=\"ui-outline\" aria-labelledby=\"ui-tab-outline\" hidden>\n");
        foreach (var section in report.Sections)
        {
            html.Write($"<a class=\"level-{Math.Clamp(section.Level, 1, 6)}\" href=\"#{ReviewText.BlockAt(report, section.Start)}\"><span>{section.Number} {section.Title}</span>");
            if (section.Role != SectionRole.Other)
            {
                html.Write($"<em>");
                html.Label("role." + section.Role.ToString().ToLowerInvariant());
                html.Write($"</em>");
            }

            WritePage(html, section.Page);
            html.Write($"</a>\n");
        }

        WriteNone(html, report.Sections.Length);
        html.Write($"</nav>\n");
    }

    private static void WriteDiagnostics(HtmlWriter html, Report report)
    {
        html.Write($"<div class=\"view notes\" role=\"tabpanel\" id=\"ui-diagnostics\" aria-labelledby=\"ui-tab-diagnostics\" hidden>\n");
        foreach (var diagnostic in report.Diagnostics.OrderByDescending(d => d.Severity))
        {
            html.Write($"<div class=\"note {diagnostic.Severity.ToString().ToLowerInvariant()}\"><p><b>");
            html.Label("severity." + diagnostic.Severity.ToString().ToLowerInvariant());
            html.Write($"</b> <code>{diagnostic.Code}</code>");
            WritePage(html, diagnostic.Page, report.Pages.Any(p => p.Number == diagnostic.Page));
            html.Write($"</p><p>");
            html.Message(diagnostic.Message);
            html.Write($"</p></div>\n");
        }

        WriteNone(html, report.Diagnostics.Length);
        html.Write($"</div>\n");
    }

    private static void WriteRemoved(HtmlWriter html, Report report)
    {
        html.Write($"<div class=\"view notes\" role=\"tabpanel\" id=\"ui-removed\" aria-labelledby=\"ui-tab-removed\" hidden>\n");
        foreach (var removal in report.Removed)
        {
            html.Write($"<div class=\"note removal\"><p><b>");
            html.Label("removed." + JsonNamingPolicy.CamelCase.ConvertName(removal.Reason.ToString()));
            html.Write($"</b>");
            WritePage(html, removal.Page);
            html.Write($" <small>");
            html.Label("line");
            html.Write($" {removal.Line}</small></p><p class=\"taken\">{removal.Text}</p></div>\n");
        }

        WriteNone(html, report.Removed.Length);
        html.Write($"</div>\n");
    }

    private static void WriteAbout(HtmlWriter html, Report report)
    {
        var (metadata, source) = (report.Metadata, report.Source);
        (string Key, string? Value)[] rows =
        [
            ("about.title", metadata.Title), ("about.subtitle", metadata.Subtitle),
            ("about.publishers", string.Join(", ", metadata.Publishers)), ("about.authors", string.Join(", ", metadata.Authors)),
            ("about.published", metadata.Published), ("about.number", metadata.ReportNumber), ("about.language", metadata.Language),
            ("about.file", source.FileName), ("about.mediaType", source.MediaType), ("about.engine", source.Engine), ("about.encoding", source.Encoding),
            ("about.bytes", source.Bytes.ToString("N0", CultureInfo.InvariantCulture)), ("about.sha256", source.Sha256),
            ("about.generator", $"{report.Generator.Name} {report.Generator.Version}"), ("about.schema", report.SchemaVersion),
            ("sections", Number(report.Sections.Length)), ("footnotes", Number(report.Footnotes.Length)),
            ("tables", Number(report.Tables.Length)), ("figures", Number(report.Figures.Length)), ("characters", Number(report.Text.Length)),
        ];
        html.Write($"<div class=\"view\" role=\"tabpanel\" id=\"ui-about\" aria-labelledby=\"ui-tab-about\" hidden><dl>\n");
        foreach (var (key, value) in rows.Where(r => r.Value is { Length: > 0 }))
        {
            html.Write($"<dt>");
            html.Label(key);
            html.Write($"</dt><dd>{value}</dd>\n");
        }

        html.Write($"</dl></div>\n");
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static void WritePage(HtmlWriter html, int? page, bool link = false)
    {
        if (page is not { } number)
        {
            return;
        }

        if (link)
        {
            html.Write($" <a class=\"at\" href=\"#page-{number}\">p. {number}</a>");
            return;
        }

        html.Write($" <span class=\"at\">p. {number}</span>");
    }

    private static void WriteNone(HtmlWriter html, int count)
    {
        if (count == 0)
        {
            html.Write($"<p class=\"none\">");
            html.Label("none");
            html.Write($"</p>\n");
        }
    }
}
