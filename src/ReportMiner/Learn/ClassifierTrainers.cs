using System.Collections.Immutable;

namespace ReportMiner.Learn;

/// <summary>What trains classifiers: our own code, and ML.NET where the build has it (<c>-p:MLNet=true</c>).</summary>
public static class ClassifierTrainers
{
    /// <summary>The name of our own.</summary>
    public const string BuiltIn = "built-in";

    /// <summary>The name of ML.NET.</summary>
    public const string MLNet = "mlnet";

    // The project that has it needs this one, so it is not referenced from here but looked up.
    private static readonly Type? MLNetTrainer = Type.GetType("ReportMiner.MLNet.MLNetTrainer, ReportMiner.MLNet");

    /// <summary>The names that this build knows.</summary>
    public static ImmutableArray<string> Names => MLNetTrainer is null ? [BuiltIn] : [BuiltIn, MLNet];

    /// <summary>The trainer of a name.</summary>
    internal static IClassifierTrainer Choose(string name) => name switch
    {
        BuiltIn => new BuiltInTrainer(),
        MLNet when MLNetTrainer is not null => (IClassifierTrainer)Activator.CreateInstance(MLNetTrainer)!,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "not built in"),
    };

    private sealed class BuiltInTrainer : IClassifierTrainer
    {
        public TrainedClassifier Train(ImmutableArray<string> classes, IReadOnlyList<LogisticExample> examples, LogisticSettings settings)
        {
            var classifier = LogisticTrainer.Train(classes, examples, settings);
            return new TrainedClassifier(classifier, classifier.ToBytes());
        }
    }
}
