using System.IO.Compression;

namespace ReportMiner.Read.Hwp;

/// <summary>The streams of an HWP file as its <c>FileHeader</c> says they are kept: packed, or locked for distribution.</summary>
internal sealed class HwpPackage
{
    private const int Chunk = 1 << 16;
    private const uint Packed = 1 << 0;
    private const uint Password = 1 << 1;
    private const uint Distribution = 1 << 2;

    /// <summary>Rights management, encryption with a certificate, rights management with a certificate.</summary>
    private const uint RightsManaged = (1 << 4) | (1 << 8) | (1 << 10);

    private readonly CompoundFile _container;
    private readonly ReadBudget _budget;
    private readonly uint _flags;

    /// <exception cref="UnreadableException">The file is damaged, locked, or of another version.</exception>
    public HwpPackage(byte[] file, ReadBudget budget)
    {
        _budget = budget;
        _container = new CompoundFile(file, budget);
        var header = _container.Find("FileHeader");
        if (header is not { Length: >= 40 } || !header.AsSpan().StartsWith("HWP Document File"u8))
        {
            throw new UnreadableException(ReadFailures.Damaged);
        }

        _flags = BitConverter.ToUInt32(header, 36);
        if (BitConverter.ToUInt32(header, 32) >> 24 is var version and not 5)
        {
            throw new UnreadableException(version == 3 ? ReadFailures.HwpV3 : ReadFailures.Damaged);
        }

        if ((_flags & RightsManaged) != 0)
        {
            throw new UnreadableException(ReadFailures.RightsManaged);
        }

        if ((_flags & Password) != 0)
        {
            throw new UnreadableException(ReadFailures.Encrypted);
        }
    }

    /// <summary>The records of the document's properties, fonts and styles.</summary>
    public HwpRecords DocInfo() => new(Unpack(_container.Find("DocInfo")), _budget);

    /// <summary>The records of a section of the text.</summary>
    /// <param name="number">From 0.</param>
    public HwpRecords Section(int number)
    {
        var name = string.Create(null, $"Section{number}");
        if ((_flags & Distribution) == 0)
        {
            return new HwpRecords(Unpack(_container.Find("BodyText", name)), _budget);
        }

        var locked = _container.Find("ViewText", name) ?? throw new UnreadableException(ReadFailures.Damaged);
        var first = new HwpRecords(locked, _budget);
        if (first.AtEnd || first.Tag != HwpTag.DistributeDocData)
        {
            throw new UnreadableException(ReadFailures.Damaged);
        }

        return new HwpRecords(Unpack(DistributionCipher.Open(first.Data.Span, locked.AsSpan(first.Next))), _budget);
    }

    /// <summary>The title among the file's properties, or null.</summary>
    public string? Title() => _container.Find("\u0005HwpSummaryInformation") is { } properties ? SummaryInformation.Title(properties) : null;

    private byte[] Unpack(byte[]? stream)
    {
        if (stream is null)
        {
            throw new UnreadableException(ReadFailures.Damaged);
        }

        if ((_flags & Packed) == 0)
        {
            _budget.Unpack(stream.Length);
            return stream;
        }

        var source = new WatchedStream(stream);
        using var inflater = new DeflateStream(source, CompressionMode.Decompress);
        using var plain = new MemoryStream();
        var chunk = new byte[Chunk];
        try
        {
            for (var read = inflater.Read(chunk); read > 0; read = inflater.Read(chunk))
            {
                _budget.Unpack(read);
                plain.Write(chunk, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            throw new UnreadableException(ReadFailures.Damaged);
        }

        return source.RanDry ? throw new UnreadableException(ReadFailures.Damaged) : plain.ToArray();
    }

    /// <summary>Tells whether more was asked for than there is: a cut stream looks to <see cref="DeflateStream"/> like one that ends.</summary>
    private sealed class WatchedStream(byte[] bytes) : MemoryStream(bytes, writable: false)
    {
        public bool RanDry { get; private set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = base.Read(buffer, offset, count);
            RanDry |= read == 0;
            return read;
        }
    }
}
