namespace ReportMiner.Documents;

/// <summary>What a section does in the report.</summary>
public enum SectionRole
{
    /// <summary>요약.</summary>
    Summary,

    /// <summary>추진 배경.</summary>
    Background,

    /// <summary>현황, 동향, 분석.</summary>
    Analysis,

    /// <summary>시사점, 정책 제언.</summary>
    Implications,

    /// <summary>추진과제, 세부과제.</summary>
    Tasks,

    /// <summary>향후 계획, 추진 일정.</summary>
    Plan,

    /// <summary>참고문헌.</summary>
    References,

    /// <summary>부록, 붙임, 참고.</summary>
    Appendix,

    /// <summary>None of these.</summary>
    Other,
}

/// <summary>A part of the report under one heading; its span runs from the heading to the end of its last sub-section.</summary>
public sealed record Section : TextItem
{
    /// <summary>Id of the section around it, or null at the top.</summary>
    public required string? Parent { get; init; }

    /// <summary>Depth in the report's own outline, 1 for the highest.</summary>
    public required int Level { get; init; }

    /// <summary>The heading's number or marker as printed, without a trailing full stop; null if none.</summary>
    public required string? Number { get; init; }

    /// <summary>The heading without its number, footnote numbers and tags.</summary>
    public required string Title { get; init; }

    /// <summary>What the section does in the report.</summary>
    public required SectionRole Role { get; init; }
}
