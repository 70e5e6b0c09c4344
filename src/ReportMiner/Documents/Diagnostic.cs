namespace ReportMiner.Documents;

/// <summary>How much a diagnostic matters.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing is missing.</summary>
    Info,

    /// <summary>Something may be missing or wrong.</summary>
    Warning,

    /// <summary>The report, or a part of it, could not be processed.</summary>
    Error,
}

/// <summary>A finding about the report or its reading.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Code">A stable code, <c>RM</c> and four digits.</param>
/// <param name="Message">A plain sentence in Korean and one in English, parted by " / ".</param>
/// <param name="Page">The page it is about, from 1, or null.</param>
public sealed record Diagnostic(Severity Severity, string Code, string Message, int? Page)
{
    /// <summary>The code of the finding that personal data was masked in the report.</summary>
    public const string PersonalDataMasked = "RM2202";
}
