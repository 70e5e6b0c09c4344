namespace ReportMiner.Learn;

/// <summary>A text with known spacing to learn from.</summary>
/// <param name="Paragraphs">One paragraph an item.</param>
/// <param name="IsReport">A report is one document and weighs more; other texts are loose sentences.</param>
public sealed record SpacingText(IReadOnlyList<string> Paragraphs, bool IsReport);
