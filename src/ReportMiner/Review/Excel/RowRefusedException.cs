using ReportMiner.Review.Events;

namespace ReportMiner.Review.Excel;

/// <summary>Thrown while a row is looked at that cannot be taken in; <see cref="TableImport"/> returns the row with the reason.</summary>
internal sealed class RowRefusedException(ImportResult result, string korean, string english) : Exception(english)
{
    public ImportResult Result { get; } = result;

    public string Korean { get; } = korean;

    public string English { get; } = english;
}
