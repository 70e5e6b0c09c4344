using System.Text.RegularExpressions;
using RabbitMQ.Client;

namespace ReportMiner.Cli.Queue;

/// <summary>Where a queue is: <c>amqp://user:password@host:port/vhost?queue=name</c>. Only the host and the name are ever shown.</summary>
internal sealed partial class QueueAddress
{
    /// <summary>The environment variable that holds the address where no option gives it, so that no process list shows the password.</summary>
    public const string Variable = "REPORTMINER_QUEUE";

    private const string DefaultName = "reportminer";

    // A broken line is told by missing heartbeats, after twice this long at most.
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    private readonly Uri _uri;

    private QueueAddress(Uri uri, string name) => (_uri, Name) = (uri, name);

    /// <summary>The queue's name.</summary>
    public string Name { get; }

    /// <summary>The queue of the documents that failed for good.</summary>
    public string DeadName => Name + ".dead";

    /// <summary>Host and, where it is given, port.</summary>
    public string Host => _uri.IsDefaultPort || _uri.Port < 0 ? _uri.Host : $"{_uri.Host}:{_uri.Port}";

    /// <exception cref="QueueException">Not an address.</exception>
    public static QueueAddress Parse(string? text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("amqp" or "amqps") || uri.Host.Length == 0 || uri.Segments.Length > 2 || uri.Fragment.Length > 0)
        {
            throw new QueueException(QueueFailures.Address);
        }

        var name = uri.Query.Length == 0 ? DefaultName : Query().Match(uri.Query).Groups["name"].Value;
        return name.Length > 0 ? new QueueAddress(uri, name) : throw new QueueException(QueueFailures.Address);
    }

    /// <summary>What opens connections. Recovery is ours: a connection that broke is replaced by a new one.</summary>
    public ConnectionFactory Connections() => new()
    {
        Uri = new UriBuilder(_uri) { Query = "" }.Uri,
        AutomaticRecoveryEnabled = false,
        TopologyRecoveryEnabled = false,
        RequestedHeartbeat = Heartbeat,
        RequestedConnectionTimeout = Heartbeat,
        HandshakeContinuationTimeout = Heartbeat,
        ClientProvidedName = "reportminer",
    };

    public override string ToString() => $"{Name} @ {Host}";

    [GeneratedRegex(@"^\?queue=(?<name>[A-Za-z0-9._-]{1,200})$", RegexOptions.None, 1000)]
    private static partial Regex Query();
}
