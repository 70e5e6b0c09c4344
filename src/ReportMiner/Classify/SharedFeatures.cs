namespace ReportMiner.Classify;

/// <summary>Features that many things have in common; each classifier's sums over them are taken once. Not thread-safe.</summary>
internal sealed class SharedFeatures(Feature[] features)
{
    private readonly List<(LinearClassifier Classifier, double[] Sums)> _sums = [];

    public Feature[] Features => features;

    /// <summary>What the features add to the score of each of the classifier's classes.</summary>
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
        _sums.Add((classifier, taken));
        return taken;
    }
}
