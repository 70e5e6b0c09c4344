using System.Runtime.CompilerServices;

namespace ReportMiner.Classify;

/// <summary>Features that many things have in common; each classifier's sums over them are taken once. Not thread-safe.</summary>
internal sealed class SharedFeatures(Feature[] features)
{
    private (LinearClassifier Classifier, double[] Sums)[] _sums = [];

    /// <summary>What the features add to the score of each of the classifier's classes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double[] Sums(LinearClassifier classifier)
    {
        foreach (var (known, sums) in _sums)
        {
            if (known == classifier)
            {
                return sums;
            }
        }

        var taken = new double[classifier.Classes.Length];
        classifier.Add(features, taken);
        _sums = [.. _sums, (classifier, taken)];
        return taken;
    }
}
