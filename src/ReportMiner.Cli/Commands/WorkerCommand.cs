using System.CommandLine;
using System.Globalization;
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
        var output = new Option<string>("--out", "-o") { Description = "결과 폴더. 작업자 모두가 함께 씀 / output folder, shared by all workers", Required = true, HelpName = "OUT" };
        var config = new Option<string?>("--config") { Description = "설정 파일(없으면 프로그램 옆의 pipeline.json) / configuration; default: pipeline.json beside the program", HelpName = "FILE" };
        var models = new Option<string?>("--models") { Description = "규칙과 이름 목록 폴더 / folder of rules and lists", HelpName = "DIR" };
        var jobs = new Option<int>("--jobs", "-j") { Description = "동시에 처리할 보고서 수(기본: 프로세서 수) / reports at a time; default: processors", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };
        jobs.Validators.Add(r =>
        {
            if (r.Tokens.Count > 0 && (!int.TryParse(r.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n is < 1 or > 256))
            {
                r.AddError("--jobs: 1–256 사이의 정수만 됩니다 / must be a whole number in 1–256");
            }
        });
        var command = new Command(Name, """
            큐에서 보고서를 받아 처리합니다. 결과가 디스크에 놓인 뒤에야 큐에 알립니다. Ctrl+C나 SIGTERM을 받으면 하던 것을 마치고 끝냅니다.
            Takes reports from a queue and acknowledges each when its result is on disk. Ctrl+C or SIGTERM: finishes what is under way and ends.

            예 / Example:
              reportminer worker --queue amqp://user:password@broker/?queue=night -o /shared/out --jobs 4
            """) { queue, output, config, models, jobs };
        command.SetAction(async (parse, cancellation) =>
        {
            // Signals are listened to as soon as this first gives way; nothing must be taken before.
            await Task.Yield();
            return await WorkAsync(
                QueueOption.Of(parse, queue),
                parse.GetRequiredValue(output),
                parse.GetValue(config),
                parse.GetValue(models),
                parse.GetValue(jobs),
                parse.InvocationConfiguration.Output,
                parse.InvocationConfiguration.Error,
                cancellation);
        });
        return command;
    }

    private static async Task<int> WorkAsync(
        QueueAddress address, string output, string? config, string? models, int jobs, TextWriter data, TextWriter messages, CancellationToken stop)
    {
        var builder = Configuration.Load(config, models);
        var folder = new OutputFolder(output);
        using var owned = OutputLock.TakeShare(folder);
        using var journal = Journal.Open(folder, $"worker-{NotPlain().Replace(Environment.MachineName, "-")}-{Environment.ProcessId}");
        using var pool = new WorkerPool(WorkerStart.For(output, config, models), folder, builder.Options.Limits, jobs);
        using var spool = new SpoolFolder();
        var gate = new Lock();
        var resumable = new ResumableProcessing(folder, journal, DocumentKey.Configuration(builder.Identify()), pool.ProcessAsync, force: false);
        await using var broker = new Broker(address, QueueTopology.DeclareAsync, messages.WriteLine);
        var worker = new QueueWorker(broker, address, spool, ProcessAsync, jobs, Tell);
        await messages.WriteLineAsync($"{address}: 보고서를 기다립니다. 끝내려면 Ctrl+C. / Waiting for reports. Ctrl+C ends it.");
        await worker.RunAsync(stop);
        await messages.WriteLineAsync("하던 것을 마치고 끝냅니다. / What was under way is finished.");
        return ExitCode.Success;

        Task<BatchResult> ProcessAsync(BatchItem item, CancellationToken cancellation)
        {
            if (File.Exists(folder.PathOf(item.Target + ".json")))
            {
                // Another worker may have done it.
                journal.Refresh();
            }

            return resumable.ProcessAsync(item, cancellation);
        }

        void Tell(DocumentAnswer answer)
        {
            lock (gate)
            {
                var kind = JsonNamingPolicy.CamelCase.ConvertName(answer.Kind.ToString());
                data.WriteLine(answer.Failure is null ? $"{kind}\t{folder.PathOf(answer.Target + ".json")}" : $"{kind}\t{answer.Target}\t{answer.Failure.Code}");
                if (answer.Failure is { } failure)
                {
                    messages.WriteLine($"{answer.Target}: {failure.Code} {failure.Message}");
                }
            }
        }
    }

    [GeneratedRegex("[^A-Za-z0-9-]+", RegexOptions.None, 1000)]
    private static partial Regex NotPlain();
}
