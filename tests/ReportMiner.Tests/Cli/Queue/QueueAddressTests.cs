using ReportMiner.Cli.Queue;
using Xunit;

namespace ReportMiner.Tests.Cli.Queue;

public sealed class QueueAddressTests
{
    [Fact]
    public void An_address_names_host_virtual_host_and_queue_and_shows_no_password()
    {
        var address = QueueAddress.Parse("amqps://kim:geheim%21@broker.example:5999/reports?queue=night-1");
        var connections = address.Connections();

        Assert.Equal("night-1", address.Name);
        Assert.Equal("night-1.dead", address.DeadName);
        Assert.Equal(("kim", "geheim!", "reports"), (connections.UserName, connections.Password, connections.VirtualHost));
        Assert.True(connections.Ssl.Enabled);
        Assert.Equal("broker.example", connections.Ssl.ServerName);
        Assert.Equal("night-1 @ broker.example:5999", address.ToString());
    }

    [Fact]
    public void Without_a_name_the_queue_is_called_reportminer() => Assert.Equal("reportminer", QueueAddress.Parse("amqp://broker").Name);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("broker:5672")]
    [InlineData("http://kim:geheim@broker/")]
    [InlineData("amqp://kim:geheim@/")]
    [InlineData("amqp://kim:geheim@broker/a/b")]
    [InlineData("amqp://kim:geheim@broker/?queue=")]
    [InlineData("amqp://kim:geheim@broker/?queue=a/b")]
    [InlineData("amqp://kim:geheim@broker/?name=night")]
    [InlineData("amqp://kim:ge#heim@broker/")]
    public void What_is_no_address_is_told_without_repeating_it(string? text)
    {
        var e = Assert.Throws<QueueException>(() => QueueAddress.Parse(text));
        Assert.Equal("RM5001", e.Failure.Code);
        Assert.DoesNotContain("heim", e.ToString());
    }
}
