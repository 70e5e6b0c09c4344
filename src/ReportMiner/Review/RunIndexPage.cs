using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ReportMiner.Emit;

namespace ReportMiner.Review;

/// <summary>Writes the page over a whole run: <c>out/index.html</c>.</summary>
public static class RunIndexPage
{
    private static readonly ImmutableArray<string> Kinds =
        ["ORG", "PER", "LOC", "PRODUCT", "LAW", "POLICY", "EVENT", "WORK", "DATE", "AMOUNT", "RECOMMENDATION", "FACT"];

    /// <summary>Writes a self-contained HTML page as UTF-8 bytes, with links to the files of each report.</summary>
    public static byte[] Write(RunRecord run)
    {
        var html = new HtmlWriter();
        var script = PageAssets.Read("common.js");
        PageAssets.OpenPage(html, "ReportMiner", PageAssets.Read("common.css") + PageAssets.Read("index.css"), script);
        html.Write($"<header class=\"top\"><div class=\"title\"><h1>");
        html.Label("run.title");
        html.Write($"</h1><p class=\"facts\"><span>ReportMiner {run.Version}</span></p></div>");
        html.LanguageSwitch();
        html.Write($"</header>\n<main>\n");

        WriteTotals(html, run);
        WriteFailures(html, run);
        html.Write($"<div class=\"charts\">\n");
        BarChart.Write(html, "chart.items", Bars(Kinds, run.Counts, string.Empty));
        BarChart.Write(html, "chart.recommendations", ByValue(RunRecord.Sum(run.Reports.Select(r => r.Recommendations)), "category.", "RECOMMENDATION"));
        BarChart.Write(html, "chart.amounts", ByValue(RunRecord.Sum(run.Reports.Select(r => r.Amounts)), "kind.", "AMOUNT"));
        BarChart.Write(html, "chart.status", Bars(["ok", "failed", "skipped"], run.Statuses, "status."));
        BarChart.Write(html, "chart.diagnostics", Bars(["error", "warning", "info"], run.Diagnostics, "severity."));
        html.Write($"</div>\n");
        WriteReports(html, run);
        html.Write($"</main>\n");
        PageAssets.ClosePage(html, Labels.Json, script);
        return html.ToUtf8();
    }

    /// <summary>A relative link: every part percent-encoded, and begun with ./ so that no name reads as a scheme.</summary>
    internal static string Link(string path) => "./" + string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static void WriteTotals(HtmlWriter html, RunRecord run)
    {
        html.Write($"<dl class=\"totals\">");
        (string Key, int Value)[] totals =
        [
            ("run.reports", run.Reports.Length), ("status.ok", run.Statuses.GetValueOrDefault("ok")), ("status.failed", run.Statuses.GetValueOrDefault("failed")),
            ("run.pages", run.Pages), ("run.items", Kinds.Sum(k => run.Counts.GetValueOrDefault(k))), ("kind.RECOMMENDATION", run.Counts.GetValueOrDefault("RECOMMENDATION")),
        ];
        foreach (var (key, value) in totals)
        {
            html.Write($"<div class=\"{(key.EndsWith("failed", StringComparison.Ordinal) && value > 0 ? "bad" : "plain")}\"><dt>");
            html.Label(key);
            html.Write($"</dt><dd>{value.ToString("N0", CultureInfo.InvariantCulture)}</dd></div>");
        }

        html.Write($"</dl>\n");
    }

    private static void WriteFailures(HtmlWriter html, RunRecord run)
    {
        var undone = run.Reports.Where(r => r.Status != ReportStatus.Ok && r.Code is not null).OrderBy(r => r.Status).ToArray();
        if (undone.Length == 0)
        {
            return;
        }

        html.Write($"<section class=\"failures\"><h2>");
        html.Label("run.failures");
        html.Write($"</h2><ul>\n");
        foreach (var report in undone)
        {
            html.Write($"<li class=\"{Code(report.Status)}\"><p><b>{report.Path}</b> <code>{report.Code}</code></p><p>");
            html.Both(report.Korean, report.English);
            html.Write($"</p></li>\n");
        }

        html.Write($"</ul></section>\n");
    }

    private static void WriteReports(HtmlWriter html, RunRecord run)
    {
        html.Write($"<section class=\"reports\"><h2>");
        html.Label("run.reports");
        html.Write($"</h2><div class=\"scroll\"><table><thead><tr>");
        foreach (var key in (string[])["run.report", "run.status", "run.pages", "run.names", "kind.DATE", "kind.AMOUNT", "kind.RECOMMENDATION", "view.diagnostics", "run.files"])
        {
            html.Write($"<th scope=\"col\">");
            html.Label(key);
            html.Write($"</th>");
        }

        html.Write($"</tr></thead><tbody>\n");
        foreach (var report in run.Reports)
        {
            WriteRow(html, report);
        }

        html.Write($"</tbody></table></div></section>\n");
    }

    private static void WriteRow(HtmlWriter html, ReportOutcome report)
    {
        var review = report.Outputs.FirstOrDefault(o => o.EndsWith(".review.html", StringComparison.Ordinal));
        html.Write($"<tr><th scope=\"row\">");
        if (review is null)
        {
            html.Write($"{report.Title ?? report.Path}");
        }
        else
        {
            html.Write($"<a href=\"{Link(review)}\">{report.Title ?? report.Path}</a>");
        }

        if (report.Title is not null)
        {
            html.Write($"<small>{report.Path}</small>");
        }

        html.Write($"</th><td><span class=\"status {Code(report.Status)}\">");
        html.Label("status." + Code(report.Status));
        html.Write($"</span></td>");
        // A report that was not processed has no counts, which is not the same as nought.
        int?[] numbers = report.Status != ReportStatus.Ok ? new int?[6] :
        [
            report.Pages, Kinds[..8].Sum(k => report.Counts.GetValueOrDefault(k)), report.Counts.GetValueOrDefault("DATE"),
            report.Counts.GetValueOrDefault("AMOUNT"), report.Counts.GetValueOrDefault("RECOMMENDATION"), report.Diagnostics.Values.Sum(),
        ];
        foreach (var number in numbers)
        {
            html.Write($"<td class=\"number\">{number?.ToString("N0", CultureInfo.InvariantCulture)}</td>");
        }

        html.Write($"<td class=\"files\">");
        foreach (var output in report.Outputs.Where(o => !string.Equals(o, review, StringComparison.Ordinal)))
        {
            html.Write($"<a href=\"{Link(output)}\">{System.IO.Path.GetExtension(output).TrimStart('.').ToUpperInvariant()}</a> ");
        }

        html.Write($"</td></tr>\n");
    }

    private static ImmutableArray<Bar> Bars(IEnumerable<string> names, ImmutableSortedDictionary<string, int> counts, string prefix) =>
        [.. names.Where(n => counts.GetValueOrDefault(n) > 0).Select(n => new Bar((prefix.Length == 0 ? "kind." : prefix) + n, counts[n], n))];

    private static ImmutableArray<Bar> ByValue(ImmutableSortedDictionary<string, int> counts, string prefix, string style) =>
        [.. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => new Bar(prefix + c.Key, c.Value, style))];

    private static string Code(ReportStatus status) => JsonNamingPolicy.CamelCase.ConvertName(status.ToString());
}
