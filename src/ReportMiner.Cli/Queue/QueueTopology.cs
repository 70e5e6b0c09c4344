using RabbitMQ.Client;

namespace ReportMiner.Cli.Queue;

/// <summary>The two queues: one of the documents that wait, one of those that failed for good. Both are quorum queues, kept on disk by as many brokers as the cluster has.</summary>
internal static class QueueTopology
{
    /// <summary>How often a document may come back without an answer until the broker itself puts it into the dead queue. The broker cannot tell the one that ended its worker from those that lay beside it; workers can, and are sooner.</summary>
    public const int DeliveryLimit = 20;

    // Longer than a document may take, or the broker would take it for forgotten and hand it out again.
    private const int ConsumerTimeoutMilliseconds = 4 * 60 * 60 * 1000;

    // Looking into the dead queue counts as a delivery; a broker's own limit would in the end drop what is looked at.
    private const int NoLimit = 1_000_000_000;

    private static readonly Dictionary<string, object?> Quorum = new(StringComparer.Ordinal) { ["x-queue-type"] = "quorum" };

    /// <summary>Makes the queues, or sees that they are as they should be.</summary>
    public static async Task DeclareAsync(IChannel channel, QueueAddress address, CancellationToken cancellation)
    {
        await DeclareAsync(channel, address.DeadName, new(Quorum, StringComparer.Ordinal) { ["x-delivery-limit"] = NoLimit }, cancellation);
        await DeclareAsync(channel, address.Name, new(Quorum, StringComparer.Ordinal)
        {
            ["x-delivery-limit"] = DeliveryLimit,
            ["x-dead-letter-exchange"] = "",
            ["x-dead-letter-routing-key"] = address.DeadName,
            // A dead letter leaves its queue only when the dead queue has it; the broker allows that together with this overflow only.
            ["x-dead-letter-strategy"] = "at-least-once",
            ["x-overflow"] = "reject-publish",
            ["x-consumer-timeout"] = ConsumerTimeoutMilliseconds,
        }, cancellation);
    }

    /// <summary>Only sees that the queues are there.</summary>
    public static async Task FindAsync(IChannel channel, QueueAddress address, CancellationToken cancellation)
    {
        await channel.QueueDeclarePassiveAsync(address.Name, cancellation);
        await channel.QueueDeclarePassiveAsync(address.DeadName, cancellation);
    }

    private static Task DeclareAsync(IChannel channel, string name, Dictionary<string, object?> arguments, CancellationToken cancellation) =>
        channel.QueueDeclareAsync(name, durable: true, exclusive: false, autoDelete: false, arguments, noWait: false, cancellationToken: cancellation);
}
