using System.Collections.Immutable;
using System.Globalization;
using ReportMiner.Learn;

namespace ReportMiner.Review;

/// <summary>Writes what an evaluation found: a table of scores with intervals, calibration curves, and the worst errors.</summary>
public static class EvaluationPage
{
    private const int MostErrors = 200;
    private const int Plot = 220;
    private const int Margin = 44;

    /// <summary>Writes a self-contained HTML page as UTF-8 bytes.</summary>
    /// <param name="title">What was measured.</param>
    /// <param name="facts">A few words on the data, each in Korean and English.</param>
    /// <param name="evaluation">What is shown in full.</param>
    /// <param name="others">Other evaluations of the same reports, whose F1 stands beside it, by name.</param>
    public static byte[] Write(string title, ImmutableArray<(string Korean, string English)> facts, Evaluation evaluation, ImmutableSortedDictionary<string, Evaluation>? others = null)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        var html = new HtmlWriter();
        var script = PageAssets.Read("common.js");
        PageAssets.OpenPage(html, title, PageAssets.Read("common.css") + PageAssets.Read("index.css") + PageAssets.Read("evaluation.css"), script);
        html.Write($"<header class=\"top\"><div class=\"title\"><h1>{title}</h1><p class=\"facts\">");
        foreach (var (korean, english) in facts)
        {
            html.Write($"<span>");
            html.Both(korean, english);
            html.Write($"</span>");
        }

        html.Write($"</p></div>");
        html.LanguageSwitch();
        html.Write($"</header>\n<main>\n");
        WriteScores(html, evaluation, others ?? ImmutableSortedDictionary<string, Evaluation>.Empty);
        html.Write($"<div class=\"charts\">\n");
        foreach (var (kind, calibration) in evaluation.Calibrations)
        {
            WriteCalibration(html, kind, calibration);
        }

        html.Write($"</div>\n");
        WriteErrors(html, evaluation);
        html.Write($"</main>\n");
        PageAssets.ClosePage(html, Labels.Json, script);
        return html.ToUtf8();
    }

    private static void WriteScores(HtmlWriter html, Evaluation evaluation, ImmutableSortedDictionary<string, Evaluation> others)
    {
        html.Write($"<section class=\"scores\"><h2>");
        html.Label("evaluation.scores");
        html.Write($"</h2><div class=\"scroll\"><table><thead><tr><th scope=\"col\">");
        html.Label("evaluation.row");
        html.Write($"</th>");
        foreach (var key in (string[])["evaluation.precision", "evaluation.recall", "evaluation.f1"])
        {
            html.Write($"<th scope=\"col\" class=\"number\">");
            html.Label(key);
            html.Write($"</th>");
        }

        html.Write($"<th scope=\"col\">");
        html.Label("evaluation.interval");
        html.Write($"</th>");
        foreach (var key in (string[])["evaluation.right", "evaluation.wrong", "evaluation.missed"])
        {
            html.Write($"<th scope=\"col\" class=\"number\">");
            html.Label(key);
            html.Write($"</th>");
        }

        foreach (var name in others.Keys)
        {
            html.Write($"<th scope=\"col\" class=\"number\">F1 ");
            html.Label("evaluation.engine." + name, name);
            html.Write($"</th>");
        }

        html.Write($"</tr></thead><tbody>\n");
        foreach (var row in evaluation.Rows)
        {
            html.Write($"<tr><th scope=\"row\"><code>{row.Name}</code></th><td class=\"number\">{Share(row.Counts.Precision)}</td><td class=\"number\">{Share(row.Counts.Recall)}</td><td class=\"number\"><b>{Share(row.Counts.F1)}</b></td><td class=\"interval\">");
            WriteInterval(html, row);
            html.Write($"</td><td class=\"number\">{row.Counts.Right}</td><td class=\"number\">{row.Counts.Wrong}</td><td class=\"number\">{row.Counts.Missed}</td>");
            foreach (var other in others.Values)
            {
                var counts = other[row.Name].Counts;
                html.Write($"<td class=\"number\">{(counts == default ? "–" : Share(counts.F1))}</td>");
            }

            html.Write($"</tr>\n");
        }

        html.Write($"</tbody></table></div></section>\n");
    }

    private static void WriteInterval(HtmlWriter html, EvaluationRow row)
    {
        const int width = 120;
        int X(double share) => 4 + (int)Math.Round(share * (width - 8));
        html.Write($"<svg role=\"img\" aria-label=\"{Share(row.Low)}–{Share(row.High)}\" viewBox=\"0 0 {width} 14\"><line class=\"axis\" x1=\"0\" y1=\"7\" x2=\"{width}\" y2=\"7\"/><line class=\"range\" x1=\"{X(row.Low)}\" y1=\"7\" x2=\"{X(row.High)}\" y2=\"7\"/><circle cx=\"{X(row.Counts.F1)}\" cy=\"7\" r=\"3.5\"/></svg><small>{Share(row.Low)}–{Share(row.High)}</small>");
    }

    /// <summary>Confidence across, the share that is right upwards; the diagonal is what confidences promise, the dots' size how many finds.</summary>
    private static void WriteCalibration(HtmlWriter html, string kind, Calibration calibration)
    {
        int X(double share) => Margin + (int)Math.Round(share * Plot);
        int Y(double share) => 10 + Plot - (int)Math.Round(share * Plot);
        html.Write($"<figure class=\"chart calibration\"><figcaption>");
        html.Label("evaluation.calibration");
        html.Write($" <code>{kind}</code> <small>ECE {calibration.Error.ToString("F3", CultureInfo.InvariantCulture)}</small></figcaption><svg role=\"img\" data-label=\"evaluation.calibration\" viewBox=\"0 0 {Plot + Margin + 20} {Plot + 56}\">\n");
        foreach (var tick in (double[])[0, 0.25, 0.5, 0.75, 1])
        {
            html.Write($"<line class=\"axis\" x1=\"{X(0)}\" y1=\"{Y(tick)}\" x2=\"{X(1)}\" y2=\"{Y(tick)}\"/><text x=\"{X(0) - 8}\" y=\"{Y(tick)}\" text-anchor=\"end\">{Tick(tick)}</text><text x=\"{X(tick)}\" y=\"{Y(0) + 16}\" text-anchor=\"middle\">{Tick(tick)}</text>\n");
        }

        html.Write($"<line class=\"ideal\" x1=\"{X(0)}\" y1=\"{Y(0)}\" x2=\"{X(1)}\" y2=\"{Y(1)}\"/>\n");
        var bins = calibration.Bins.Where(b => b.Items > 0).ToList();
        html.Write($"<polyline class=\"curve\" points=\"{string.Join(' ', bins.Select(b => string.Create(CultureInfo.InvariantCulture, $"{X(b.Confidence)},{Y(b.Right)}")))}\"/>\n");
        foreach (var bin in bins)
        {
            html.Write($"<circle cx=\"{X(bin.Confidence)}\" cy=\"{Y(bin.Right)}\" r=\"{2 + (int)Math.Min(7, Math.Log2(bin.Items + 1) / 2)}\"><title>{Share(bin.Confidence)} → {Share(bin.Right)} ({bin.Items})</title></circle>\n");
        }

        html.Write($"<text class=\"l-ko\" x=\"{X(0.5)}\" y=\"{Plot + 46}\" text-anchor=\"middle\">{Labels.All["evaluation.confidence"].Ko}</text><text class=\"l-en\" x=\"{X(0.5)}\" y=\"{Plot + 46}\" text-anchor=\"middle\">{Labels.All["evaluation.confidence"].En}</text></svg></figure>\n");
    }

    private static void WriteErrors(HtmlWriter html, Evaluation evaluation)
    {
        html.Write($"<section class=\"errors\"><h2>");
        html.Label("evaluation.errors");
        html.Write($" <small>{Math.Min(MostErrors, evaluation.Errors.Length)} / {evaluation.Errors.Length}</small></h2><div class=\"scroll\"><table><thead><tr>");
        foreach (var key in (string[])["evaluation.row", "evaluation.error", "evaluation.confidence", "evaluation.place", "run.report"])
        {
            html.Write($"<th scope=\"col\" class=\"{(key == "evaluation.confidence" ? "number" : "words")}\">");
            html.Label(key);
            html.Write($"</th>");
        }

        html.Write($"</tr></thead><tbody>\n");
        foreach (var error in Worst(evaluation.Errors))
        {
            html.Write($"<tr class=\"{(error.Missed ? "missed" : "wrong")}\"><td><code>{error.Row}</code></td><td>");
            html.Label(error.Missed ? "evaluation.missed" : "evaluation.wrong");
            html.Write($"</td><td class=\"number\">{error.Confidence?.ToString("F2", CultureInfo.InvariantCulture)}</td><td class=\"place\">{error.Before}<mark>{error.Text}</mark>{error.After}</td><td><small>{error.Document}</small></td></tr>\n");
        }

        html.Write($"</tbody></table></div></section>\n");
    }

    /// <summary>Half of the list for the surest wrong finds, half for misses, from all reports alike.</summary>
    private static IEnumerable<EvaluationError> Worst(ImmutableArray<EvaluationError> errors)
    {
        var missed = errors.Where(e => e.Missed).ToList();
        var wrong = errors.Where(e => !e.Missed).ToList();
        var room = Math.Max(MostErrors / 2, MostErrors - wrong.Count);
        var step = Math.Max(1, (double)missed.Count / room);
        return wrong.Take(MostErrors - Math.Min(room, missed.Count)).Concat(Enumerable.Range(0, Math.Min(room, missed.Count)).Select(i => missed[(int)(i * step)]));
    }

    private static string Share(double share) => share.ToString("F3", CultureInfo.InvariantCulture);

    private static string Tick(double share) => share.ToString("0.##", CultureInfo.InvariantCulture);
}
