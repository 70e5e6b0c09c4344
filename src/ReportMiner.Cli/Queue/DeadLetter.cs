using ReportMiner.Documents;

namespace ReportMiner.Cli.Queue;

/// <summary>A document that failed for good.</summary>
/// <param name="Target">Its place under the output folder; empty where the message cannot be read.</param>
internal sealed record DeadLetter(string Target, ReportFailure Failure);
