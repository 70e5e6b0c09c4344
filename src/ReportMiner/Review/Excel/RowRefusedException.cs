using ReportMiner.Review.Events;

namespace ReportMiner.Review.Excel;

/// <summary>Thrown while a row is looked at that cannot be taken in; <see cref="TableImport"/> returns the row with the reason.</summary>
internal sealed class RowRefusedException(ImportResult result, string korean, string english, ItemState? item = null) : Exception(english)
{
    public ImportResult Result { get; } = result;

    public string Korean { get; } = korean;

    public string English { get; } = english;

    /// <summary>The item that the row turned out to be about, or null.</summary>
    public ItemState? Item { get; } = item;
}
