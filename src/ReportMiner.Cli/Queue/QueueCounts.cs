namespace ReportMiner.Cli.Queue;

/// <summary>How much is in a queue.</summary>
/// <param name="Waiting">Documents that no worker holds.</param>
/// <param name="Dead">Messages in the dead queue.</param>
internal sealed record QueueCounts(uint Waiting, uint Workers, uint Dead)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static async Task<QueueCounts> OfAsync(Broker broker, QueueAddress address, CancellationToken cancellation)
    {
        var counts = new QueueCounts(0, 0, 0);
        await broker.RunAsync(async channel =>
        {
            var waiting = await channel.QueueDeclarePassiveAsync(address.Name, cancellation);
            var dead = await channel.QueueDeclarePassiveAsync(address.DeadName, cancellation);
            counts = new QueueCounts(waiting.MessageCount, waiting.ConsumerCount, dead.MessageCount);
        }, Patience, cancellation);
        return counts;
    }
}
