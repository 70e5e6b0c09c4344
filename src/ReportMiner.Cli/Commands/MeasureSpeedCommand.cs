using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using ReportMiner.Cli.Batch;

namespace ReportMiner.Cli.Commands;

/// <summary><c>reportminer measure speed</c>: how long whole reports take, stage by stage, beside <c>pdftotext</c> on the same files.</summary>
internal static class MeasureSpeedCommand
{
    public static Command Create()
    {
        var inputs = new Argument<string[]>("INPUT") { Description = "파일이나 폴더 / files or folders", Arity = ArgumentArity.OneOrMore };
        var rounds = new Option<int>("--rounds") { Description = "재는 횟수. 가운데 값을 씁니다 / how often to measure; the median counts", DefaultValueFactory = _ => 3, HelpName = "N" };
        var config = new Option<string?>("--config") { Description = "설정 파일 / configuration", HelpName = "FILE" };
        var models = new Option<string?>("--models") { Description = "규칙과 이름 목록 폴더 / folder of rules and lists", HelpName = "DIR" };
        var command = new Command("speed", """
            보고서를 하나씩 처음부터 끝까지(읽기, 찾기, JSON과 검토 페이지 쓰기) 처리하며 시간을 재고, 같은 파일의 pdftotext와 견줍니다.
            첫 번은 따로 적고(first, 코드를 번역하는 시간이 듭니다), 그다음부터 번갈아 잽니다. 결과는 임시 폴더에 쓰고 지웁니다.
            Processes one report at a time from file to JSON and review page, and times it beside pdftotext on the same file, turn by turn.
            The first time stands apart (first: code is compiled then). What is written goes to a temporary folder.
            파일마다 한 줄: 파일, 쪽, 첫 번, 초, 초당 쪽, pdftotext의 초, 배수. 이어서 단계마다 한 줄과 최대 메모리.
            A row a file: file, pages, first, seconds, pages a second, pdftotext's seconds, ratio. Then a row a stage, and peak memory.

            예 / Example:
              taskset -c 0 reportminer measure speed 보고서.pdf --rounds 5
            """) { inputs, rounds, config, models };
        command.SetAction((parse, cancellation) => Task.Run(() => Measure(
            parse.GetRequiredValue(inputs),
            Math.Max(1, parse.GetValue(rounds)),
            Configuration.Load(parse.GetValue(config), parse.GetValue(models)),
            parse.InvocationConfiguration.Output,
            cancellation)));
        return command;
    }

    private static int Measure(string[] inputs, int rounds, ReportPipelineBuilder builder, TextWriter data, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("reportminer-speed-");
        try
        {
            var processor = new DocumentProcessor(builder.Build(), new OutputFolder(folder.FullName), builder.Options.Output.ReviewHtml);
            var pdftotext = Path.Combine(builder.Options.Pdf.PopplerPath ?? "", "pdftotext");
            using var stages = new StageClock();
            var files = InputFinder.Find(inputs, folder.FullName).Select(item => new Times(item, Time(() => processor.Process(item, cancellation)))).ToList();
            stages.Clear();
            for (var round = 0; round < rounds; round++)
            {
                foreach (var file in files)
                {
                    file.Ours.Add(Time(() => processor.Process(file.Item, cancellation)).Seconds);
                    if (Baseline(pdftotext, file.Item.Path) is { } seconds)
                    {
                        file.Theirs.Add(seconds);
                    }
                }
            }

            Print(files, stages, rounds, data);
            return files.Exists(f => f.Failed) ? ExitCode.SomeFailed : ExitCode.Success;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Print(List<Times> files, StageClock stages, int rounds, TextWriter data)
    {
        data.WriteLine("file\tpages\tfirst\tseconds\tpagesPerSecond\tpdftotext\tratio");
        foreach (var file in files)
        {
            data.WriteLine(Row(file.Item.Path, file.Pages, file.First, Median(file.Ours), Median(file.Theirs)));
        }

        data.WriteLine(Row("all", files.Sum(f => f.Pages), files.Sum(f => f.First), files.Sum(f => Median(f.Ours)), files.TrueForAll(f => f.Theirs.Count > 0) ? files.Sum(f => Median(f.Theirs)) : 0));
        data.WriteLine("\nstage\tseconds\tshare");
        var all = stages.Stages.Sum(s => s.Time.TotalSeconds);
        foreach (var (stage, time) in stages.Stages)
        {
            data.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stage}\t{time.TotalSeconds / rounds:F3}\t{time.TotalSeconds / all * 100:F1}"));
        }

        using var process = Process.GetCurrentProcess();
        data.WriteLine($"\npeakMemoryMegabytes\t{process.PeakWorkingSet64 >> 20}");
    }

    private static string Row(string name, int pages, double first, double ours, double theirs) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}\t{pages}\t{first:F2}\t{ours:F3}\t{pages / ours:F1}") + (theirs > 0 ? string.Create(CultureInfo.InvariantCulture, $"\t{theirs:F3}\t{ours / theirs:F2}") : "\t\t");

    private static (BatchResult Result, double Seconds) Time(Func<BatchResult> work)
    {
        var started = Stopwatch.GetTimestamp();
        var result = work();
        return (result, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    /// <summary>Seconds that pdftotext takes for a file; null where it cannot read it or is not installed.</summary>
    private static double? Baseline(string pdftotext, string path)
    {
        try
        {
            var started = Stopwatch.GetTimestamp();
            using var process = Process.Start(new ProcessStartInfo(pdftotext, ["-q", "-enc", "UTF-8", path, "-"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync();
            process.StandardOutput.BaseStream.CopyTo(Stream.Null);
            errors.GetAwaiter().GetResult();
            process.WaitForExit();
            return process.ExitCode == 0 ? Stopwatch.GetElapsedTime(started).TotalSeconds : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static double Median(List<double> seconds) =>
        seconds.Count == 0 ? 0 : seconds.Order().ElementAt(seconds.Count / 2);

    /// <summary>A file and how long it took, first and then round by round.</summary>
    private sealed record Times(BatchItem Item, (BatchResult Result, double Seconds) FirstRun)
    {
        public int Pages => FirstRun.Result.Pages;

        public double First => FirstRun.Seconds;

        public bool Failed => FirstRun.Result.Status == BatchStatus.Failed;

        public List<double> Ours { get; } = [];

        public List<double> Theirs { get; } = [];
    }
}
