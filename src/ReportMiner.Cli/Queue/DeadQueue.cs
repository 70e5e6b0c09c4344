using System.Security.Cryptography;
using RabbitMQ.Client;

namespace ReportMiner.Cli.Queue;

/// <summary>The documents that failed for good: to be looked at, and to be tried again.</summary>
internal sealed class DeadQueue(Broker broker, QueueAddress address)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>What is in it, in the order of the targets; a document that was submitted twice once.</summary>
    public async Task<IReadOnlyList<DeadLetter>> ListAsync(CancellationToken cancellation)
    {
        var letters = new Dictionary<string, DeadLetter>(StringComparer.Ordinal);
        await broker.RunAsync(async channel =>
        {
            letters.Clear();
            await TakeAsync(channel, got =>
            {
                var letter = LetterOf(got);
                letters[letter.Id] = letter;
                return Task.FromResult(false);
            }, cancellation);
        }, Patience, cancellation);
        return [.. letters.Values.OrderBy(l => l.Target, StringComparer.Ordinal).ThenBy(l => l.Failure.Code, StringComparer.Ordinal)];
    }

    /// <summary>Puts the documents back among those that wait.</summary>
    /// <param name="code">Only those that failed with it; null for all.</param>
    /// <param name="report">Is told of each document that is back.</param>
    public Task RetryAsync(string? code, Action<DeadLetter> report, CancellationToken cancellation)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        return broker.RunAsync(
            channel => TakeAsync(channel, async got =>
            {
                var letter = LetterOf(got);
                if (code is not null && letter.Failure.Code != code)
                {
                    return false;
                }

                // Each message, also one of a document that was submitted twice: it may be the one that failed again meanwhile.
                await broker.PublishAsync(channel, address.Name, MessageHeaders.Waiting(tries: 0), got.Body, cancellation);
                if (told.Add(letter.Id))
                {
                    report(letter);
                }

                return true;
            }, cancellation),
            Patience,
            cancellation);
    }

    /// <summary>Goes once through all that is there, not what comes meanwhile; what <paramref name="settle"/> does not want to be gone is given back at the end.</summary>
    private async Task TakeAsync(IChannel channel, Func<BasicGetResult, Task<bool>> settle, CancellationToken cancellation)
    {
        uint? left = null;
        while (left != 0 && await channel.BasicGetAsync(address.DeadName, autoAck: false, cancellation) is { } got)
        {
            // The first says how many there are besides.
            left = left - 1 ?? got.MessageCount;
            if (await settle(got))
            {
                await channel.BasicAckAsync(got.DeliveryTag, multiple: false, cancellation);
            }
        }

        // All that is not acknowledged, at one stroke.
        await channel.BasicNackAsync(0, multiple: true, requeue: true, cancellation);
    }

    private static DeadLetter LetterOf(BasicGetResult got)
    {
        DocumentMessage.Read(got.Body, out var message, out _);
        var id = message is null ? Convert.ToHexStringLower(SHA256.HashData(got.Body.Span)) : $"{message.Sha256} {message.Target}";
        return new DeadLetter(id, message?.Target ?? "", MessageHeaders.FailureOf(got.BasicProperties));
    }
}
