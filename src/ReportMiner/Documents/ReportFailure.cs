namespace ReportMiner.Documents;

/// <summary>Why a report could not be processed.</summary>
/// <param name="Code">A stable code, <c>RM</c> and four digits.</param>
/// <param name="Korean">One plain sentence.</param>
/// <param name="English">The same in English.</param>
public sealed record ReportFailure(string Code, string Korean, string English)
{
    /// <summary>Both sentences in one line.</summary>
    public string Message => $"{Korean} / {English}";
}
