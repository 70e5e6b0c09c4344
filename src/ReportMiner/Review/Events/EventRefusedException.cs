namespace ReportMiner.Review.Events;

/// <summary>An event that cannot be applied; it becomes a <see cref="Conflict"/>.</summary>
internal sealed class EventRefusedException(ConflictReason reason, string korean, string english) : Exception(english)
{
    public ConflictReason Reason { get; } = reason;

    public string Korean { get; } = korean;

    public string English { get; } = english;

    public static EventRefusedException Invalid(string korean, string english) => new(ConflictReason.Invalid, korean, english);
}
