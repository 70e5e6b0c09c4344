using System.CommandLine;
using System.Text.Json;
using System.Text.RegularExpressions;
using ReportMiner.Cli.Batch;
using ReportMiner.Cli.Queue;

namespace ReportMiner.Cli.Commands;

/// <summary><c>reportminer worker</c>: takes reports from a queue, with as many others as there are.</summary>
internal static partial class WorkerCommand
{
    public const string Name = "worker";

    /// <summary>How long it may take to finish what is under way when it is told to stop: every document has its own limit.</summary>
    public static readonly TimeSpan LongestDrain = TimeSpan.FromDays(1);

    public static Command Create()
    {
        var queue = QueueOption.Create();
        var options = new BatchOptions();
        var command = new Command(Name, """
            큐에서 보고서를 받아 처리합니다. 결과가 디스크에 놓인 뒤에야 큐에 알립니다. Ctrl+C나 SIGTERM을 받으면 하던 것을 마치고 끝냅니다.
            Takes reports from a queue and acknowledges each when its result is on disk. Ctrl+C or SIGTERM: finishes what is under way and ends.

            예 / Example:
              reportminer worker --queue amqp://user:password@broker/?queue=night -o /shared/out --jobs 4
            """) { queue };
        options.AddTo(command);
        command.SetAction(async (parse, cancellation) =>
        {
            // Signals are listened to as soon as this first gives way; nothing must be taken before.
            await Task.Yield();
            return await WorkAsync(QueueOption.Of(parse, queue), options.Of(parse), parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error, cancellation);
        });
        return command;
    }

    private static async Task<int> WorkAsync(QueueAddress address, BatchSettings settings, TextWriter data, TextWriter messages, CancellationToken stop)
    {
        using var session = new BatchSession(settings, $"worker-{NotPlain().Replace(Environment.MachineName, "-")}-{Environment.ProcessId}");
        using var spool = new SpoolFolder();
        var begun = new BegunDocuments(session.Folder);
        var (shown, told) = (TextWriter.Synchronized(data), TextWriter.Synchronized(messages));
        await using var broker = Broker.Make(address, told.WriteLine);
        told.WriteLine($"{address}: 보고서를 기다립니다. 끝내려면 Ctrl+C. / Waiting for reports. Ctrl+C ends it.");
        using var worker = new QueueWorker(broker, address, spool, begun, ProcessAsync, settings.Jobs, Tell);
        await worker.RunAsync(stop);
        told.WriteLine("하던 것을 마치고 끝냅니다. / What was under way is finished.");
        return ExitCode.Success;

        Task<BatchResult> ProcessAsync(BatchItem item, CancellationToken cancellation)
        {
            if (File.Exists(session.Folder.PathOf(item.Target + ".json")))
            {
                // Another worker may have done it.
                session.Journal.Refresh();
            }

            return session.ProcessAsync(item, cancellation);
        }

        void Tell(DocumentAnswer answer)
        {
            var kind = JsonNamingPolicy.CamelCase.ConvertName(answer.Kind.ToString());
            if (answer.Failure is { } failure)
            {
                shown.WriteLine($"{kind}\t{answer.Target}\t{failure.Code}");
                told.WriteLine($"{answer.Target}: {failure.Code} {failure.Message}");
            }
            else
            {
                shown.WriteLine($"{kind}\t{session.Folder.PathOf(answer.Target + ".json")}");
            }
        }
    }

    // The name of a journal has no dots.
    [GeneratedRegex("[^A-Za-z0-9-]+", RegexOptions.None, 1000)]
    private static partial Regex NotPlain();
}
