using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ReportMiner.Resources;

namespace ReportMiner.Classify;

/// <summary>
/// A linear-chain conditional random field (Lafferty, McCallum, Pereira 2001) over hashed features: the built-in
/// <see cref="ISequenceTagger"/>. The last label is the reference, whose features weigh nothing. In the file, after the
/// features: what one step of a weight is, the scores of transitions, starts and ends as floats, and a row of signed
/// bytes a feature, one a label but the last.
/// </summary>
internal sealed class LinearChainCrf : ISequenceTagger
{
    /// <summary>Row widths are whole vectors of this many bytes.</summary>
    private const int Vector = 32;
    private const string Kind = "RMCF";

    private readonly FeatureIndex _index;
    private readonly float _step;
    private readonly float[] _transitionScores;
    private readonly float[] _starts;
    private readonly float[] _ends;
    private readonly sbyte[] _weights;
    private readonly CrfTransitions _transitions;
    private readonly int _rowWidth;

    /// <param name="transitions">From row to column, one a label each way.</param>
    /// <param name="weights">Row after row, a row a feature, a number a label but the last.</param>
    public LinearChainCrf(ImmutableArray<string> labels, uint[] keys, float step, float[] transitions, float[] starts, float[] ends, sbyte[] weights)
        : this(labels, new FeatureIndex(keys), step, transitions, starts, ends, weights)
    {
    }

    private LinearChainCrf(ImmutableArray<string> labels, FeatureIndex index, float step, float[] transitions, float[] starts, float[] ends, sbyte[] weights)
    {
        Labels = labels;
        _index = index;
        _step = step;
        _transitionScores = transitions;
        _starts = starts;
        _ends = ends;
        _transitions = new CrfTransitions(labels.Length, transitions, starts, ends);
        var weighed = labels.Length - 1;
        _rowWidth = (weighed + Vector - 1) / Vector * Vector;
        if (_rowWidth == weighed)
        {
            _weights = weights;
        }
        else
        {
            _weights = new sbyte[index.Keys.Length * _rowWidth];
            for (var row = 0; row < index.Keys.Length; row++)
            {
                weights.AsSpan(row * weighed, weighed).CopyTo(_weights.AsSpan(row * _rowWidth));
            }
        }
    }

    public ImmutableArray<string> Labels { get; }

    /// <summary>The features' hashes, ascending.</summary>
    public ReadOnlySpan<uint> Keys => _index.Keys;

    /// <summary>The scores of what follows what, from row to column.</summary>
    public ReadOnlySpan<float> Transitions => _transitionScores;

    /// <summary>How many features it weighs.</summary>
    public int Features => _index.Keys.Length;

    /// <exception cref="ResourceException">The bytes are no CRF.</exception>
    public static LinearChainCrf Read(string name, byte[] bytes) => ModelFile.Read(name, Kind, bytes, (reader, labels, index) =>
    {
        var step = reader.ReadSingle();
        var (transitions, starts, ends) = (ModelFile.Floats(reader, labels.Length * labels.Length), ModelFile.Floats(reader, labels.Length), ModelFile.Floats(reader, labels.Length));
        var weights = reader.ReadBytes(index.Keys.Length * (labels.Length - 1));
        return weights.Length == index.Keys.Length * (labels.Length - 1)
            ? new LinearChainCrf(labels, index, step, transitions, starts, ends, MemoryMarshal.Cast<byte, sbyte>(weights).ToArray())
            : throw new InvalidDataException();
    });

    /// <summary>What a feature weighs for each label but the last.</summary>
    /// <param name="row">The feature's number.</param>
    public IEnumerable<float> WeightsOf(int row) => Enumerable.Range(row * _rowWidth, Labels.Length - 1).Select(i => _weights[i] * _step);

    public byte[] ToBytes() => ModelFile.Write(Kind, Labels, _index.Keys, writer =>
    {
        writer.Write(_step);
        ModelFile.Write(writer, _transitionScores, _starts, _ends);
        for (var row = 0; row < _index.Keys.Length; row++)
        {
            writer.Write(MemoryMarshal.AsBytes(_weights.AsSpan(row * _rowWidth, Labels.Length - 1)));
        }
    });

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ISequenceTagging Tag(FeatureSequence sequence)
    {
        ArgumentNullException.ThrowIfNull(sequence);
        var width = _transitions.Width;
        var scores = new float[sequence.Length * width];
        Span<short> sums = stackalloc short[_rowWidth];
        var rows = new List<int>();
        for (var place = 0; place < sequence.Length; place++)
        {
            rows.Clear();
            foreach (var feature in sequence[place])
            {
                if (_index.Find(feature) is >= 0 and var row)
                {
                    rows.Add(row);
                }
            }

            Sum(CollectionsMarshal.AsSpan(rows), sums);
            for (var l = 0; l < Labels.Length - 1; l++)
            {
                scores[(place * width) + l] = sums[l] * _step;
            }
        }

        return new LabelLattice(_transitions, sequence.Length, scores);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sum(ReadOnlySpan<int> rows, Span<short> sums)
    {
        for (var from = 0; from < _rowWidth; from += Vector)
        {
            var (lower, upper) = (Vector256<short>.Zero, Vector256<short>.Zero);
            foreach (var row in rows)
            {
                var bytes = Vector256.Create(_weights.AsSpan((row * _rowWidth) + from, Vector));
                lower += Vector256.WidenLower(bytes);
                upper += Vector256.WidenUpper(bytes);
            }

            lower.CopyTo(sums[from..]);
            upper.CopyTo(sums[(from + Vector256<short>.Count)..]);
        }
    }
}
