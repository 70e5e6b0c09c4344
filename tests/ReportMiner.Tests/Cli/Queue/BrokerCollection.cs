using Xunit;

namespace ReportMiner.Tests.Cli.Queue;

/// <summary>The tests that share the broker, one after the other: one of them restarts it.</summary>
[CollectionDefinition("broker")]
public sealed class BrokerCollection : ICollectionFixture<BrokerNode>;
