using System.CommandLine;
using ReportMiner.Cli.Queue;

namespace ReportMiner.Cli.Commands;

/// <summary>How all commands that use a queue name it.</summary>
internal static class QueueOption
{
    public static Option<string?> Create() => new("--queue")
    {
        Description = $"큐의 주소 amqp://사용자:암호@호스트/가상호스트?queue=이름 (기본: 환경 변수 {QueueAddress.Variable}) / address of the queue; default: the environment variable",
        HelpName = "URI",
    };

    /// <exception cref="QueueException">Not an address.</exception>
    public static QueueAddress Of(ParseResult parse, Option<string?> option) =>
        QueueAddress.Parse(parse.GetValue(option) ?? Environment.GetEnvironmentVariable(QueueAddress.Variable));
}
