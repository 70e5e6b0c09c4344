using System.Security.Cryptography;

namespace ReportMiner.Read.Hwp;

/// <summary>
/// Opens the streams of a document for distribution. They are no secret: the key stands in the stream itself, behind
/// random numbers whose seed stands there too (annex "배포용 문서" of the format, revision 1.2).
/// </summary>
internal static class DistributionCipher
{
    private const int DataLength = 256;
    private const int KeyLength = 16;

    /// <summary>What follows a stream's first record, in plain.</summary>
    /// <param name="data">The first record's data.</param>
    /// <param name="rest">What follows it.</param>
    public static byte[] Open(ReadOnlySpan<byte> data, ReadOnlySpan<byte> rest)
    {
        if (data.Length != DataLength || rest.Length % KeyLength != 0)
        {
            throw new UnreadableException(ReadFailures.Damaged);
        }

        using var aes = Aes.Create();
        aes.Key = Key(data);
        return aes.DecryptEcb(rest, PaddingMode.None);
    }

    private static byte[] Key(ReadOnlySpan<byte> data)
    {
        var seed = BitConverter.ToUInt32(data);
        var mask = Mask(seed);
        var offset = sizeof(uint) + (int)(seed & 0x0F);
        var key = new byte[KeyLength];
        for (var i = 0; i < key.Length; i++)
        {
            key[i] = (byte)(data[offset + i] ^ mask[offset + i]);
        }

        return key;
    }

    /// <summary>Random bytes, each a random number of times over; the numbers are those of Microsoft's C library.</summary>
    private static byte[] Mask(uint seed)
    {
        uint Random()
        {
            seed = (seed * 214013) + 2531011;
            return seed >> 16 & 0x7FFF;
        }

        var mask = new byte[DataLength];
        for (var at = 0; at < mask.Length;)
        {
            var value = (byte)Random();
            var times = Math.Min((int)(Random() & 0x0F) + 1, mask.Length - at);
            mask.AsSpan(at, times).Fill(value);
            at += times;
        }

        return mask;
    }
}
