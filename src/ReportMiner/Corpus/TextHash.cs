using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ReportMiner.Corpus;

/// <summary>Stands for a text where only its being the same matters: texts themselves would fill the memory.</summary>
internal static class TextHash
{
    public static UInt128 Of(string text) =>
        BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan())));
}
