using System.Buffers.Binary;

namespace ReportMiner.Read.Hwp;

/// <summary>
/// Goes through the records of a stream one by one. A record's level says how deep it stands: what belongs to it
/// follows it on deeper levels.
/// </summary>
internal sealed class HwpRecords
{
    /// <summary>The 12 bits of a length that does not fit into them.</summary>
    private const uint LongRecord = 0xFFF;

    private readonly byte[] _stream;
    private readonly ReadBudget _budget;
    private int _next;

    public HwpRecords(byte[] stream, ReadBudget budget)
    {
        _stream = stream;
        _budget = budget;
        Move();
    }

    public bool AtEnd { get; private set; }

    public HwpTag Tag { get; private set; }

    public int Level { get; private set; }

    public ReadOnlyMemory<byte> Data { get; private set; }

    /// <summary>Where the stream goes on behind this record.</summary>
    public int Next => _next;

    /// <summary>Whether the record belongs to one of a level.</summary>
    public bool Inside(int level) => !AtEnd && Level > level;

    /// <exception cref="UnreadableException">The record ends behind the stream, or is longer than one may be.</exception>
    public void Move()
    {
        AtEnd = _next == _stream.Length;
        if (AtEnd)
        {
            return;
        }

        var header = Number();
        var length = header >> 20 == LongRecord ? Number() : header >> 20;
        _budget.Record(length);
        if (length > _stream.Length - _next)
        {
            throw new UnreadableException(ReadFailures.Damaged);
        }

        Tag = (HwpTag)(header & 0x3FF);
        Level = (int)(header >> 10 & 0x3FF);
        Data = _stream.AsMemory(_next, (int)length);
        _next += (int)length;
    }

    private uint Number()
    {
        if (_stream.Length - _next < sizeof(uint))
        {
            throw new UnreadableException(ReadFailures.Damaged);
        }

        _next += sizeof(uint);
        return BinaryPrimitives.ReadUInt32LittleEndian(_stream.AsSpan(_next - sizeof(uint)));
    }
}
