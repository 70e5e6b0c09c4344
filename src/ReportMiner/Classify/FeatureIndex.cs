using System.Numerics;
using System.Runtime.CompilerServices;

namespace ReportMiner.Classify;

/// <summary>Gives each of a model's features the number of its row of weights. Open addressing; immutable, thread-safe.</summary>
internal sealed class FeatureIndex
{
    private readonly uint[] _keys;
    private readonly (uint Key, int Row)[] _slots;
    private readonly int _mask;

    /// <param name="keys">The features' hashes, all different; their places are the row numbers.</param>
    public FeatureIndex(uint[] keys)
    {
        _keys = keys;
        _slots = new (uint, int)[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, keys.Length * 2))];
        _mask = _slots.Length - 1;
        for (var row = 0; row < keys.Length; row++)
        {
            var slot = (int)keys[row] & _mask;
            while (_slots[slot].Row != 0)
            {
                slot = (slot + 1) & _mask;
            }

            // One more than the row: what was never set is empty.
            _slots[slot] = (keys[row], row + 1);
        }
    }

    /// <summary>The features' hashes, by row.</summary>
    public ReadOnlySpan<uint> Keys => _keys;

    /// <summary>The row of a feature, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Find(uint key)
    {
        for (var slot = (int)key & _mask; ; slot = (slot + 1) & _mask)
        {
            var (found, row) = _slots[slot];
            if (found == key || row == 0)
            {
                return row - 1;
            }
        }
    }
}
