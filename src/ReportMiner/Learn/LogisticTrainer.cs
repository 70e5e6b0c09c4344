using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ReportMiner.Classify;

namespace ReportMiner.Learn;

/// <summary>One thing to learn from.</summary>
/// <param name="Class">Number of its class.</param>
/// <param name="Weight">How much it counts.</param>
internal sealed record LogisticExample(Feature[] Features, int Class, double Weight = 1);

/// <summary>How a classifier is trained.</summary>
/// <param name="Penalty">Half the weight of the squared weights, against the mean loss of an example.</param>
/// <param name="FewestExamples">In how many examples a feature must occur.</param>
/// <param name="Rounds">The most steps.</param>
internal sealed record LogisticSettings(double Penalty = 1e-4, int FewestExamples = 2, int Rounds = 150)
{
    /// <summary>A classifier to start from; what is penalized is going away from its weights (Chelba, Acero 2004).</summary>
    public LinearClassifier? Present { get; init; }
}

/// <summary>Trains multinomial logistic regression with an L2 penalty.</summary>
internal static class LogisticTrainer
{
    private const double Tolerance = 1e-7;

    public static LinearClassifier Train(ImmutableArray<string> classes, IReadOnlyList<LogisticExample> examples, LogisticSettings settings)
    {
        var keys = Keys(examples.Select(e => e.Features), settings);
        var index = new FeatureIndex(keys);
        var rows = examples.Select(e => e.Features.Select(f => (Row: index.Find(f.Key), f.Value)).Where(f => f.Row >= 0).ToArray()).ToArray();
        var total = examples.Sum(e => e.Weight);

        // The last row is that of the biases, which are not penalized.
        double Loss(double[] point, double[] slopes)
        {
            var loss = 0.0;
            Span<double> p = stackalloc double[classes.Length];
            for (var e = 0; e < rows.Length; e++)
            {
                var bias = point.Length - classes.Length;
                point.AsSpan(bias).CopyTo(p);
                foreach (var (row, value) in rows[e])
                {
                    for (var c = 0; c < p.Length; c++)
                    {
                        p[c] += value * point[(row * p.Length) + c];
                    }
                }

                LinearClassifier.Softmax(p);
                var weight = examples[e].Weight / total;
                loss -= weight * Math.Log(Math.Max(p[examples[e].Class], 1e-300));
                p[examples[e].Class] -= 1;
                for (var c = 0; c < p.Length; c++)
                {
                    slopes[bias + c] += weight * p[c];
                }

                foreach (var (row, value) in rows[e])
                {
                    for (var c = 0; c < p.Length; c++)
                    {
                        slopes[(row * p.Length) + c] += weight * value * p[c];
                    }
                }
            }

            return loss;
        }

        var start = settings.Present is { } present ? [.. present.WeightsOf(keys, classes.Length), .. present.Biases] : new double[(keys.Length + 1) * classes.Length];
        var best = PenalizedDescent.Minimize(start, classes.Length, settings, Tolerance, Loss);
        var weights = Array.ConvertAll(best, w => (float)w);
        return new LinearClassifier(classes, keys, weights[^classes.Length..], weights[..^classes.Length]).Over(settings.Present);
    }

    /// <summary>The features of the examples that occur in enough of them or are in the present classifier, ascending.</summary>
    internal static uint[] Keys(IEnumerable<Feature[]> examples, LogisticSettings settings)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var example in examples)
        {
            foreach (var key in example.Select(f => f.Key).Distinct())
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;
            }
        }

        return [.. counts.Where(c => c.Value >= settings.FewestExamples || settings.Present?.Weighs(c.Key) == true).Select(c => c.Key).Order()];
    }
}
