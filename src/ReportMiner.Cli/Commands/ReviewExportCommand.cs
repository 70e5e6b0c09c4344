using System.CommandLine;
using ReportMiner.Cli.Batch;
using ReportMiner.Cli.Review;

namespace ReportMiner.Cli.Commands;

/// <summary><c>reportminer review export</c>: the outputs as reviewed, as files that people read, correct and send back.</summary>
internal static class ReviewExportCommand
{
    public static Command Create()
    {
        var folder = ReviewCommand.Folder();
        var output = new Option<string?>("--output", "-o") { Description = "쓸 폴더, 또는 한 파일이 나올 때 그 이름. 없으면 결과의 폴더 / folder to write to, or the file where there is one; the folder of the outputs unless told", HelpName = "DIR" };
        var formats = ReviewFormats.All.Select(f => (Format: f, Wanted: new Option<bool>("--" + f.Extension[1..]) { Description = $"{f.Korean} / {f.English}" })).ToList();
        var command = new Command("export", """
            검토한 대로의 결과를 돌려 볼 파일로 냅니다: 워드는 보고서마다 하나(REPORT.ext.review.docx), 엑셀과 CSV는 모두 하나(review.xlsx, review.csv). 고친 파일은 review import로 다시 받아들입니다.
            Writes the reports as reviewed as files to circulate: Word documents one a report (REPORT.ext.review.docx), Excel and CSV one for all (review.xlsx, review.csv). review import takes them back in when they were corrected.

            예 / Examples:
              reportminer review export out --docx -o 회람
              reportminer review export out --xlsx -o 검토-6월.xlsx
            """) { folder, output };
        formats.ForEach(f => command.Add(f.Wanted));
        command.SetAction(parse =>
        {
            var wanted = formats.Where(f => parse.GetValue(f.Wanted)).Select(f => f.Format).ToList();
            if (wanted.Count == 0)
            {
                var names = string.Join(", ", formats.Select(f => f.Wanted.Name));
                throw new UsageException($"어느 형식으로 낼지 고르십시오: {names}", $"choose a format: {names}");
            }

            var from = parse.GetRequiredValue(folder);
            var count = 0;
            var reports = ReviewFiles.In(from, parse.InvocationConfiguration.Error).Select(r =>
            {
                count++;
                return r;
            });
            foreach (var format in wanted)
            {
                count = 0;
                var to = parse.GetValue(output) ?? from;
                var file = to.EndsWith(format.Extension, StringComparison.OrdinalIgnoreCase) ? Path.GetFileName(to) : null;
                var written = new OutputFolder(file is null ? to : Path.GetDirectoryName(Path.GetFullPath(to))!);
                foreach (var (number, made) in format.Export(reports).Index())
                {
                    if (file is not null && number > 0)
                    {
                        throw new UsageException($"{to}: 파일이 여럿 나오니 폴더를 주십시오", "several files are written; name a folder");
                    }

                    written.Write(file ?? made.Name, made.Write);
                    parse.InvocationConfiguration.Output.WriteLine(written.PathOf(file ?? made.Name));
                }
            }

            parse.InvocationConfiguration.Error.WriteLine($"보고서 {count}건을 냈습니다 / {count} reports exported");
            return ExitCode.Success;
        });
        return command;
    }
}
