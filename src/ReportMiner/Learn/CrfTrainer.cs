using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ReportMiner.Classify;

namespace ReportMiner.Learn;

/// <summary>A sequence to learn from.</summary>
/// <param name="Labels">The label of each place.</param>
/// <param name="Allowed">In place of labels: which labels each place may have, as bits, where a corpus marks some kinds of names only.</param>
/// <param name="Weight">How much it counts.</param>
internal sealed record CrfExample(FeatureSequence Features, byte[]? Labels, ulong[]? Allowed, float Weight);

/// <summary>How a CRF is trained.</summary>
/// <param name="Rounds">How often all sequences are gone through.</param>
/// <param name="Rate">Length of the first steps.</param>
/// <param name="Decay">Pull towards zero, at each step of a weight.</param>
/// <param name="LeftOutOfThousand">How many features of a thousand are left out at random, so that none is relied on alone.</param>
/// <param name="FewestSequences">In how many sequences a feature must occur.</param>
/// <param name="MostFeatures">How many features the model keeps, those of the largest weights.</param>
internal sealed record CrfSettings(int Rounds = 12, float Rate = 0.15f, float Decay = 0.0005f, int LeftOutOfThousand = 400, int FewestSequences = 2, int MostFeatures = 340_000, ulong Seed = 20261121)
{
    /// <summary>How often the sequences are gone through from a present model.</summary>
    public const int FurtherRounds = 3;

    /// <summary>What the slopes a present model was learned from are taken to sum up to, squared: the larger, the shorter the steps away from it.</summary>
    public const float PresentSlopes = 200;

    /// <summary>A model to go on from.</summary>
    public LinearChainCrf? Present { get; init; }
}

/// <summary>
/// Trains a linear-chain CRF by stochastic gradient steps on the exact log likelihood of one sequence at a time, with
/// AdaGrad (Duchi, Hazan, Singer 2011). The likelihood is concave where all labels are known; such steps reach the
/// accuracy of L-BFGS in a dozen rounds over the data (Bottou 2010; Lavergne, Cappé, Yvon 2010 for CRFs of this size),
/// which leaves time to train once a fold for honest confidences. Where a corpus marks only some kinds of names, the
/// likelihood of all labellings it allows is raised (Täckström et al. 2013). One thread, one order: the same bytes.
/// </summary>
internal static class CrfTrainer
{
    private const int TransitionBatch = 16;
    private const float Negligible = 0.002f;
    private const float Quantum = 127;

    /// <param name="follows">Whether a label may follow another.</param>
    /// <param name="starts">Whether a label may be the first.</param>
    /// <param name="ends">Whether a label may be the last.</param>
    public static LinearChainCrf Train(ImmutableArray<string> labels, Func<int, int, bool> follows, Func<int, bool> starts, Func<int, bool> ends, IReadOnlyList<CrfExample> examples, CrfSettings settings, CancellationToken cancellation = default)
    {
        var (keys, sequences) = Number(examples, settings);
        var training = new Training(labels.Length, follows, starts, ends, keys, settings);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var dice = new Dice(settings.Seed);
        for (var round = 0; round < (settings.Present is null ? settings.Rounds : CrfSettings.FurtherRounds); round++)
        {
            dice.Shuffle(order.AsSpan());
            foreach (var e in order)
            {
                cancellation.ThrowIfCancellationRequested();
                training.Learn(examples[e], sequences[e], dice);
            }
        }

        return training.Finish(labels, keys, settings);
    }

    /// <summary>Numbers the features that occur in enough sequences or are in the present model, ascending by hash.</summary>
    private static (uint[] Keys, int[][] Sequences) Number(IReadOnlyList<CrfExample> examples, CrfSettings settings)
    {
        var seen = new Dictionary<uint, (int Count, int Last)>();
        for (var e = 0; e < examples.Count; e++)
        {
            for (var place = 0; place < examples[e].Features.Length; place++)
            {
                foreach (var key in examples[e].Features[place])
                {
                    ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, key, out var known);
                    if (!known || entry.Last != e)
                    {
                        entry = (entry.Count + 1, e);
                    }
                }
            }
        }

        ReadOnlySpan<uint> present = settings.Present is { } model ? model.Keys : [];
        uint[] keys = [.. seen.Where(s => s.Value.Count >= settings.FewestSequences).Select(s => s.Key).Union(present.ToArray()).Order()];
        var numbers = new FeatureIndex(keys);
        var sequences = new int[examples.Count][];
        var places = new List<int>();
        for (var e = 0; e < examples.Count; e++)
        {
            // The features of a place, then -1.
            places.Clear();
            for (var place = 0; place < examples[e].Features.Length; place++)
            {
                foreach (var key in examples[e].Features[place])
                {
                    if (numbers.Find(key) is >= 0 and var number)
                    {
                        places.Add(number);
                    }
                }

                places.Add(-1);
            }

            sequences[e] = [.. places];
        }

        return (keys, sequences);
    }

    private sealed class Training
    {
        private readonly CrfSettings _settings;
        private readonly int _labels;
        private readonly int _row;
        private readonly float[] _weights;
        private readonly float[] _squares;
        private readonly float[] _transitions;
        private readonly float[] _transitionSquares;
        private readonly float[] _transitionSlopes;
        private readonly float[] _starts;
        private readonly float[] _ends;
        private readonly float _keep;
        private readonly float _decay;
        private CrfTransitions _current;
        private int _sinceUpdate;

        public Training(int labels, Func<int, int, bool> follows, Func<int, bool> starts, Func<int, bool> ends, uint[] keys, CrfSettings settings)
        {
            _settings = settings;
            _labels = labels;
            _row = (labels - 1 + Vector256<float>.Count - 1) / Vector256<float>.Count * Vector256<float>.Count;
            _weights = new float[keys.Length * _row];
            _squares = new float[keys.Length * _row];
            _transitions = [.. Enumerable.Range(0, labels * labels).Select(i => follows(i / labels, i % labels) ? 0 : float.NegativeInfinity)];
            _transitionSquares = new float[labels * labels];
            _transitionSlopes = new float[labels * labels];
            _starts = [.. Enumerable.Range(0, labels).Select(l => starts(l) ? 0 : float.NegativeInfinity)];
            _ends = [.. Enumerable.Range(0, labels).Select(l => ends(l) ? 0 : float.NegativeInfinity)];
            _keep = 1 - (settings.LeftOutOfThousand / 1000f);
            // What a present model weighs is not to fade where the new sequences say nothing of it.
            _decay = settings.Present is null ? settings.Decay : 0;
            if (settings.Present is { } present)
            {
                GoOnFrom(present, keys);
            }

            _current = new CrfTransitions(labels, _transitions, _starts, _ends);
        }

        public void Learn(CrfExample example, int[] sequence, Dice dice)
        {
            var length = example.Features.Length;
            if (length == 0)
            {
                return;
            }

            var kept = (int[])sequence.Clone();
            for (var i = 0; i < kept.Length; i++)
            {
                kept[i] = kept[i] >= 0 && dice.Below(1000) < _settings.LeftOutOfThousand ? -2 : kept[i];
            }

            var width = _current.Width;
            var scores = Scores(kept, length, width);
            var lattice = new LabelLattice(_current, length, scores);
            var known = example.Allowed is { } allowed ? new LabelLattice(_current, length, scores, allowed) : null;
            Span<float> slopes = stackalloc float[width];
            Span<float> expected = stackalloc float[width];
            var at = 0;
            for (var place = 0; place < length; place++)
            {
                lattice.Marginals(place, slopes);
                if (known is null)
                {
                    slopes[example.Labels![place]] -= 1;
                }
                else
                {
                    known.Marginals(place, expected);
                    for (var l = 0; l < width; l++)
                    {
                        slopes[l] -= expected[l];
                    }
                }

                var largest = 0f;
                for (var l = 0; l < width; l++)
                {
                    slopes[l] *= example.Weight;
                    largest = Math.Max(largest, Math.Abs(slopes[l]));
                }

                for (; kept[at] != -1; at++)
                {
                    if (kept[at] >= 0 && largest > Negligible)
                    {
                        Step(kept[at], slopes[.._row]);
                    }
                }

                at++;
            }

            LearnPairs(example, lattice, known);
        }

        public LinearChainCrf Finish(ImmutableArray<string> labels, uint[] keys, CrfSettings settings)
        {
            if (_sinceUpdate > 0)
            {
                StepTransitions();
            }

            // What is left out at random in training is there in use: each weight counts that much less.
            var largest = new float[keys.Length];
            for (var f = 0; f < keys.Length; f++)
            {
                for (var l = 0; l < _labels - 1; l++)
                {
                    _weights[(f * _row) + l] *= _keep;
                    largest[f] = Math.Max(largest[f], Math.Abs(_weights[(f * _row) + l]));
                }
            }

            var step = largest.DefaultIfEmpty(1).Max() / Quantum;
            var taken = Enumerable.Range(0, keys.Length).Where(f => largest[f] > step)
                .OrderByDescending(f => largest[f]).ThenBy(f => f).Take(settings.MostFeatures).Order().ToArray();
            var weights = new sbyte[taken.Length * (_labels - 1)];
            for (var i = 0; i < taken.Length; i++)
            {
                for (var l = 0; l < _labels - 1; l++)
                {
                    weights[(i * (_labels - 1)) + l] = (sbyte)MathF.Round(_weights[(taken[i] * _row) + l] / step);
                }
            }

            return new LinearChainCrf(labels, [.. taken.Select(f => keys[f])], step, _transitions, _starts, _ends, weights);
        }

        private void GoOnFrom(LinearChainCrf present, uint[] keys)
        {
            present.Transitions.CopyTo(_transitions);
            Array.Fill(_transitionSquares, CrfSettings.PresentSlopes);
            var index = new FeatureIndex(keys);
            for (var f = 0; f < present.Features; f++)
            {
                var at = index.Find(present.Keys[f]) * _row;
                foreach (var weight in present.WeightsOf(f))
                {
                    (_weights[at], _squares[at++]) = (weight / _keep, CrfSettings.PresentSlopes);
                }
            }
        }

        private float[] Scores(int[] kept, int length, int width)
        {
            var scores = new float[length * width];
            var place = 0;
            foreach (var feature in kept)
            {
                if (feature == -1)
                {
                    place++;
                }
                else if (feature >= 0)
                {
                    var weights = MemoryMarshal.Cast<float, Vector256<float>>(_weights.AsSpan(feature * _row, _row));
                    var sums = MemoryMarshal.Cast<float, Vector256<float>>(scores.AsSpan(place * width, _row));
                    for (var v = 0; v < sums.Length; v++)
                    {
                        sums[v] += weights[v];
                    }
                }
            }

            return scores;
        }

        private void Step(int feature, ReadOnlySpan<float> slopes)
        {
            var weights = MemoryMarshal.Cast<float, Vector256<float>>(_weights.AsSpan(feature * _row, _row));
            var squares = MemoryMarshal.Cast<float, Vector256<float>>(_squares.AsSpan(feature * _row, _row));
            var slope = MemoryMarshal.Cast<float, Vector256<float>>(slopes);
            var decay = Vector256.Create(_decay);
            var rate = Vector256.Create(_settings.Rate);
            for (var v = 0; v < weights.Length; v++)
            {
                var s = slope[v] + (decay * weights[v]);
                squares[v] += s * s;
                weights[v] -= rate * s / Vector256.Sqrt(squares[v] + Vector256.Create(0.1f));
            }
        }

        private void LearnPairs(CrfExample example, LabelLattice lattice, LabelLattice? known)
        {
            var width = _current.Width;
            var sums = new float[_labels * width];
            for (var place = 1; place < lattice.Length; place++)
            {
                lattice.AddPairs(place, example.Weight, sums);
                known?.AddPairs(place, -example.Weight, sums);
                if (known is null)
                {
                    sums[(example.Labels![place - 1] * width) + example.Labels[place]] -= example.Weight;
                }
            }

            for (var from = 0; from < _labels; from++)
            {
                for (var to = 0; to < _labels; to++)
                {
                    _transitionSlopes[(from * _labels) + to] += sums[(from * width) + to];
                }
            }

            if (++_sinceUpdate == TransitionBatch)
            {
                StepTransitions();
            }
        }

        private void StepTransitions()
        {
            for (var i = 0; i < _transitions.Length; i++)
            {
                if (!float.IsNegativeInfinity(_transitions[i]))
                {
                    var slope = _transitionSlopes[i] + (_decay * _transitions[i]);
                    _transitionSquares[i] += slope * slope;
                    _transitions[i] -= _settings.Rate * slope / MathF.Sqrt(_transitionSquares[i] + 0.1f);
                }

                _transitionSlopes[i] = 0;
            }

            _sinceUpdate = 0;
            _current = new CrfTransitions(_labels, _transitions, _starts, _ends);
        }
    }
}
