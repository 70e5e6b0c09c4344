using System.Runtime.ExceptionServices;
using System.Threading.Channels;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using ReportMiner.Cli.Batch;

namespace ReportMiner.Cli.Queue;

/// <summary>
/// Takes documents from the queue and answers for each when what became of it is safe: a result when it is on the disk,
/// a failure when the dead queue has it. What was not answered for, the broker hands out again.
/// </summary>
/// <param name="process">Does a document, or knows that it is done; returns when result and journal are on the disk.</param>
/// <param name="tell">Is told what became of each document; thread-safe.</param>
internal sealed class QueueWorker(
    Broker broker, QueueAddress address, SpoolFolder spool, BegunDocuments begun, Func<BatchItem, CancellationToken, Task<BatchResult>> process, int jobs, Action<DocumentAnswer> tell) : IDisposable
{
    /// <summary>How often workers try a document whose failure may be the machine's fault.</summary>
    public const int MaxTries = 3;

    /// <summary>How many workers may end on a document. After the first it is processed alone, so that no other is blamed for it.</summary>
    public const int MaxEnds = 5;

    // Documents that lie ready here, so that no slot waits for the network. Few: they take memory.
    private const int Ready = 2;

    private static readonly TimeSpan FirstPatience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // A file that is not there or cannot be opened, no poppler, an unexpected error, a process that died.
    private static readonly string[] MayPass = ["RM1001", "RM1008", "RM1900", "RM1904", QueueFailures.ReferenceChanged.Code];

    private readonly AloneGate _gate = new(jobs);
    private ExceptionDispatchInfo? _fault;

    /// <summary>Works until it is told to stop, through outages however long.</summary>
    /// <param name="stop">Ends it when what is under way is done; the rest goes back.</param>
    /// <exception cref="QueueException">The queue cannot be used.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            await broker.RunAsync(static _ => Task.CompletedTask, FirstPatience, stop);
            while (true)
            {
                await broker.RunAsync(channel => _fault is null ? ConsumeAsync(channel, stop) : Task.CompletedTask, TimeSpan.MaxValue, stop);
                _fault?.Throw();
                await Task.Delay(Pause, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            _fault?.Throw();
        }
    }

    public void Dispose() => _gate.Dispose();

    /// <summary>Works until the channel is lost, the worker is told to stop, or something is wrong with this machine.</summary>
    private async Task ConsumeAsync(IChannel channel, CancellationToken stop)
    {
        var arrived = Channel.CreateUnbounded<Delivery>(); // bounded by what the broker hands out at a time
        var consumer = new AsyncEventingBasicConsumer(channel);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        consumer.ReceivedAsync += (_, e) =>
        {
            // The bytes are the client's again when this returns.
            arrived.Writer.TryWrite(new Delivery(e.DeliveryTag, e.Redelivered, MessageHeaders.TriesOf(e.BasicProperties), e.Body.ToArray()));
            return Task.CompletedTask;
        };
        // The channel was lost, or the queue deleted.
        consumer.ShutdownAsync += (_, _) => EndAsync(end);
        consumer.UnregisteredAsync += (_, _) => EndAsync(end);
        await channel.BasicQosAsync(0, (ushort)(jobs + Ready), global: false, stop);
        var tag = await channel.BasicConsumeAsync(address.Name, autoAck: false, consumer, stop);
        await Task.WhenAll(Enumerable.Range(0, jobs).Select(_ => TakeAsync(channel, arrived.Reader, end)));
        if (channel.IsOpen)
        {
            await channel.BasicCancelAsync(tag, cancellationToken: CancellationToken.None);
            // All that is not answered for, at one stroke.
            await channel.BasicNackAsync(0, multiple: true, requeue: true, CancellationToken.None);
            // Closing waits until the broker has heard it all.
            await channel.CloseAsync(CancellationToken.None);
        }
    }

    /// <summary>One slot: a document after the other.</summary>
    private async Task TakeAsync(IChannel channel, ChannelReader<Delivery> arrived, CancellationTokenSource end)
    {
        try
        {
            while (!end.IsCancellationRequested)
            {
                var delivery = await arrived.ReadAsync(end.Token);
                if (await TryAsync(delivery) is not { } answer)
                {
                    await EndAsync(end);
                    return;
                }

                await AnswerAsync(channel, delivery, answer);
                tell(answer);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // What is left was not begun.
        }
        catch
        {
            await EndAsync(end);
            throw;
        }
    }

    /// <returns>Null if something is wrong that is not the document's fault (a bad one is a failure): the disk is full, the models are damaged.</returns>
    private async Task<DocumentAnswer?> TryAsync(Delivery delivery)
    {
        try
        {
            return await DoAsync(delivery);
        }
        catch (Exception e)
        {
            _fault ??= ExceptionDispatchInfo.Capture(e);
            return null;
        }
    }

    private async Task<DocumentAnswer> DoAsync(Delivery delivery)
    {
        if (DocumentMessage.Read(delivery.Body, out var message, out var content) is { } unreadable)
        {
            return new DocumentAnswer(message?.Target ?? "", AnswerKind.Failed, unreadable);
        }

        var ends = delivery.Again ? begun.Count(message!) : 0;
        if (ends >= MaxEnds)
        {
            begun.End(message!);
            return new DocumentAnswer(message!.Target, AnswerKind.Failed, QueueFailures.EndsWorkers(ends));
        }

        var result = await _gate.RunAsync(alone: ends > 0, () => ProcessAsync(message!, content));
        return result.Failure is not { } failure ? new DocumentAnswer(message!.Target, result.Status == BatchStatus.Skipped ? AnswerKind.Skipped : AnswerKind.Written, null)
            : new DocumentAnswer(message!.Target, MayPass.Contains(failure.Code, StringComparer.Ordinal) && delivery.Tries + 1 < MaxTries ? AnswerKind.Again : AnswerKind.Failed, failure);
    }

    private async Task<BatchResult> ProcessAsync(DocumentMessage message, ReadOnlyMemory<byte> content)
    {
        begun.Begin(message);
        var changed = spool.Place(message, content, out var path);
        var item = new BatchItem(path, message.Target);
        var result = changed is null ? await process(item, CancellationToken.None) : BatchResult.Fail(item, changed);
        spool.Remove(path);
        begun.End(message);
        return result;
    }

    private async Task AnswerAsync(IChannel channel, Delivery delivery, DocumentAnswer answer)
    {
        if (answer.Kind == AnswerKind.Again)
        {
            await broker.PublishAsync(channel, address.Name, MessageHeaders.Waiting(delivery.Tries + 1), delivery.Body, CancellationToken.None);
        }
        else if (answer.Failure is { } failure)
        {
            await broker.PublishAsync(channel, address.DeadName, MessageHeaders.Dead(failure), delivery.Body, CancellationToken.None);
        }

        await channel.BasicAckAsync(delivery.Tag, multiple: false, CancellationToken.None);
    }

    private static async Task EndAsync(CancellationTokenSource end)
    {
        try
        {
            await end.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // It has ended.
        }
    }
}
