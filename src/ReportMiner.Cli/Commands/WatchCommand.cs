using System.CommandLine;
using System.Text.Json.Nodes;
using ReportMiner.Cli.Batch;

namespace ReportMiner.Cli.Commands;

/// <summary><c>reportminer watch</c>: reports are processed as they arrive in a folder.</summary>
internal static class WatchCommand
{
    private const string Help = """
        폴더에 들어오는 보고서를 오는 대로 처리합니다. 다 복사된 파일만 집습니다. Ctrl+C로 끝냅니다.
        Processes reports as they arrive in a folder, each when it is wholly there. Ctrl+C ends it.

        예 / Example:
          reportminer watch 받은보고서 -o out
        """;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    public static Command Create()
    {
        var inbox = new Argument<string>("INBOX") { Description = "살필 폴더(하위 폴더 포함) / folder to watch, with those below it" };
        var options = new BatchOptions();
        var command = new Command("watch", Help) { inbox };
        options.AddTo(command);
        command.SetAction((parse, cancellation) => WatchAsync(
            parse.GetRequiredValue(inbox), options.Of(parse), parse.InvocationConfiguration.Output, options.Log(parse), cancellation));
        return command;
    }

    private static async Task<int> WatchAsync(string inbox, BatchSettings settings, TextWriter data, RunLog log, CancellationToken cancellation)
    {
        UsageException.ThrowIfNoFolder(inbox);
        using var session = new BatchSession(settings);
        var arrivals = new Arrivals(() => InputFinder.Find([inbox], settings.Output));
        log.Tell("watch.started", new JsonObject { ["folder"] = inbox }, $"{inbox} 폴더를 살핍니다. 끝내려면 Ctrl+C. / Watching the folder; Ctrl+C ends it.");
        try
        {
            for (string? trouble = null; ; await Task.Delay(Interval, cancellation))
            {
                (var items, trouble) = Look(arrivals, log, trouble);
                if (items.Count > 0)
                {
                    var report = new RunReport(session.Folder, data, log);
                    var results = await session.RunAsync(items, static _ => { }, report.Tell, cancellation);
                    RunPages.Write(session.Folder, session.Journal);
                    report.Summarize(results, session.PeakMemory);
                }
            }
        }
        catch (OperationCanceledException)
        {
            session.Settle(arrivals.Taken);
            log.Tell("watch.ended", [], "끝냅니다. 이미 쓴 결과는 온전합니다. / Stopped; what was written is whole.");
            return ExitCode.Success;
        }
    }

    // A network folder may be away for a while; that is said once.
    private static (IReadOnlyList<BatchItem> Items, string? Trouble) Look(Arrivals arrivals, RunLog log, string? told)
    {
        try
        {
            return (arrivals.Next(), null);
        }
        catch (Exception e) when (e is UsageException or IOException or UnauthorizedAccessException)
        {
            if (e.Message != told)
            {
                log.Tell("watch.trouble", new JsonObject { ["message"] = e.Message }, e.Message);
            }

            return ([], e.Message);
        }
    }
}
