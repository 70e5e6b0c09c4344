using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ReportMiner.Cli.Batch;

namespace ReportMiner.Cli.Commands;

/// <summary><c>reportminer run</c>: reports in, JSON and review pages out.</summary>
internal static class RunCommand
{
    private const string Help = """
        보고서를 처리해 JSON과 검토 페이지를 만듭니다. / Processes reports into JSON and review pages.

        예 / Examples:
          reportminer run samples -o out
          reportminer run 보고서.pdf 발표자료.txt -o out --force
          reportminer run 보고서폴더 -o out --config pipeline.json --jobs 4
        """;

    public static Command Create()
    {
        var inputs = new Argument<string[]>("INPUT") { Description = "파일이나 폴더(하위 폴더 포함) / files or folders", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--out", "-o") { Description = "결과 폴더 / output folder", Required = true, HelpName = "OUT" };
        var config = new Option<string?>("--config") { Description = "설정 파일(없으면 프로그램 옆의 pipeline.json) / configuration; default: pipeline.json beside the program", HelpName = "FILE" };
        var models = new Option<string?>("--models") { Description = "규칙과 이름 목록 폴더 / folder of rules and lists", HelpName = "DIR" };
        var jobs = new Option<int>("--jobs", "-j") { Description = "동시에 처리할 보고서 수(기본: 프로세서 수) / reports at a time; default: processors", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };
        var force = new Option<bool>("--force") { Description = "바뀌지 않은 보고서도 다시 처리 / process unchanged reports too" };
        jobs.Validators.Add(r =>
        {
            if (r.Tokens.Count > 0 && (!int.TryParse(r.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n is < 1 or > 256))
            {
                r.AddError("--jobs: 1–256 사이의 정수만 됩니다 / must be a whole number in 1–256");
            }
        });
        var command = new Command("run", Help) { inputs, output, config, models, jobs, force };
        command.SetAction((parse, cancellation) => RunAsync(
            parse.GetRequiredValue(inputs),
            parse.GetRequiredValue(output),
            parse.GetValue(config),
            parse.GetValue(models),
            parse.GetValue(jobs),
            parse.GetValue(force),
            parse.InvocationConfiguration.Output,
            parse.InvocationConfiguration.Error,
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        string[] inputs, string output, string? config, string? models, int jobs, bool force, TextWriter data, TextWriter messages, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var builder = Configuration.Load(config, models);
        var items = InputFinder.Find(inputs, output);
        if (items.Count == 0)
        {
            throw new UsageException("처리할 파일이 없습니다", "there is no file to process");
        }

        var folder = new OutputFolder(output);
        using var owned = OutputLock.TakeWhole(folder);
        using var journal = Journal.Open(folder);
        using var pool = new WorkerPool(WorkerStart.For(output, config, models), folder, builder.Options.Limits, jobs);
        var runner = new BatchRunner(new ResumableProcessing(folder, journal, DocumentKey.Configuration(builder.Identify()), pool.ProcessAsync, force).ProcessAsync);
        var terminal = ReferenceEquals(messages, Console.Error) && !Console.IsErrorRedirected;
        BatchResult[] results;
        try
        {
            results = await new RunProgress(messages, terminal).ShowAsync(items.Count, step => runner.RunAsync(
                items,
                jobs,
                _ => step(),
                result => Tell(result, folder, data, messages),
                cancellation));
        }
        catch (OperationCanceledException)
        {
            await messages.WriteLineAsync("중단했습니다. 이미 쓴 결과는 온전합니다. / Cancelled; what was written is whole.");
            return ExitCode.Cancelled;
        }

        var mine = items.Select(i => i.Target).ToHashSet(StringComparer.Ordinal);
        journal.Compact(e => mine.Contains(e.Target) || (!e.Failed && e.Files.All(folder.Has)));
        folder.Sweep();
        RunPages.Write(folder, journal);
        Summarize(results, watch.Elapsed, messages);
        var failed = results.Count(r => r.Status == BatchStatus.Failed);
        return failed == 0 ? ExitCode.Success : failed < results.Length ? ExitCode.SomeFailed : ExitCode.AllFailed;
    }

    private static void Tell(BatchResult result, OutputFolder folder, TextWriter data, TextWriter messages)
    {
        if (result.Failure is { } failure)
        {
            data.WriteLine($"failed\t{result.Item.Path}\t{failure.Code}");
            messages.WriteLine($"{result.Item.Path}: {failure.Code} {failure.Message}");
        }
        else
        {
            data.WriteLine($"{JsonNamingPolicy.CamelCase.ConvertName(result.Status.ToString())}\t{folder.PathOf(result.Item.Target + ".json")}");
        }
    }

    private static void Summarize(BatchResult[] results, TimeSpan elapsed, TextWriter messages)
    {
        var fresh = results.Where(r => r.Status == BatchStatus.Written).Sum(r => r.Pages);
        var pages = results.Sum(r => r.Pages);
        var skipped = results.Count(r => r.Status == BatchStatus.Skipped);
        var failed = results.Count(r => r.Status == BatchStatus.Failed);
        var each = fresh == 0 ? 0 : elapsed.TotalMilliseconds / fresh;
        using var process = Process.GetCurrentProcess();
        var memory = process.PeakWorkingSet64 >> 20;
        messages.WriteLine(string.Create(CultureInfo.InvariantCulture, $"보고서 {results.Length}건(그대로 둔 것 {skipped}, 실패 {failed}), {pages}쪽, {elapsed.TotalSeconds:F1}초, 쪽당 {each:F1} ms, 최대 메모리 {memory} MB"));
        messages.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{results.Length} reports ({skipped} unchanged, {failed} failed), {pages} pages, {elapsed.TotalSeconds:F1} s, {each:F1} ms a page, peak memory {memory} MB"));
    }
}
