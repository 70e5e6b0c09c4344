using System.CommandLine;
using System.Text.Json;
using ReportMiner.Cli.Batch;
using ReportMiner.Cli.Review;
using ReportMiner.Review.Events;

namespace ReportMiner.Cli.Commands;

/// <summary><c>reportminer review import</c>: what people changed in an exported file becomes events.</summary>
internal static class ReviewImportCommand
{
    private static readonly LimitOptions Limits = new();

    public static Command Create()
    {
        var returned = new Argument<string>("FILE") { Description = "돌아온 파일 / file that came back" };
        var folder = new Argument<string?>("OUT") { Description = "결과(JSON)의 폴더. 없으면 FILE이 있는 폴더 / folder of the outputs; that of FILE unless told", Arity = ArgumentArity.ZeroOrOne };
        var to = new Option<string?>("--output", "-o") { Description = "받아들이지 못한 것을 담은 파일을 쓸 폴더. 없으면 FILE 옆 / folder for the file of what was not taken in; beside FILE unless told", HelpName = "DIR" };
        var dry = new Option<bool>("--dry-run") { Description = "달라진 것을 보이기만 함 / only shows what is different" };
        var who = new Option<string?>("--who") { Description = "검토한 사람. 없으면 이 컴퓨터의 사용자 이름 / the reviewer; the user's account name unless told", HelpName = "NAME" };
        var command = new Command("import", """
            review export로 낸 파일에서 고친 것을 검토 기록에 덧붙입니다. 낸 뒤에 다른 사람도 고친 값은 충돌로 보이고 받아들이지 않습니다. 충돌이나 읽을 수 없는 값이 있으면 종료 코드 3입니다.
            Appends what was corrected in a file of review export to the review file. Values that somebody else has changed since are listed as conflicts and not taken in. With conflicts or values that cannot be read the exit code is 3.

            예 / Examples:
              reportminer review import 회람/보고서.pdf.review.docx out --dry-run
              reportminer review import 회람/보고서.pdf.review.docx out --who 김검토
            """) { returned, folder, dry, who, to };
        command.SetAction(parse =>
        {
            var (output, messages) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
            var path = parse.GetRequiredValue(returned);
            var format = ReviewFormats.All.FirstOrDefault(f => path.EndsWith(f.Extension, StringComparison.OrdinalIgnoreCase))
                ?? throw new UsageException($"{path}: 받아들이는 형식이 아닙니다", $"not one of {string.Join(", ", ReviewFormats.All.Select(f => f.Extension))}");
            var stamps = new EventStamps(parse.GetValue(who) ?? EventStamps.DefaultWho, format.Channel);
            var group = EventStamps.NewId();
            var outputs = ReviewOutput.In(parse.GetValue(folder) ?? Path.GetDirectoryName(Path.GetFullPath(path))!);
            var outcome = format.Import(Read(path), outputs, reason => stamps.Next(reason, group));
            if (!outcome.Succeeded)
            {
                messages.WriteLine($"{path}: {outcome.Failure.Code} {outcome.Failure.Message}");
                return ExitCode.AllFailed;
            }

            var import = outcome.Value;
            foreach (var (report, finding) in import.Reports.SelectMany(r => r.Plan.Findings.Select(f => (r.Report.Name, f))).Concat(import.Findings.Select(f => (Name: "", f))))
            {
                output.WriteLine($"{JsonNamingPolicy.CamelCase.ConvertName(finding.Result.ToString())}\t{report}\t{finding.Item}\t{finding.Field}\t{OneLine(finding.Was)}\t{OneLine(finding.Is)}");
                if (finding.Result is not (ImportResult.Change or ImportResult.Same))
                {
                    messages.WriteLine($"{string.Join(' ', new[] { report, finding.Item, finding.Field, OneLine(finding.Is) }.Where(t => !string.IsNullOrEmpty(t)))}: {finding.Korean} / {finding.English}");
                }
            }

            var left = import.Reports.SelectMany(r => r.Plan.Findings).Concat(import.Findings).Count(f => f.Result is ImportResult.Conflict or ImportResult.Rejected);
            var taken = import.Reports.Sum(r => r.Plan.Events.Length);
            if (parse.GetValue(dry))
            {
                messages.WriteLine($"받아들일 것 {taken}건, 받아들이지 못할 것 {left}건(아무것도 쓰지 않음) / {taken} to take in, {left} not; nothing was written");
            }
            else
            {
                foreach (var (report, plan) in import.Reports)
                {
                    report.EventFile.Append(plan.Events);
                }

                if (import.Returned is { } file)
                {
                    var name = Path.ChangeExtension(path, ".conflicts" + format.Extension);
                    new OutputFolder(parse.GetValue(to) ?? Path.GetDirectoryName(Path.GetFullPath(path))!).Write(Path.GetFileName(name), file);
                    messages.WriteLine($"받아들이지 못한 것 / what was not taken in: {Path.GetFileName(name)}");
                }

                messages.WriteLine($"{taken}건을 받아들이고 {left}건은 받아들이지 못했습니다 / {taken} taken in, {left} not");
            }

            return left == 0 ? ExitCode.Success : ExitCode.SomeFailed;
        });
        return command;
    }

    private static byte[] Read(string path)
    {
        var file = new FileInfo(path);
        return !file.Exists ? throw new UsageException($"{path}: 파일이 없습니다", "there is no such file")
            : file.Length > Limits.MaxOfficeBytes ? throw new UsageException($"{path}: 파일이 너무 큽니다", "the file is too large")
            : File.ReadAllBytes(path);
    }

    private static string? OneLine(string? text) => text is null ? null : string.Join(' ', text.Split(['\t', '\r', '\n']));
}
