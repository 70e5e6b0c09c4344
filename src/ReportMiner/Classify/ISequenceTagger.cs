using System.Collections.Immutable;

namespace ReportMiner.Classify;

/// <summary>Labels the places of a sequence. Implementations are immutable and thread-safe.</summary>
public interface ISequenceTagger
{
    /// <summary>The labels.</summary>
    ImmutableArray<string> Labels { get; }

    /// <summary>Labels a sequence as a whole.</summary>
    ISequenceTagging Tag(FeatureSequence sequence);
}

/// <summary>What a tagger makes of one sequence.</summary>
public interface ISequenceTagging
{
    /// <summary>The likeliest labelling: a number into <see cref="ISequenceTagger.Labels"/> for each place.</summary>
    ReadOnlySpan<byte> Best { get; }

    /// <summary>The probability that the places from <paramref name="start"/> on have exactly these labels, whatever the others have.</summary>
    double Probability(int start, ReadOnlySpan<byte> labels);
}

/// <summary>The features of each place of a sequence, all of value 1. Filled place by place.</summary>
public sealed class FeatureSequence
{
    private readonly List<uint> _keys = [];
    private readonly List<int> _ends = [];

    /// <summary>The number of places that are complete.</summary>
    public int Length => _ends.Count;

    /// <summary>The features of a place.</summary>
    public ReadOnlySpan<uint> this[int place] =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_keys)[(place == 0 ? 0 : _ends[place - 1]).._ends[place]];

    /// <summary>Adds a feature to the place that is being filled.</summary>
    public void Add(uint key) => _keys.Add(key);

    /// <summary>Closes the place; what is added next belongs to the one after it.</summary>
    public void Close() => _ends.Add(_keys.Count);
}
