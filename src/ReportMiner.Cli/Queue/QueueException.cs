using ReportMiner.Documents;

namespace ReportMiner.Cli.Queue;

/// <summary>The queue cannot be used; what is to be done about it is the user's: exit code 2.</summary>
internal sealed class QueueException(ReportFailure failure, Exception? inner = null) : Exception($"{failure.Code} {failure.Message}", inner)
{
    /// <summary>What is wrong.</summary>
    public ReportFailure Failure => failure;
}
