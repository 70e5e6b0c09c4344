using System.Collections.Immutable;
using ReportMiner.Classify;

namespace ReportMiner.Learn;

/// <summary>Candidates of which one is to be chosen.</summary>
/// <param name="Right">Which of them may be chosen.</param>
internal sealed record RankExample(ImmutableArray<Feature[]> Candidates, ImmutableArray<bool> Right, double Weight = 1);

/// <summary>
/// Trains a choice among candidates by conditional logit (McFadden 1974): the softmax over an example's candidates, with
/// an L2 penalty. The scores come as a <see cref="LinearClassifier"/> of two classes, whose second class is
/// likelier the better a candidate is beside others of its example; it is no probability by itself.
/// </summary>
internal static class RankTrainer
{
    private const double Tolerance = 1e-6;

    public static LinearClassifier Train(ImmutableArray<string> classes, IReadOnlyList<RankExample> examples, LogisticSettings settings)
    {
        var keys = LogisticTrainer.Keys(examples.SelectMany(e => e.Candidates), settings);
        var index = new FeatureIndex(keys);
        var rows = examples.Select(e => e.Candidates.Select(c => c.Select(f => (Row: index.Find(f.Key), f.Value)).Where(f => f.Row >= 0).ToArray()).ToArray()).ToArray();
        var total = examples.Sum(e => e.Weight);
        double Loss(double[] point, double[] slopes)
        {
            var loss = 0.0;
            for (var e = 0; e < rows.Length; e++)
            {
                var scores = Array.ConvertAll(rows[e], c => c.Sum(f => f.Value * point[f.Row]));
                LinearClassifier.Softmax(scores);
                var right = Enumerable.Range(0, scores.Length).Where(c => examples[e].Right[c]).Sum(c => scores[c]);
                var weight = examples[e].Weight / total;
                loss -= weight * Math.Log(Math.Max(right, 1e-300));
                for (var c = 0; c < scores.Length; c++)
                {
                    var slope = weight * (scores[c] - (examples[e].Right[c] ? scores[c] / Math.Max(right, 1e-300) : 0));
                    foreach (var (row, value) in Math.Abs(slope) < 1e-12 ? [] : rows[e][c])
                    {
                        slopes[row] += slope * value;
                    }
                }
            }

            return loss;
        }

        var start = settings.Present?.WeightsOf(keys, classes.Length).Where((_, i) => i % classes.Length == classes.Length - 1).ToArray() ?? new double[keys.Length];
        var best = PenalizedDescent.Minimize(start, 0, settings, Tolerance, Loss);
        return new LinearClassifier(classes, keys, [0, 0], [.. best.SelectMany(w => new[] { 0f, (float)w })]).Over(settings.Present);
    }
}
