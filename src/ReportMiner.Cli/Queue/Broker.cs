using System.Diagnostics;
using Polly;
using Polly.Retry;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using ReportMiner.Documents;

namespace ReportMiner.Cli.Queue;

/// <summary>A line to the broker that is laid anew, with its queues, when it breaks. For one user at a time.</summary>
internal sealed class Broker : IAsyncDisposable
{
    // What AMQP 0-9-1 answers where trying again would not help.
    private const ushort AccessRefused = 403;
    private const ushort NotFound = 404;
    private const ushort PreconditionFailed = 406;
    private const ushort NotAllowed = 530;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(5);

    private readonly QueueAddress _address;
    private readonly Func<IChannel, QueueAddress, CancellationToken, Task> _prepare;
    private readonly Action<string> _tell;
    private IConnection? _connection;
    private IChannel? _channel;

    private Broker(QueueAddress address, Func<IChannel, QueueAddress, CancellationToken, Task> prepare, Action<string> tell) => (_address, _prepare, _tell) = (address, prepare, tell);

    /// <summary>For who puts documents in or takes them out: makes the queues where there are none.</summary>
    /// <param name="tell">Is told of outages.</param>
    public static Broker Make(QueueAddress address, Action<string> tell) => new(address, QueueTopology.DeclareAsync, tell);

    /// <summary>For who looks at queues that are there.</summary>
    /// <param name="tell">Is told of outages.</param>
    public static Broker Find(QueueAddress address, Action<string> tell) => new(address, QueueTopology.FindAsync, tell);

    /// <summary>Does something with a channel; after an outage again, on a new one.</summary>
    /// <param name="patience">How long outages are borne.</param>
    /// <exception cref="QueueException">The outage lasts longer, or it is none that passes.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task RunAsync(Func<IChannel, Task> work, TimeSpan patience, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var retry = new ResiliencePipelineBuilder()
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = a => ValueTask.FromResult(a.Outcome.Exception is { } e && Passes(e) && watch.Elapsed < patience),
                MaxRetryAttempts = int.MaxValue,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = FirstDelay,
                MaxDelay = LongestDelay,
                OnRetry = a =>
                {
                    _tell(QueueFailures.Unreachable(_address).Code + $" {_address}: {a.RetryDelay.TotalSeconds:F0}초 뒤 다시 잇습니다 / connecting again in {a.RetryDelay.TotalSeconds:F0} s");
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
        try
        {
            await retry.ExecuteAsync(async stop => await work(await OpenAsync(stop)), cancellation);
        }
        catch (OperationInterruptedException e) when (RefusalOf(e) is { } refusal)
        {
            throw new QueueException(refusal, e);
        }
        catch (Exception e) when (Passes(e))
        {
            cancellation.ThrowIfCancellationRequested();
            throw new QueueException(QueueFailures.Unreachable(_address), e);
        }
    }

    /// <summary>Publishes, and returns when the broker has it on disk.</summary>
    /// <exception cref="QueueException">The broker gave it back: there is no such queue.</exception>
    public async Task PublishAsync(IChannel channel, string queue, BasicProperties properties, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        try
        {
            await channel.BasicPublishAsync("", queue, mandatory: true, properties, body, cancellation).AsTask().WaitAsync(LongestAnswer, cancellation);
        }
        catch (PublishException e) when (e.IsReturn)
        {
            throw new QueueException(QueueFailures.Missing(_address), e);
        }
        catch (TimeoutException)
        {
            // It may answer yet, but this channel no longer knows to what.
            await DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is { } connection)
        {
            (_connection, _channel) = (null, null);
            await connection.AbortAsync(LongestGoodbye);
            await connection.DisposeAsync();
        }
    }

    private async Task<IChannel> OpenAsync(CancellationToken cancellation)
    {
        if (_channel is { IsOpen: true })
        {
            return _channel;
        }

        await DisposeAsync();
        try
        {
            _connection = await _address.Connections().CreateConnectionAsync(cancellation);
        }
        catch (Exception e) when (IsLoginRefused(e))
        {
            throw new QueueException(QueueFailures.LoginRefused(_address), e);
        }

        var channel = await _connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellation);
        await _prepare(channel, _address, cancellation);
        return _channel = channel;
    }

    private ReportFailure? RefusalOf(OperationInterruptedException e) => e is AlreadyClosedException ? null : e.ShutdownReason?.ReplyCode switch
    {
        AccessRefused or NotAllowed => QueueFailures.LoginRefused(_address),
        NotFound => QueueFailures.Missing(_address),
        PreconditionFailed => QueueFailures.Different(_address),
        _ => null,
    };

    private bool Passes(Exception e) => e switch
    {
        OperationInterruptedException interrupted => RefusalOf(interrupted) is null,
        BrokerUnreachableException or PublishException or TimeoutException or IOException => true,
        OperationCanceledException => true, // the client's own limits; a cancelled retry does not ask
        _ => false,
    };

    private static bool IsLoginRefused(Exception? e) => e switch
    {
        AuthenticationFailureException or PossibleAuthenticationFailureException => true,
        OperationInterruptedException interrupted => interrupted.ShutdownReason?.ReplyCode is AccessRefused or NotAllowed,
        AggregateException several => several.InnerExceptions.Any(IsLoginRefused),
        BrokerUnreachableException => IsLoginRefused(e.InnerException),
        _ => false,
    };
}
