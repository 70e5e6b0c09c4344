using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using NPOI.POIFS.FileSystem;

namespace ReportMiner.Tests.Read.Hwp;

/// <summary>A record of an HWP stream.</summary>
internal sealed record HwpPart(int Tag, int Level, byte[] Data);

/// <summary>Writes small HWP files: records, packed into streams, in a compound file.</summary>
internal sealed class HwpFile
{
    public uint Flags { get; init; } = 1;

    public uint Version { get; init; } = 0x05010001;

    /// <summary>The records of <c>DocInfo</c> behind the document's properties.</summary>
    public IReadOnlyList<HwpPart> DocInfo { get; init; } = [];

    /// <summary>The paragraphs of each section.</summary>
    public IReadOnlyList<IEnumerable<HwpPart>> Sections { get; init; } = [];

    /// <summary>How many sections the file says it has, or null for the truth.</summary>
    public int? Stated { get; init; }

    public byte[]? Summary { get; init; }

    /// <summary>What is done to a section's stream at last.</summary>
    public Func<byte[], byte[]> Spoil { get; init; } = s => s;

    public static byte[] Of(params HwpPart[][] paragraphs) => new HwpFile { Sections = [paragraphs.SelectMany(p => p)] }.Write();

    public static byte[] Fields(params object[] fields) => [.. fields.SelectMany(f => f switch
    {
        byte b => [b],
        ushort w => BitConverter.GetBytes(w),
        uint n => BitConverter.GetBytes(n),
        int n => BitConverter.GetBytes(n),
        string s => Encoding.Unicode.GetBytes(s),
        byte[] raw => raw,
        _ => throw new NotSupportedException(f.ToString()),
    })];

    /// <summary>Characters behind their count.</summary>
    public static byte[] Counted(string text) => Fields((ushort)text.Length, text);

    /// <summary>A paragraph. A character that stands for a control is written once in the text and takes the next of the controls.</summary>
    public static HwpPart[] Paragraph(string text, HwpPart[][]? controls = null, int shape = 0, byte breaks = 0, byte[]? styles = null)
    {
        var written = string.Concat(text.Select(c => c is '\n' or '\u0018' or '\u001E' or '\u001F' or >= ' ' ? c.ToString() : c + new string('\0', 6) + c)) + "\r";
        return
        [
            new(66, 0, Fields(written.Length, 0, (ushort)shape, (byte)0, breaks, new byte[12])),
            new(67, 1, Fields(written)),
            new(68, 1, styles ?? Fields(0, 0)),
            .. (controls ?? []).SelectMany(c => Deeper(c, 1)),
        ];
    }

    public static HwpPart[] Control(string name, byte[] data, params HwpPart[][] inside) =>
        [new(71, 0, [.. Encoding.ASCII.GetBytes(name).Reverse(), .. data]), .. inside.SelectMany(i => Deeper(i, 1))];

    /// <summary>A list of paragraphs; what follows its header is a caption's or cell's.</summary>
    public static HwpPart[] List(byte[] extra, params HwpPart[][] paragraphs) => ListOf(0, extra, paragraphs);

    public static HwpPart[] Caption(uint side, string text) => List(Fields(side, new byte[12]), Paragraph(text));

    public static HwpPart[] Cell(int row, int column, int rows, int columns, uint look, int filling, params HwpPart[][] paragraphs) =>
        ListOf(look, Fields((ushort)column, (ushort)row, (ushort)columns, (ushort)rows, new byte[16], (ushort)filling), paragraphs);

    public static HwpPart[] Cell(int row, int column, string text) => Cell(row, column, 1, 1, 0, 0, Paragraph(text));

    public static HwpPart[] Table(params HwpPart[][] cells) => Control("tbl ", new byte[42], [[new(77, 0, new byte[22])], .. cells]);

    public static HwpPart[] Box(params HwpPart[][] paragraphs) => Control("gso ", new byte[42], [new(76, 0, new byte[8]), .. Deeper(List([], paragraphs), 1)]);

    public static byte[] Deflate(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var deflater = new DeflateStream(packed, CompressionLevel.Fastest))
        {
            deflater.Write(plain);
        }

        return packed.ToArray();
    }

    public static byte[] Stream(IEnumerable<HwpPart> parts) => [.. parts.SelectMany(p => p.Data.Length < 0xFFF
        ? Fields((uint)(p.Tag | p.Level << 10) | (uint)p.Data.Length << 20, p.Data)
        : Fields((uint)(p.Tag | p.Level << 10) | 0xFFFu << 20, p.Data.Length, p.Data))];

    public byte[] Write()
    {
        var container = new POIFSFileSystem();
        var signature = new byte[32];
        "HWP Document File"u8.CopyTo(signature);
        container.CreateDocument(new MemoryStream([.. signature, .. Fields(Version, Flags), .. new byte[216]]), "FileHeader");
        var properties = new HwpPart(16, 0, Fields((ushort)(Stated ?? Sections.Count), new byte[24]));
        container.CreateDocument(new MemoryStream(Pack(Stream([properties, .. DocInfo]))), "DocInfo");
        if (Summary is not null)
        {
            container.CreateDocument(new MemoryStream(Summary), "\u0005HwpSummaryInformation");
        }

        var locked = (Flags & 4) != 0;
        var storage = container.CreateDirectory(locked ? "ViewText" : "BodyText");
        for (var i = 0; i < Sections.Count; i++)
        {
            var stream = Pack(Stream(Sections[i]));
            storage.CreateDocument("Section" + i, new MemoryStream(Spoil(locked ? Lock(stream) : stream)));
        }

        using var file = new MemoryStream();
        container.WriteFileSystem(file);
        return file.ToArray();
    }

    private static HwpPart[] ListOf(uint look, byte[] extra, HwpPart[][] paragraphs) =>
        [new(72, 0, Fields(paragraphs.Length, look, extra)), .. paragraphs.SelectMany(p => p)];

    public static IEnumerable<HwpPart> Deeper(IEnumerable<HwpPart> parts, int by) => parts.Select(p => p with { Level = p.Level + by });

    private byte[] Pack(byte[] stream) => (Flags & 1) != 0 ? Deflate(stream) : stream;

    /// <summary>Locks a stream for distribution, as the format's annex describes it.</summary>
    private static byte[] Lock(byte[] stream)
    {
        const uint Seed = 0x1234567B;
        var data = new byte[256];
        var random = Seed;
        uint Next() => (random = (random * 214013) + 2531011) >> 16 & 0x7FFF;
        for (var at = 0; at < data.Length;)
        {
            var value = (byte)Next();
            for (var times = (Next() & 15) + 1; times > 0 && at < data.Length; times--)
            {
                data[at++] = value;
            }
        }

        byte[] key = [.. "0F1E2D3C"u8.ToArray().SelectMany(c => new byte[] { c, 0 })];
        var offset = 4 + (int)(Seed & 15);
        for (var i = 0; i < key.Length; i++)
        {
            data[offset + i] ^= key[i];
        }

        BitConverter.GetBytes(Seed).CopyTo(data, 0);
        using var aes = Aes.Create();
        aes.Key = key;
        return [.. Stream([new HwpPart(28, 0, data)]), .. aes.EncryptEcb(stream, PaddingMode.Zeros)];
    }
}
