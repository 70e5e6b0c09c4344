using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using ReportMiner.Cli.Review;
using ReportMiner.Documents;
using ReportMiner.Emit;

namespace ReportMiner.Cli.Commands;

/// <summary><c>reportminer export</c>: all reports' items as JSON Lines, their facts as a table.</summary>
internal static class ExportCommand
{
    private static readonly string[] Roles = ["object", "measure", "actor", "date", "source", "investor", "investee", "acquirer", "acquired", "parties"];
    private static readonly JsonSerializerOptions OneLine = new(ReportJson.Options) { WriteIndented = false };

    public static Command Create()
    {
        var found = new Argument<string>("OUT") { Description = "결과(JSON)의 폴더 / folder of the outputs" };
        var output = new Option<string?>("--output", "-o") { Description = "쓸 폴더. 없으면 OUT / folder to write to; OUT unless told", HelpName = "DIR" };
        var command = new Command("export", """
            모든 보고서의 항목을 items.jsonl(한 줄에 한 항목)로, 사실을 facts.csv(엑셀에서 바로 열리는 UTF-8)로 냅니다. 검토 기록이 있으면 검토한 대로입니다.
            Writes the items of all reports as items.jsonl (one a line) and their facts as facts.csv (UTF-8 that Excel opens as it is); as reviewed where there is a review file.

            예 / Example:
              reportminer export out -o tables
            """) { found, output };
        command.SetAction(parse =>
        {
            var from = parse.GetRequiredValue(found);
            UsageException.ThrowIfNoFolder(from);
            var reports = ReviewFiles.In(from, parse.InvocationConfiguration.Error).Select(f => (f.Name, f.Reviewed.Report)).ToList();
            if (reports.Count == 0)
            {
                throw new UsageException($"{from}: 결과(*.json)가 없습니다", "there are no outputs (*.json)");
            }

            var folder = Directory.CreateDirectory(parse.GetValue(output) ?? from).FullName;
            File.WriteAllText(Path.Combine(folder, "items.jsonl"), string.Concat(reports.SelectMany(r => Lines(r.Name, r.Report)).Select(l => l + "\n")));
            File.WriteAllText(Path.Combine(folder, "facts.csv"), Table(reports), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            parse.InvocationConfiguration.Output.WriteLine($"items.jsonl\t{Path.Combine(folder, "items.jsonl")}");
            parse.InvocationConfiguration.Output.WriteLine($"facts.csv\t{Path.Combine(folder, "facts.csv")}");
            return ExitCode.Success;
        });
        return command;
    }

    private static IEnumerable<string> Lines(string name, Report report)
    {
        string Line<T>(string kind, T item) => JsonSerializer.Serialize(new { report = name, kind, item }, OneLine);
        return report.Mentions.Select(m => Line("mention", m))
            .Concat(report.Dates.Select(d => Line("date", d)))
            .Concat(report.Amounts.Select(a => Line("amount", a)))
            .Concat(report.Recommendations.Select(r => Line("recommendation", r)))
            .Concat(report.Facts.Select(f => Line("fact", f)));
    }

    private static string Table(List<(string Name, Report Report)> reports)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var csv = CsvWriter.Create(text, CsvWriterOptions.Default with { NewLine = "\r\n" }, leaveOpen: true);
        string[] heads = ["report", "id", "type", .. Roles, "amount", "low", "high", "unit", "edtf", "page", "confidence", "statement"];
        foreach (var head in heads)
        {
            csv.WriteField(head);
        }

        csv.EndRecord();
        foreach (var (name, report) in reports)
        {
            var amounts = report.Amounts.ToDictionary(a => a.Id, StringComparer.Ordinal);
            var dates = report.Dates.ToDictionary(d => d.Id, StringComparer.Ordinal);
            var points = report.Text.EnumerateRunes().ToArray();
            foreach (var fact in report.Facts)
            {
                var amount = fact.Arguments.TryGetValue("amount", out var figure) ? amounts.GetValueOrDefault(figure[0].Ref ?? "") : null;
                var date = fact.Arguments.TryGetValue("date", out var when) ? dates.GetValueOrDefault(when[0].Ref ?? "") : null;
                string?[] fields =
                [
                    name, fact.Id, fact.Type,
                    .. Roles.Select(r => fact.Arguments.TryGetValue(r, out var fillers) ? Safe(string.Join("; ", fillers.Select(f => f.Text))) : null),
                    Safe(figure.IsDefault ? null : figure[0].Text), amount?.Low, amount?.High, Safe(amount?.Unit), date?.Edtf,
                    fact.Page?.ToString(CultureInfo.InvariantCulture), fact.Confidence.ToString(CultureInfo.InvariantCulture),
                    Safe(string.Concat(points[fact.Start..fact.End])),
                ];
                foreach (var field in fields)
                {
                    csv.WriteField(field);
                }

                csv.EndRecord();
            }
        }

        csv.Flush();
        return text.ToString();
    }

    /// <summary>A spreadsheet takes a text that begins like this for a formula.</summary>
    private static string? Safe(string? text) => text is { Length: > 0 } && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
}
