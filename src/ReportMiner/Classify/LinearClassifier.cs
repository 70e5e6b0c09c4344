using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ReportMiner.Resources;

namespace ReportMiner.Classify;

/// <summary>
/// Multinomial logistic regression over hashed features: each class scores the sum of its weights, and the scores'
/// softmax are the probabilities. The built-in <see cref="IClassifier"/>. In the file, after the features: a row of
/// biases and a row of weights a feature, one float a class.
/// </summary>
internal sealed class LinearClassifier : IClassifier
{
    private const string Kind = "RMLC";

    private readonly FeatureIndex _index;
    private readonly float[] _biases;
    private readonly float[] _weights;

    /// <param name="keys">The features' hashes, ascending.</param>
    /// <param name="biases">One a class.</param>
    /// <param name="weights">Row after row, a row a feature, a number a class.</param>
    public LinearClassifier(ImmutableArray<string> classes, uint[] keys, float[] biases, float[] weights)
        : this(classes, new FeatureIndex(keys), biases, weights)
    {
    }

    private LinearClassifier(ImmutableArray<string> classes, FeatureIndex index, float[] biases, float[] weights)
    {
        Classes = classes;
        _index = index;
        _biases = biases;
        _weights = weights;
    }

    public ImmutableArray<string> Classes { get; }

    /// <summary>One a class.</summary>
    public IEnumerable<double> Biases => _biases.Select(b => (double)b);

    /// <summary>How many features it weighs.</summary>
    public int Features => _index.Keys.Length;

    /// <exception cref="ResourceException">The bytes are no classifier.</exception>
    public static LinearClassifier Read(string name, byte[] bytes) => ModelFile.Read(name, Kind, bytes, (reader, classes, index) =>
        new LinearClassifier(classes, index, ModelFile.Floats(reader, classes.Length), ModelFile.Floats(reader, classes.Length * index.Keys.Length)));

    /// <summary>The weights of some features, a row a feature; zeros where it weighs it not.</summary>
    public IEnumerable<double> WeightsOf(uint[] keys, int classes) =>
        keys.Select(_index.Find).SelectMany(row => Enumerable.Range(0, classes).Select(c => row < 0 ? 0 : (double)_weights[(row * classes) + c]));

    /// <summary>Whether it weighs a feature.</summary>
    public bool Weighs(uint key) => _index.Find(key) >= 0;

    /// <summary>With the features of another that it does not weigh itself.</summary>
    /// <param name="other">A classifier of the same classes, or null.</param>
    public LinearClassifier Over(LinearClassifier? other)
    {
        if (other is null)
        {
            return this;
        }

        uint[] keys = [.. _index.Keys.ToArray().Union(other._index.Keys.ToArray()).Order()];
        return new LinearClassifier(Classes, keys, _biases, [.. keys.SelectMany(k => (Weighs(k) ? this : other).WeightsOf([k], Classes.Length)).Select(w => (float)w)]);
    }

    public byte[] ToBytes() => ModelFile.Write(Kind, Classes, _index.Keys, writer => ModelFile.Write(writer, _biases, _weights));

    public void Classify(ReadOnlySpan<Feature> features, Span<double> probabilities) => Classify([], features, probabilities);

    /// <summary>Gives each class its probability for a thing that has some of its features in common with others.</summary>
    public void Classify(ReadOnlySpan<SharedFeatures> shared, ReadOnlySpan<Feature> own, Span<double> probabilities)
    {
        var scores = probabilities[..Classes.Length];
        for (var c = 0; c < scores.Length; c++)
        {
            scores[c] = _biases[c];
        }

        foreach (var features in shared)
        {
            var sums = features.Sums(this);
            for (var c = 0; c < scores.Length; c++)
            {
                scores[c] += sums[c];
            }
        }

        Add(own, scores);
        Softmax(scores);
    }

    /// <summary>Adds the weights of features to the classes' scores.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<Feature> features, Span<double> scores)
    {
        foreach (var (key, value) in features)
        {
            if (_index.Find(key) is >= 0 and var row)
            {
                var weights = _weights.AsSpan(row * scores.Length, scores.Length);
                for (var c = 0; c < weights.Length; c++)
                {
                    scores[c] += value * weights[c];
                }
            }
        }
    }

    /// <summary>Turns scores into probabilities.</summary>
    public static void Softmax(Span<double> scores)
    {
        var most = double.NegativeInfinity;
        foreach (var score in scores)
        {
            most = Math.Max(most, score);
        }

        var sum = 0.0;
        foreach (ref var score in scores)
        {
            score = Math.Exp(score - most);
            sum += score;
        }

        foreach (ref var score in scores)
        {
            score /= sum;
        }
    }
}
