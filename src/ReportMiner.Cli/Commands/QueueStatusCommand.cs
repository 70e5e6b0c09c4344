using System.CommandLine;
using ReportMiner.Cli.Queue;

namespace ReportMiner.Cli.Commands;

/// <summary><c>reportminer queue status</c>: how many documents wait, how many are dead, how many workers there are.</summary>
internal static class QueueStatusCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

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
            var data = parse.InvocationConfiguration.Output;
            await using var broker = new Broker(address, QueueTopology.FindAsync, parse.InvocationConfiguration.Error.WriteLine);
            await broker.RunAsync(async channel =>
            {
                var waiting = await channel.QueueDeclarePassiveAsync(address.Name, cancellation);
                var dead = await channel.QueueDeclarePassiveAsync(address.DeadName, cancellation);
                await data.WriteLineAsync($"waiting\t{waiting.MessageCount}\nworkers\t{waiting.ConsumerCount}\ndead\t{dead.MessageCount}");
            }, Patience, cancellation);
            return ExitCode.Success;
        });
        return command;
    }
}
