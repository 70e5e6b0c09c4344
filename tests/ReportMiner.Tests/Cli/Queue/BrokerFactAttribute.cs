using ReportMiner.Tests.Read;
using Xunit;

namespace ReportMiner.Tests.Cli.Queue;

/// <summary>A test with a broker of its own: skipped where RabbitMQ or poppler is not installed (<c>./test</c> installs both).</summary>
public sealed class BrokerFactAttribute : FactAttribute
{
    public BrokerFactAttribute() => Skip = File.Exists(BrokerNode.Program) ? new PopplerFactAttribute().Skip : "rabbitmq-server is not installed";
}
