namespace ReportMiner.Documents;

/// <summary>A page: its size in points and its stretch of the text.</summary>
public sealed record Page(int Number, double? Width, double? Height, int Start, int End);
