using System.Collections.Immutable;
using ReportMiner.Classify;

namespace ReportMiner.Learn;

/// <summary>Trains classifiers of statements and blocks.</summary>
internal interface IClassifierTrainer
{
    /// <summary>Trains one; the same examples in the same order give the same bytes.</summary>
    /// <param name="classes">The classes that the examples' numbers mean.</param>
    TrainedClassifier Train(ImmutableArray<string> classes, IReadOnlyList<LogisticExample> examples, LogisticSettings settings);
}

/// <summary>A classifier and its file.</summary>
internal sealed record TrainedClassifier(IClassifier Classifier, byte[] Bytes);
