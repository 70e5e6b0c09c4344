using System.CommandLine;
using ReportMiner.Cli.Queue;

namespace ReportMiner.Cli.Commands;

/// <summary><c>reportminer queue retry</c>: documents that failed go back among those that wait.</summary>
internal static class QueueRetryCommand
{
    public static Command Create()
    {
        var queue = QueueOption.Create();
        var code = new Option<string?>("--code") { Description = "이 코드로 실패한 것만 / only those that failed with this code", HelpName = "CODE" };
        var command = new Command("retry", """
            실패한 보고서를 다시 큐에 넣습니다. / Puts the reports that failed back into the queue.

            예 / Example:
              reportminer queue retry --code RM1008 --queue amqp://user:password@broker/?queue=night
            """) { queue, code };
        command.SetAction(async (parse, cancellation) =>
        {
            var address = QueueOption.Of(parse, queue);
            var data = parse.InvocationConfiguration.Output;
            await using var broker = Broker.Find(address, parse.InvocationConfiguration.Error.WriteLine);
            await new DeadQueue(broker, address).RetryAsync(parse.GetValue(code), letter => data.WriteLine($"retried\t{letter.Target}\t{letter.Failure.Code}"), cancellation);
            return ExitCode.Success;
        });
        return command;
    }
}
