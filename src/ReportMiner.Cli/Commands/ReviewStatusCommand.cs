using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ReportMiner.Cli.Review;
using ReportMiner.Emit;
using ReportMiner.Review.Events;

namespace ReportMiner.Cli.Commands;

/// <summary><c>reportminer review status</c>: how far each report's review is.</summary>
internal static class ReviewStatusCommand
{
    public static Command Create()
    {
        var folder = ReviewCommand.Folder();
        var json = new Option<bool>("--json") { Description = "JSON으로 / as JSON" };
        var command = new Command("status", """
            보고서마다 검토가 어디까지 되었는지 보입니다: 항목, 받아들임, 뺌, 고침, 더함, 남음, 충돌, 다 된 퍼센트, 마지막 검토자. 끝줄은 합계입니다.
            Shows how far each report's review is: items, accepted, rejected, edited, added, open, conflicts, per cent done, last reviewer. The last line is the total.

            예 / Example:
              reportminer review status out
            """) { folder, json };
        command.SetAction(parse =>
        {
            var output = parse.InvocationConfiguration.Output;
            var found = ReviewFiles.In(parse.GetRequiredValue(folder), parse.InvocationConfiguration.Error).Select(ReviewProgress.Of).ToList();
            var total = ReviewProgress.Sum(found);
            if (parse.GetValue(json))
            {
                output.WriteLine(JsonSerializer.Serialize(new { Reports = found, Total = total }, ReportJson.Options));
                return ExitCode.Success;
            }

            output.WriteLine("report\titems\taccepted\trejected\tedited\tadded\topen\tconflicts\tdone\tlast");
            foreach (var p in found.Append(total))
            {
                output.WriteLine($"{p.Report}\t{p.Items}\t{p.Accepted}\t{p.Rejected}\t{p.Edited}\t{p.Added}\t{p.Open}\t{p.Conflicts}\t{p.Done}\t{p.LastReviewer}");
            }

            var audit = total.Audit;
            var precision = audit.Decided == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {audit.Precision:F2} ({audit.Low:F2}–{audit.High:F2})");
            parse.InvocationConfiguration.Error.WriteLine($"확인 표본(신뢰도 {AuditSample.Sure} 이상에서 무작위) {audit.Decided}/{audit.Sample}{precision} / audit sample of sure items: looked at, of all, share that was right");
            return ExitCode.Success;
        });
        return command;
    }
}
