using System.Numerics;
using System.Runtime.CompilerServices;

namespace ReportMiner.Classify;

/// <summary>
/// Gives each of a model's features the number of its row of weights. Open addressing; immutable, thread-safe. Most
/// features that are asked for are in no model: a bit for a few values of the hash, small enough to stay in the
/// processor's cache, turns most of them away.
/// </summary>
internal sealed class FeatureIndex
{
    private const int BitsPerSlot = 4;

    private readonly uint[] _keys;
    private readonly (uint Key, int Row)[] _slots;
    private readonly int _mask;
    private readonly ulong[] _bits;
    private readonly int _bitShift;

    /// <param name="keys">The features' hashes, all different; their places are the row numbers.</param>
    public FeatureIndex(uint[] keys)
    {
        _keys = keys;
        _slots = new (uint, int)[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, keys.Length * 2))];
        _mask = _slots.Length - 1;
        _bits = new ulong[Math.Max(1, _slots.Length * BitsPerSlot / 64)];
        _bitShift = 32 - BitOperations.Log2((uint)_bits.Length * 64);
        for (var row = 0; row < keys.Length; row++)
        {
            var slot = (int)keys[row] & _mask;
            while (_slots[slot].Row != 0)
            {
                slot = (slot + 1) & _mask;
            }

            var bit = keys[row] >> _bitShift;
            _bits[bit / 64] |= 1UL << (int)(bit % 64);
            // One more than the row: what was never set is empty.
            _slots[slot] = (keys[row], row + 1);
        }
    }

    /// <summary>The features' hashes, by row.</summary>
    public ReadOnlySpan<uint> Keys => _keys;

    /// <summary>The row of a feature, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(uint key)
    {
        var bit = key >> _bitShift;
        return (_bits[bit / 64] >> (int)(bit % 64) & 1) == 0 ? -1 : Look(key);
    }

    private int Look(uint key)
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
