using System.Collections.Immutable;

namespace ReportMiner.Classify;

/// <summary>Tells the class of one thing. Implementations are immutable and thread-safe.</summary>
public interface IClassifier
{
    /// <summary>The classes, in the order of the probabilities.</summary>
    ImmutableArray<string> Classes { get; }

    /// <summary>Gives each class its probability; they sum to 1.</summary>
    /// <param name="features">What holds of the thing; the order does not matter.</param>
    /// <param name="probabilities">Takes one number a class.</param>
    void Classify(ReadOnlySpan<Feature> features, Span<double> probabilities);
}
