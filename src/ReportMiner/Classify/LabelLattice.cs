using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ReportMiner.Classify;

/// <summary>
/// The labellings of one sequence under a linear-chain CRF: the best by Viterbi, marginal probabilities by the
/// forward-backward algorithm with scaling (Rabiner 1989; Lafferty, McCallum, Pereira 2001). Basic arithmetic in one
/// order, whatever the width of the machine's vectors, so that every machine gets the same numbers. Not thread-safe.
/// </summary>
internal sealed class LabelLattice : ISequenceTagging
{
    /// <summary>Sums below this are taken for it; it has a finite inverse.</summary>
    private const float Least = 1e-37f;

    private readonly CrfTransitions _transitions;
    private readonly int _width;
    private readonly float[] _scores;
    private readonly ulong[]? _allowed;
    private float[] _emissions = [];
    private float[] _forward = [];
    private float[] _backward = [];
    private float[] _scales = [];
    private float[] _meets = [];
    private bool _summed;
    private byte[]? _best;

    /// <param name="length">Places, at least 1.</param>
    /// <param name="scores">What the features say: a padded row a place.</param>
    /// <param name="allowed">Which labels each place may have, as bits; null for all.</param>
    public LabelLattice(CrfTransitions transitions, int length, float[] scores, ulong[]? allowed = null)
    {
        _transitions = transitions;
        _width = transitions.Width;
        Length = length;
        _scores = scores;
        _allowed = allowed;
    }

    public int Length { get; }

    public ReadOnlySpan<byte> Best => _best ??= Viterbi();

    /// <summary>The probability of each label at a place.</summary>
    public void Marginals(int place, Span<float> probabilities)
    {
        Sum();
        for (var l = 0; l < _width; l++)
        {
            probabilities[l] = _forward[(place * _width) + l] * _backward[(place * _width) + l] / _meets[place];
        }
    }

    /// <summary>Adds the probability of each pair of labels at a place and the one before it.</summary>
    public void AddPairs(int place, float weight, Span<float> sums)
    {
        Sum();
        Span<float> after = stackalloc float[_width];
        for (var l = 0; l < _width; l++)
        {
            after[l] = weight * _emissions[(place * _width) + l] * _backward[(place * _width) + l] / _scales[place] / _meets[place];
        }

        var right = MemoryMarshal.Cast<float, Vector256<float>>(after);
        for (var from = 0; from < _transitions.Labels; from++)
        {
            var before = _forward[((place - 1) * _width) + from];
            if (before > 1e-9f)
            {
                var factors = MemoryMarshal.Cast<float, Vector256<float>>(_transitions.Factors.AsSpan(from * _width, _width));
                var row = MemoryMarshal.Cast<float, Vector256<float>>(sums.Slice(from * _width, _width));
                for (var v = 0; v < row.Length; v++)
                {
                    row[v] += factors[v] * right[v] * before;
                }
            }
        }
    }

    public double Probability(int start, ReadOnlySpan<byte> labels)
    {
        Sum();
        var first = labels[0];
        var at = start * _width;
        double probability;
        if (start == 0)
        {
            probability = _transitions.StartFactors[first];
        }
        else
        {
            probability = 0;
            for (var before = 0; before < _transitions.Labels; before++)
            {
                probability += _forward[at - _width + before] * _transitions.Factors[(before * _width) + first];
            }
        }

        probability *= _emissions[at + first] / _scales[start];
        for (var i = 1; i < labels.Length; i++)
        {
            at += _width;
            probability *= _transitions.Factors[(labels[i - 1] * _width) + labels[i]] * _emissions[at + labels[i]] / _scales[start + i];
        }

        return Math.Clamp(probability * _backward[at + labels[^1]] / _meets[start + labels.Length - 1], 0, 1);
    }

    /// <summary>Sums over the labellings, once a probability is asked for: most stretches of a report are asked for none.</summary>
    private void Sum()
    {
        if (_summed)
        {
            return;
        }

        _emissions = new float[Length * _width];
        _forward = new float[Length * _width];
        _backward = new float[Length * _width];
        _scales = new float[Length];
        _meets = new float[Length];
        Exponentiate();
        Forward();
        Backward();
        _summed = true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Exponentiate()
    {
        for (var place = 0; place < Length; place++)
        {
            var row = _scores.AsSpan(place * _width, _width);
            var most = float.NegativeInfinity;
            for (var l = 0; l < _transitions.Labels; l++)
            {
                most = Math.Max(most, row[l]);
            }

            var emissions = _emissions.AsSpan(place * _width, _width);
            var from = MemoryMarshal.Cast<float, Vector256<float>>(row);
            var to = MemoryMarshal.Cast<float, Vector256<float>>(emissions);
            for (var v = 0; v < from.Length; v++)
            {
                to[v] = Exp(from[v] - Vector256.Create(most));
            }

            for (var l = 0; l < _width; l++)
            {
                if (l >= _transitions.Labels || (_allowed is not null && (_allowed[place] >> l & 1) == 0))
                {
                    emissions[l] = 0;
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Forward()
    {
        var factors = MemoryMarshal.Cast<float, Vector256<float>>(_transitions.Factors);
        var vectors = _width / Vector256<float>.Count;
        Span<Vector256<float>> sums = stackalloc Vector256<float>[vectors];
        for (var place = 0; place < Length; place++)
        {
            var now = _forward.AsSpan(place * _width, _width);
            if (place == 0)
            {
                _transitions.StartFactors.CopyTo(now);
            }
            else
            {
                Product(_forward.AsSpan((place - 1) * _width, _width), factors, sums);
                MemoryMarshal.Cast<Vector256<float>, float>(sums).CopyTo(now);
            }

            float total = 0;
            for (var l = 0; l < _width; l++)
            {
                now[l] *= _emissions[(place * _width) + l];
                total += now[l];
            }

            // No allowed path is left only where a caller forbids all labels; such a place tells nothing.
            total = Math.Max(total, Least);
            _scales[place] = total;
            for (var l = 0; l < _width; l++)
            {
                now[l] /= total;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Backward()
    {
        var factors = MemoryMarshal.Cast<float, Vector256<float>>(_transitions.Backward);
        var vectors = _width / Vector256<float>.Count;
        Span<Vector256<float>> sums = stackalloc Vector256<float>[vectors];
        Span<float> after = stackalloc float[_width];
        for (var place = Length - 1; place >= 0; place--)
        {
            var now = _backward.AsSpan(place * _width, _width);
            if (place == Length - 1)
            {
                _transitions.EndFactors.CopyTo(now);
            }
            else
            {
                var next = (place + 1) * _width;
                for (var l = 0; l < _width; l++)
                {
                    after[l] = _backward[next + l] * _emissions[next + l];
                }

                Product(after, factors, sums);
                MemoryMarshal.Cast<Vector256<float>, float>(sums).CopyTo(now);
            }

            // Scaled by themselves: by the forward scales, what follows labels that cannot be reached would grow without bound.
            float total = 0, meet = 0;
            for (var l = 0; l < _width; l++)
            {
                total += now[l];
            }

            for (var l = 0; l < _width; l++)
            {
                now[l] /= Math.Max(total, Least);
                meet += _forward[(place * _width) + l] * now[l];
            }

            _meets[place] = Math.Max(meet, Least);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Product(ReadOnlySpan<float> row, ReadOnlySpan<Vector256<float>> matrix, Span<Vector256<float>> sums)
    {
        sums.Clear();
        for (var from = 0; from < _transitions.Labels; from++)
        {
            var value = row[from];
            if (value > 0)
            {
                var factor = Vector256.Create(value);
                var line = matrix.Slice(from * sums.Length, sums.Length);
                for (var v = 0; v < sums.Length; v++)
                {
                    sums[v] += factor * line[v];
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private byte[] Viterbi()
    {
        var labels = _transitions.Labels;
        var back = new byte[Length * _width];
        var before = new float[_width];
        var now = new float[_width];
        for (var l = 0; l < _width; l++)
        {
            before[l] = _scores[l] + _transitions.Starts[l];
        }

        for (var place = 1; place < Length; place++)
        {
            Array.Fill(now, float.NegativeInfinity);
            var pointers = back.AsSpan(place * _width, _width);
            for (var from = 0; from < labels; from++)
            {
                if (float.IsNegativeInfinity(before[from]))
                {
                    continue;
                }

                foreach (var (to, transition) in _transitions.Following[from])
                {
                    var score = before[from] + transition;
                    if (score > now[to])
                    {
                        now[to] = score;
                        pointers[to] = (byte)from;
                    }
                }
            }

            for (var l = 0; l < labels; l++)
            {
                now[l] += _scores[(place * _width) + l];
            }

            (before, now) = (now, before);
        }

        var best = new byte[Length];
        var top = float.NegativeInfinity;
        for (var l = 0; l < labels; l++)
        {
            if (before[l] + _transitions.Ends[l] > top)
            {
                top = before[l] + _transitions.Ends[l];
                best[^1] = (byte)l;
            }
        }

        for (var place = Length - 1; place > 0; place--)
        {
            best[place - 1] = back[(place * _width) + best[place]];
        }

        return best;
    }

    /// <summary>e^x for x up to 0: 2^n · 2^f with a polynomial for the fraction (relative error below 3e-7); below -87 as at -87.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Vector256<float> Exp(Vector256<float> x)
    {
        var power = Vector256.Max(x, Vector256.Create(-87f)) * Vector256.Create(1.44269504f);
        var whole = Vector256.Floor(power + Vector256.Create(0.5f));
        var f = (power - whole) * Vector256.Create(0.69314718f);
        var p = Vector256.Create(1f / 720);
        p = (p * f) + Vector256.Create(1f / 120);
        p = (p * f) + Vector256.Create(1f / 24);
        p = (p * f) + Vector256.Create(1f / 6);
        p = (p * f) + Vector256.Create(0.5f);
        p = (p * f) + Vector256<float>.One;
        p = (p * f) + Vector256<float>.One;
        var bits = Vector256.ShiftLeft(Vector256.ConvertToInt32(whole) + Vector256.Create(127), 23);
        return p * bits.AsSingle();
    }
}
