using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using ReportMiner.Cli.Batch;
using ReportMiner.Documents;
using ReportMiner.Resources;

namespace ReportMiner.Cli.Commands;

/// <summary><c>reportminer inspect</c>: a picture of a page with a box round each block.</summary>
internal static partial class InspectCommand
{
    private const string Help = """
        쪽 그림 위에 제목, 문단, 목록, 표, 각주를 색 상자로 그려 읽은 순서를 보여 줍니다. 쪽마다 HTML 파일 하나입니다.
        Draws a page's picture with a coloured box round each block, in reading order: one HTML file a page.

        예 / Examples:
          reportminer inspect 보고서.pdf --page 12
          reportminer inspect 보고서.pdf --pages 3-8 -o 쪽그림
        """;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "PDF 파일 / a PDF file" };
        var page = new Option<int?>("--page") { Description = "쪽(기본: 1) / page; default: 1", HelpName = "N" };
        var pages = new Option<string?>("--pages") { Description = "쪽의 범위 / a range of pages", HelpName = "A-B" };
        var output = new Option<string?>("--out", "-o") { Description = "결과 파일(.html)이나 폴더(없으면 여기의 FILE.page-N.html) / output file (.html) or folder; default: FILE.page-N.html here", HelpName = "OUT" };
        var config = new Option<string?>("--config") { Description = "설정 파일 / configuration", HelpName = "FILE" };
        var models = new Option<string?>("--models") { Description = "규칙과 이름 목록 폴더 / folder of rules and lists", HelpName = "DIR" };
        var command = new Command("inspect", Help) { file, page, pages, output, config, models };
        command.SetAction((parse, cancellation) => Task.Run(
            () => Inspect(
                parse.GetRequiredValue(file),
                Range(parse.GetValue(page), parse.GetValue(pages)),
                parse.GetValue(output),
                Configuration.Load(parse.GetValue(config), parse.GetValue(models)),
                parse.InvocationConfiguration.Output,
                parse.InvocationConfiguration.Error,
                cancellation),
            CancellationToken.None));
        return command;
    }

    private static int Inspect(string file, (int First, int Last) pages, string? output, ReportPipelineBuilder builder, TextWriter data, TextWriter messages, CancellationToken cancellation)
    {
        try
        {
            var report = new PageInspector(builder.Options, ResourceDirectory.Open(builder.Models)).Read(new ReportInput(file), cancellation);
            if (!report.Succeeded)
            {
                return Failed(report.Failure, file, data, messages);
            }

            CheckPages(file, pages, report.Value.Pages);
            for (var page = pages.First; page <= pages.Last; page++)
            {
                var drawn = report.Value.Draw(page, cancellation);
                if (!drawn.Succeeded)
                {
                    return Failed(drawn.Failure, file, data, messages);
                }

                var (folder, name) = Target(file, page, output, pages.First != pages.Last);
                new OutputFolder(folder).Write(name, drawn.Value);
                data.WriteLine($"written\t{Path.Combine(folder, name)}");
            }

            return ExitCode.Success;
        }
        catch (OperationCanceledException)
        {
            messages.WriteLine("중단했습니다. / Cancelled.");
            return ExitCode.Cancelled;
        }
    }

    private static (int First, int Last) Range(int? page, string? pages)
    {
        if (page is not null && pages is not null)
        {
            throw new UsageException("--page와 --pages 가운데 하나만 쓰십시오", "give --page or --pages, not both");
        }

        if (pages is null)
        {
            return (page ?? 1, page ?? 1);
        }

        var range = PageRange().Match(pages);
        return range.Success && int.Parse(range.Groups[1].ValueSpan, CultureInfo.InvariantCulture) is var first && int.Parse(range.Groups[2].ValueSpan, CultureInfo.InvariantCulture) is var last && first <= last
            ? (first, last)
            : throw new UsageException($"--pages {pages}: 3-8처럼 적으십시오", "write it like 3-8");
    }

    private static void CheckPages(string file, (int First, int Last) pages, int count)
    {
        if (count == 0)
        {
            throw new UsageException($"{file}: 쪽이 없는 형식(텍스트, HWP, HWPX, DOCX)이라 쪽 그림이 없습니다. PDF를 넣으십시오", "a file without pages (text, HWP, HWPX, DOCX) has no page picture; give a PDF");
        }

        if (pages.First < 1 || pages.Last > count)
        {
            throw new UsageException($"{file}: 쪽은 1–{count}에서 고르십시오", $"choose pages in 1–{count}");
        }
    }

    private static (string Folder, string Name) Target(string file, int page, string? output, bool several)
    {
        if (output is not null && !several && output.EndsWith(".html", StringComparison.OrdinalIgnoreCase))
        {
            return (Path.GetDirectoryName(output) is { Length: > 0 } folder ? folder : ".", Path.GetFileName(output));
        }

        return (output ?? ".", string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)}.page-{page}.html"));
    }

    private static int Failed(ReportFailure failure, string file, TextWriter data, TextWriter messages)
    {
        data.WriteLine($"failed\t{file}\t{failure.Code}");
        messages.WriteLine($"{file}: {failure.Code} {failure.Message}");
        return ExitCode.AllFailed;
    }

    [GeneratedRegex("^([0-9]{1,6})-([0-9]{1,6})$", RegexOptions.CultureInvariant)]
    private static partial Regex PageRange();
}
