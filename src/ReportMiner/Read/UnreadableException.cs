using ReportMiner.Documents;

namespace ReportMiner.Read;

/// <summary>Thrown deep inside a file that cannot be read on; <see cref="DocumentReader"/> makes it the file's failure.</summary>
internal sealed class UnreadableException(ReportFailure failure) : Exception(failure.English)
{
    public ReportFailure Failure { get; } = failure;
}
