using System.Collections.Immutable;
using System.Text;
using ReportMiner.Resources;

namespace ReportMiner.Classify;

/// <summary>
/// What the files of learned models have in common: four letters that tell the kind, a version, the names of the
/// classes or labels, and the hashes of the features, ascending. All numbers are little-endian.
/// </summary>
internal static class ModelFile
{
    private const int Version = 1;
    private const int MostNames = 255;
    private const int MostFeatures = 1 << 24;

    /// <exception cref="ResourceException">The bytes are no model of this kind and version.</exception>
    public static T Read<T>(string name, string kind, byte[] bytes, Func<BinaryReader, ImmutableArray<string>, FeatureIndex, T> rest)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        try
        {
            if (Encoding.ASCII.GetString(reader.ReadBytes(4)) != kind || reader.ReadInt32() != Version)
            {
                throw new ResourceException($"{name}: not a model of kind {kind}, version {Version}");
            }

            var names = reader.ReadInt32();
            var classes = ImmutableArray.CreateBuilder<string>();
            for (var i = 0; i < Within(names, MostNames); i++)
            {
                classes.Add(reader.ReadString());
            }

            var keys = new uint[Within(reader.ReadInt32(), MostFeatures)];
            for (var i = 0; i < keys.Length; i++)
            {
                keys[i] = reader.ReadUInt32();
            }

            var model = rest(reader, classes.ToImmutable(), new FeatureIndex(keys));
            return reader.BaseStream.Position == bytes.Length ? model : throw new ResourceException($"{name}: longer than its model");
        }
        catch (Exception e) when (e is EndOfStreamException or InvalidDataException)
        {
            throw new ResourceException($"{name}: cut off or damaged", e);
        }
    }

    public static byte[] Write(string kind, ImmutableArray<string> names, ReadOnlySpan<uint> keys, Action<BinaryWriter> rest)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(Encoding.ASCII.GetBytes(kind));
        writer.Write(Version);
        writer.Write(names.Length);
        foreach (var name in names)
        {
            writer.Write(name);
        }

        writer.Write(keys.Length);
        foreach (var key in keys)
        {
            writer.Write(key);
        }

        rest(writer);
        writer.Flush();
        return bytes.ToArray();
    }

    public static float[] Floats(BinaryReader reader, int count)
    {
        var numbers = new float[count];
        for (var i = 0; i < count; i++)
        {
            numbers[i] = reader.ReadSingle();
        }

        return numbers;
    }

    public static void Write(BinaryWriter writer, params ReadOnlySpan<float[]> arrays)
    {
        foreach (var array in arrays)
        {
            foreach (var number in array)
            {
                writer.Write(number);
            }
        }
    }

    private static int Within(int count, int most) => count >= 0 && count <= most ? count : throw new InvalidDataException();
}
