using System.CommandLine;

namespace ReportMiner.Cli.Commands;

/// <summary><c>reportminer queue</c>: what is in a queue.</summary>
internal static class QueueCommand
{
    public static Command Create() => new("queue", """
        큐에 무엇이 남았는지, 무엇이 어떤 까닭으로 실패했는지 봅니다. / What is left in a queue, and what failed for which reason.
        """)
    {
        QueueStatusCommand.Create(),
        QueueDeadCommand.Create(),
        QueueRetryCommand.Create(),
    };
}
