using ReportMiner.Documents;

namespace ReportMiner.PdfPig;

/// <summary>Thrown where a file passes a limit; the engine makes it the file's failure.</summary>
internal sealed class LimitPassedException(ReportFailure failure) : Exception(failure.English)
{
    public ReportFailure Failure { get; } = failure;
}
