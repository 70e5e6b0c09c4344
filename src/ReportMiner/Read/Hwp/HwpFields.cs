using System.Buffers.Binary;
using System.Text;

namespace ReportMiner.Read.Hwp;

/// <summary>Takes the fields of a record one after another. One that is not there is damage.</summary>
internal ref struct HwpFields(ReadOnlyMemory<byte> record)
{
    private ReadOnlySpan<byte> _rest = record.Span;

    public readonly int Left => _rest.Length;

    public byte Byte() => Take(sizeof(byte))[0];

    public ushort Word() => BinaryPrimitives.ReadUInt16LittleEndian(Take(sizeof(ushort)));

    public uint Number() => BinaryPrimitives.ReadUInt32LittleEndian(Take(sizeof(uint)));

    /// <summary>A character, or nothing where none is set.</summary>
    public string Character() => Word() is var code && code is 0 ? "" : ((char)code).ToString();

    /// <summary>Characters behind their count.</summary>
    public string Text() => Encoding.Unicode.GetString(Take(Word() * sizeof(char)));

    public void Skip(int bytes) => Take(bytes);

    private ReadOnlySpan<byte> Take(int bytes)
    {
        if (bytes > _rest.Length)
        {
            throw new UnreadableException(ReadFailures.Damaged);
        }

        var taken = _rest[..bytes];
        _rest = _rest[bytes..];
        return taken;
    }
}
