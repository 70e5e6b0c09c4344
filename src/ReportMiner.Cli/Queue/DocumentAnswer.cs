using ReportMiner.Documents;

namespace ReportMiner.Cli.Queue;

internal enum AnswerKind
{
    Written,

    /// <summary>The output folder has the result already.</summary>
    Skipped,

    /// <summary>It went to the end of the queue, to be tried again.</summary>
    Again,

    /// <summary>It went to the dead queue.</summary>
    Failed,
}

/// <summary>What a worker made of a document.</summary>
/// <param name="Target">Its place under the output folder; empty where the message cannot be read.</param>
internal sealed record DocumentAnswer(string Target, AnswerKind Kind, ReportFailure? Failure);
