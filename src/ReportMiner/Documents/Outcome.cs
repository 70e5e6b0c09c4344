using System.Diagnostics.CodeAnalysis;

namespace ReportMiner.Documents;

/// <summary>A value, or the reason there is none. Bad input is an outcome, not an exception.</summary>
public sealed class Outcome<T>
    where T : class
{
    private Outcome(T? value, ReportFailure? failure) => (Value, Failure) = (value, failure);

    /// <summary>The value, or null.</summary>
    public T? Value { get; }

    /// <summary>Why there is no value, or null.</summary>
    public ReportFailure? Failure { get; }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Value is not null;

    /// <summary>Wraps a value.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>Wraps a failure.</summary>
    public static implicit operator Outcome<T>(ReportFailure failure) => new(null, failure);
}
