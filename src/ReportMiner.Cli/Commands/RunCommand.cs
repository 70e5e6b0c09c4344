using System.CommandLine;
using ReportMiner.Cli.Batch;

namespace ReportMiner.Cli.Commands;

/// <summary><c>reportminer run</c>: reports in, JSON and review pages out.</summary>
internal static class RunCommand
{
    private const string Help = """
        보고서를 처리해 JSON과 검토 페이지를 만듭니다. 멈추었다가 다시 실행하면 남은 것부터 잇습니다.
        Processes reports into JSON and review pages. Stopped and started again, it goes on with what is left.

        예 / Examples:
          reportminer run samples -o out
          reportminer run 보고서.pdf 발표자료.txt -o out --force
          reportminer run 보고서폴더 -o out --config pipeline.json --jobs 4
          reportminer run 보고서폴더 -o out --shard 2/8
        """;

    public static Command Create()
    {
        var inputs = new Argument<string[]>("INPUT") { Description = "파일이나 폴더(하위 폴더 포함) / files or folders", Arity = ArgumentArity.OneOrMore };
        var options = new BatchOptions();
        var force = new Option<bool>("--force") { Description = "끝난 보고서도 다시 처리 / process finished reports too" };
        var retry = new Option<bool>("--retry-failed") { Description = "앞서 실패한 보고서만 다시 처리 / process only the reports that failed before" };
        var shard = new Option<Shard?>("--shard") { Description = "여러 기계가 나눌 때 n몫 가운데 i번째만 / one of n shares, to split the work among machines", HelpName = "I/N", CustomParser = Shard.Parse };
        var command = new Command("run", Help) { inputs };
        options.AddTo(command);
        command.Add(force);
        command.Add(retry);
        command.Add(shard);
        command.SetAction((parse, cancellation) => RunAsync(
            parse.GetRequiredValue(inputs),
            options.Of(parse),
            parse.GetValue(force),
            parse.GetValue(retry),
            parse.GetValue(shard),
            parse.InvocationConfiguration.Output,
            options.Log(parse),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        string[] inputs, BatchSettings settings, bool force, bool retry, Shard? shard, TextWriter data, RunLog log, CancellationToken cancellation)
    {
        var all = InputFinder.Find(inputs, settings.Output);
        if (all.Count == 0)
        {
            throw new UsageException("처리할 파일이 없습니다", "there is no file to process");
        }

        using var session = new BatchSession(settings, shard?.Name, force);
        var items = all;
        if (shard is not null)
        {
            items = [.. items.AsParallel().AsOrdered().WithCancellation(cancellation).Where(shard.Has)];
        }

        if (retry)
        {
            items = [.. items.Where(i => session.Journal.Of(i.Target) is [{ Failed: true }, ..])];
        }

        var report = new RunReport(session.Folder, data, log);
        BatchResult[]? results = null;
        try
        {
            results = await new RunProgress(log).ShowAsync(items.Count, finished => session.RunAsync(items, finished, report.Tell, cancellation));
        }
        catch (OperationCanceledException)
        {
            log.Tell("run.cancelled", [], "중단했습니다. 이미 쓴 결과는 온전하며, 다시 실행하면 잇습니다. / Cancelled; what was written is whole, and the next run goes on from here.");
        }

        // The shares are brought together by a run over the whole, when all are done.
        if (shard is null)
        {
            session.Settle(all);
        }

        if (results is null)
        {
            return ExitCode.Cancelled;
        }

        report.Summarize(results, session.PeakMemory);
        var failed = results.Count(r => r.Status == BatchStatus.Failed);
        return failed == 0 ? ExitCode.Success : failed < results.Length ? ExitCode.SomeFailed : ExitCode.AllFailed;
    }
}
