using System.CommandLine;
using ReportMiner.Cli.Queue;

namespace ReportMiner.Cli.Commands;

/// <summary><c>reportminer queue status</c>: how many documents wait, how many are dead, how many workers there are.</summary>
internal static class QueueStatusCommand
{
    public static Command Create()
    {
        var queue = QueueOption.Create();
        var command = new Command("status", """
            기다리는 보고서(작업자가 이미 받아 간 것은 빼고), 작업자, 실패한 보고서의 수 / how many reports wait (not those workers hold), workers, failed reports

            예 / Example:
              reportminer queue status --queue amqp://user:password@broker/?queue=night
            """) { queue };
        command.SetAction(async (parse, cancellation) =>
        {
            var address = QueueOption.Of(parse, queue);
            await using var broker = Broker.Find(address, parse.InvocationConfiguration.Error.WriteLine);
            var counts = await QueueCounts.OfAsync(broker, address, cancellation);
            await parse.InvocationConfiguration.Output.WriteLineAsync($"waiting\t{counts.Waiting}\nworkers\t{counts.Workers}\ndead\t{counts.Dead}");
            return ExitCode.Success;
        });
        return command;
    }
}
