using System.CommandLine;
using ReportMiner.Cli.Batch;
using ReportMiner.Cli.Review;
using ReportMiner.Emit;

namespace ReportMiner.Cli.Commands;

/// <summary><c>reportminer review apply</c>: writes the outputs as reviewed.</summary>
internal static class ReviewApplyCommand
{
    public static Command Create()
    {
        var folder = ReviewCommand.Folder();
        var output = new Option<string?>("--output", "-o") { Description = "쓸 폴더. 이름은 결과와 같음. 없으면 결과 옆의 REPORT.ext.reviewed.json / folder to write to, under the outputs' names; beside the outputs as REPORT.ext.reviewed.json unless told", HelpName = "DIR" };
        var command = new Command("apply", """
            검토 기록이 있는 보고서마다 검토한 대로의 결과를 씁니다. 들어맞지 않는 결정은 적용하지 않고 충돌로 보이며, 하나라도 있으면 종료 코드 3입니다.
            Writes every output that has a review file as reviewed. Decisions that do not fit are not applied but listed as conflicts; with any the exit code is 3.

            예 / Examples:
              reportminer review apply out
              reportminer review apply out -o corrected
            """) { folder, output };
        command.SetAction(parse =>
        {
            var from = parse.GetRequiredValue(folder);
            var to = parse.GetValue(output);
            if (to is not null && Path.TrimEndingDirectorySeparator(Path.GetFullPath(to)) == Path.TrimEndingDirectorySeparator(Path.GetFullPath(from)))
            {
                throw new UsageException($"{to}: 추출 결과를 덮어쓰게 됩니다. -o 없이 쓰거나 다른 폴더를 주십시오", "this would overwrite the outputs; leave -o out or name another folder");
            }

            var (data, messages) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
            var written = new OutputFolder(to ?? from);
            var (count, sound) = (0, true);
            foreach (var file in ReviewFiles.In(from, messages).Where(f => File.Exists(f.EventFile.Path)))
            {
                var name = to is null ? Path.ChangeExtension(file.Name, ReportFiles.ReviewedExtension) : file.Name;
                written.Write(name, ReportJson.Write(file.Reviewed.Report));
                data.WriteLine($"{written.PathOf(name)}\t{file.Reviewed.Conflicts.Length}");
                foreach (var conflict in file.Reviewed.Conflicts)
                {
                    messages.WriteLine($"{file.Name}: {conflict.Event.Id} ({conflict.Event.Who}, {conflict.Event.Base?.Quote}): {conflict.Korean} / {conflict.English}");
                }

                (count, sound) = (count + 1, sound && file.Reviewed.Conflicts.IsEmpty && file.Diagnostics.IsEmpty);
            }

            messages.WriteLine($"검토한 보고서 {count}건을 썼습니다 / {count} reviewed reports written");
            return sound ? ExitCode.Success : ExitCode.SomeFailed;
        });
        return command;
    }
}
