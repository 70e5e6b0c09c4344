using System.CommandLine;
using ReportMiner.Cli.Queue;

namespace ReportMiner.Cli.Commands;

/// <summary><c>reportminer queue dead</c>: the documents that failed for good, and why.</summary>
internal static class QueueDeadCommand
{
    public static Command Create()
    {
        var queue = QueueOption.Create();
        var command = new Command("dead", """
            실패한 보고서와 그 까닭: 코드, 경로, 설명 / the reports that failed: code, path, reason

            예 / Example:
              reportminer queue dead --queue amqp://user:password@broker/?queue=night
            """) { queue };
        command.SetAction(async (parse, cancellation) =>
        {
            var address = QueueOption.Of(parse, queue);
            await using var broker = Broker.Find(address, parse.InvocationConfiguration.Error.WriteLine);
            foreach (var letter in await new DeadQueue(broker, address).ListAsync(cancellation))
            {
                await parse.InvocationConfiguration.Output.WriteLineAsync($"{letter.Failure.Code}\t{letter.Target}\t{letter.Failure.Message}");
            }

            return ExitCode.Success;
        });
        return command;
    }
}
