using System.CommandLine;
using System.Globalization;
using ReportMiner.Cli.Batch;
using ReportMiner.Cli.Queue;

namespace ReportMiner.Cli.Commands;

/// <summary><c>reportminer submit</c>: reports into a queue.</summary>
internal static class SubmitCommand
{
    // RabbitMQ 4 takes messages of up to 16 MB.
    private const int LargestBody = 15;

    public static Command Create()
    {
        var inputs = new Argument<string[]>("INPUT") { Description = "파일이나 폴더(하위 폴더 포함) / files or folders", Arity = ArgumentArity.OneOrMore };
        var queue = QueueOption.Create();
        var inline = new Option<int>("--inline")
        {
            Description = "이보다 큰 보고서는 내용 대신 절대 경로로 넣음. 작업자가 그 경로를 읽을 수 있어야 함(MB, 기본 1) / larger reports go by their absolute path, which workers must be able to read",
            HelpName = "MB",
            DefaultValueFactory = _ => 1,
        };
        inline.Validators.Add(r =>
        {
            if (r.Tokens.Count > 0 && (!int.TryParse(r.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n > LargestBody))
            {
                r.AddError($"--inline: 0–{LargestBody} 사이의 정수만 됩니다 / must be a whole number in 0–{LargestBody}");
            }
        });
        var command = new Command("submit", """
            보고서를 큐에 넣습니다. 여러 컴퓨터의 worker가 나누어 처리합니다. 두 번 넣어도 해가 없습니다.
            Puts reports into a queue, for the workers of many machines. Submitting twice does no harm.

            예 / Examples:
              reportminer submit 보고서폴더 --queue amqp://user:password@broker/?queue=night
              REPORTMINER_QUEUE=amqp://… reportminer submit 보고서폴더 --inline 4
            """) { inputs, queue, inline };
        command.SetAction(async (parse, cancellation) =>
        {
            var address = QueueOption.Of(parse, queue);
            var (data, messages) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
            var items = InputFinder.Find(parse.GetRequiredValue(inputs), output: null);
            if (items.Count == 0)
            {
                throw new UsageException("처리할 파일이 없습니다", "there is no file to process");
            }

            await using var broker = Broker.Make(address, messages.WriteLine);
            var submitter = new Submitter(broker, address, (long)parse.GetValue(inline) << 20);
            var failed = 0;
            foreach (var item in items)
            {
                if (await submitter.SubmitAsync(item, cancellation) is { } failure)
                {
                    failed++;
                    await data.WriteLineAsync($"failed\t{item.Path}\t{failure.Code}");
                    await messages.WriteLineAsync($"{item.Path}: {failure.Code} {failure.Message}");
                }
                else
                {
                    await data.WriteLineAsync($"submitted\t{item.Path}");
                }
            }

            await messages.WriteLineAsync($"{address}: 보고서 {items.Count - failed}건을 넣었습니다 / {items.Count - failed} reports submitted");
            return failed == 0 ? ExitCode.Success : failed < items.Count ? ExitCode.SomeFailed : ExitCode.AllFailed;
        });
        return command;
    }
}
