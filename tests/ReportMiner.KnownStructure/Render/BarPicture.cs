using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace ReportMiner.KnownStructure.Render;

/// <summary>A bar chart without words, as PNG.</summary>
internal static class BarPicture
{
    private const int BarWidth = 40;
    private const int Height = 112;

    /// <summary>The picture; not packed, as the file it goes into is, and zips differ from machine to machine.</summary>
    public static byte[] Draw(IReadOnlyList<int> bars)
    {
        var width = bars.Count * BarWidth;
        using var raw = new MemoryStream();
        using (var zlib = new ZLibStream(raw, CompressionLevel.NoCompression, leaveOpen: true))
        {
            for (var y = 0; y < Height; y++)
            {
                zlib.WriteByte(0);
                for (var x = 0; x < width; x++)
                {
                    var bar = bars[x / BarWidth];
                    var inside = x % BarWidth is >= 10 and < 34 && y >= 110 - bar && y < 110;
                    zlib.WriteByte(inside || y == 111 ? (byte)0x80 : (byte)0xFF);
                }
            }
        }

        using var png = new MemoryStream();
        png.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        header[8] = 8; // one byte of grey a pixel
        Chunk(png, "IHDR", header);
        Chunk(png, "IDAT", raw.ToArray());
        Chunk(png, "IEND", []);
        return png.ToArray();
    }

    /// <summary>The drawing that shows the picture in a DOCX.</summary>
    public static string Drawing(string image, int number, int bars)
    {
        var (x, y) = (bars * BarWidth * 9525L, Height * 9525L);
        return string.Create(CultureInfo.InvariantCulture, $"<w:drawing><wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{x}\" cy=\"{y}\"/><wp:docPr id=\"{number + 1}\" name=\"figure{number + 1}\"/><a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:nvPicPr><pic:cNvPr id=\"{number + 1}\" name=\"figure{number + 1}.png\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"{image}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{x}\" cy=\"{y}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>");
    }

    private static void Chunk(Stream png, string kind, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        byte[] body = [.. Encoding.ASCII.GetBytes(kind), .. data];
        png.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Check(body));
        png.Write(number);
    }

    // CRC-32 as PNG asks.
    private static uint Check(byte[] body)
    {
        var crc = uint.MaxValue;
        foreach (var value in body)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}
