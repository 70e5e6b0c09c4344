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
        var output = new Option<string?>("--output", "-o") { Description = "쓸 폴더. 없으면 결과 옆 / folder to write to; beside the outputs unless told", HelpName = "DIR" };
        var formats = ReviewFormats.All.Select(f => (Format: f, Wanted: new Option<bool>("--" + f.Extension[1..]) { Description = $"{f.Korean} / {f.English}" })).ToList();
        var command = new Command("export", """
            보고서마다 검토한 대로의 결과를 돌려 볼 파일로 냅니다(REPORT.ext.review.…). 고친 파일은 review import로 다시 받아들입니다.
            Writes each report as reviewed as a file to circulate (REPORT.ext.review.…). review import takes it back in when it was corrected.

            예 / Example:
              reportminer review export out --docx -o 회람
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
            var written = new OutputFolder(parse.GetValue(output) ?? from);
            var count = 0;
            foreach (var report in ReviewFiles.In(from, parse.InvocationConfiguration.Error))
            {
                foreach (var format in wanted)
                {
                    var name = Path.ChangeExtension(report.Name, ".review" + format.Extension);
                    using var bytes = new MemoryStream();
                    format.Export(report, bytes);
                    written.Write(name, bytes.ToArray());
                    parse.InvocationConfiguration.Output.WriteLine(written.PathOf(name));
                }

                count++;
            }

            parse.InvocationConfiguration.Error.WriteLine($"보고서 {count}건을 냈습니다 / {count} reports exported");
            return ExitCode.Success;
        });
        return command;
    }
}
