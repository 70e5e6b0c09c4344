using System.Runtime.CompilerServices;

namespace ReportMiner.Classify;

/// <summary>
/// Hashes of feature names: FNV-1a over UTF-16 units, mixed at the end as MurmurHash3 does. The same on every machine;
/// models are files of such hashes.
/// </summary>
public static class FeatureHash
{
    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>Hash of a feature that is a template and a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static uint Of(uint template, uint value) => Mix(Next(Next(Basis, template), value));

    /// <summary>Hash of a feature that is a template and two numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static uint Of(uint template, uint first, uint second) => Mix(Next(Next(Next(Basis, template), first), second));

    /// <summary>Hash of a feature that is a template and a text; digits count as one digit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static uint Of(uint template, ReadOnlySpan<char> text) => Mix(Over(Next(Basis, template), text));

    /// <summary>Hash of a feature that is a template, a number and a text; digits count as one digit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static uint Of(uint template, uint value, ReadOnlySpan<char> text) => Mix(Over(Next(Next(Basis, template), value), text));

    /// <summary>A text as a number to hash on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static uint Of(ReadOnlySpan<char> text) => Mix(Over(Basis, text));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static uint Over(uint hash, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            hash = Next(hash, char.IsAsciiDigit(c) ? '0' : c);
        }

        return hash;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Next(uint hash, uint value) => (hash ^ value) * Prime;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Mix(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x85ebca6b;
        hash ^= hash >> 13;
        hash *= 0xc2b2ae35;
        return hash ^ (hash >> 16);
    }
}
