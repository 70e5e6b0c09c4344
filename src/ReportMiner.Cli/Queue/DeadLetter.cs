using ReportMiner.Documents;

namespace ReportMiner.Cli.Queue;

/// <summary>A document that failed for good.</summary>
/// <param name="Id">The same for each time it was submitted.</param>
/// <param name="Target">Its place under the output folder; empty where the message cannot be read.</param>
internal sealed record DeadLetter(string Id, string Target, ReportFailure Failure);
