using System.Buffers.Binary;
using System.Runtime.InteropServices;
using ReportMiner.Resources;

namespace ReportMiner.Segment;

/// <summary>
/// A logistic model of the space at a line end: one signed byte a hashed feature. The file: "RMSP", version, number of
/// hash bits, two bytes 0, then two little-endian floats — what one step of a byte weighs, and the log odds of a space
/// in the training texts — and 2^bits weights.
/// </summary>
internal sealed class SpacingModel(sbyte[] weights, float step, float prior)
{
    public const string FileName = "taggers/spacing.bin";

    private const int Head = 16;
    private const byte Version = 1;
    private static ReadOnlySpan<byte> Magic => "RMSP"u8;

    /// <summary>Log odds of a space at a line end in the training texts.</summary>
    public float Prior => prior;

    /// <exception cref="ResourceException">The file is missing, changed or not a model of this version.</exception>
    public static SpacingModel Read(ResourceDirectory resources) => Parse(resources.ReadBytes(FileName));

    public static SpacingModel Parse(ReadOnlySpan<byte> file)
    {
        if (file.Length < Head || !file.StartsWith(Magic) || file[4] != Version || file[5] > 24 || file.Length != Head + (1 << file[5]))
        {
            throw new ResourceException($"{FileName}: not a spacing model of version {Version}");
        }

        return new SpacingModel(
            MemoryMarshal.Cast<byte, sbyte>(file[Head..]).ToArray(),
            BinaryPrimitives.ReadSingleLittleEndian(file[8..]),
            BinaryPrimitives.ReadSingleLittleEndian(file[12..]));
    }

    public byte[] ToBytes()
    {
        var file = new byte[Head + weights.Length];
        Magic.CopyTo(file);
        file[4] = Version;
        file[5] = (byte)int.Log2(weights.Length);
        BinaryPrimitives.WriteSingleLittleEndian(file.AsSpan(8), step);
        BinaryPrimitives.WriteSingleLittleEndian(file.AsSpan(12), prior);
        MemoryMarshal.AsBytes(weights.AsSpan()).CopyTo(file.AsSpan(Head));
        return file;
    }

    /// <summary>Log odds of a space where these features hold, in a report that breaks its lines as the training texts do.</summary>
    public float Score(List<uint> features)
    {
        var mask = (uint)weights.Length - 1;
        var sum = 0;
        foreach (var feature in features)
        {
            sum += weights[feature & mask];
        }

        return sum * step;
    }
}
