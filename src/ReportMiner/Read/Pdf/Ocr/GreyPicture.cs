using System.Globalization;
using System.Text;

namespace ReportMiner.Read.Pdf.Ocr;

/// <summary>A grey picture: one byte a pixel, row by row, 0 for black. As a file it is a PGM of netpbm (<c>P5</c>, 8 bits).</summary>
internal sealed record GreyPicture(int Width, int Height, byte[] Pixels)
{
    public const byte White = 255;

    /// <summary>Reads a picture whose bytes come as Latin-1 characters; null if it is none, cut short, or has more pixels than allowed.</summary>
    public static GreyPicture? Read(TextReader reader, int mostPixels)
    {
        if (Word(reader) is not "P5" || Number(reader) is not { } width || Number(reader) is not { } height || Number(reader) is not 255
            || width < 1 || height < 1 || (long)width * height > mostPixels)
        {
            return null;
        }

        var pixels = new byte[width * height];
        var piece = new char[1 << 16];
        for (var read = 0; read < pixels.Length;)
        {
            var count = reader.ReadBlock(piece, 0, Math.Min(piece.Length, pixels.Length - read));
            if (count == 0)
            {
                return null;
            }

            read += Encoding.Latin1.GetBytes(piece.AsSpan(0, count), pixels.AsSpan(read));
        }

        return new GreyPicture(width, height, pixels);
    }

    public void Write(string path)
    {
        using var file = File.Create(path);
        file.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5\n{Width} {Height}\n255\n")));
        file.Write(Pixels);
    }

    private static int? Number(TextReader reader) =>
        int.TryParse(Word(reader), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Word(TextReader reader)
    {
        var word = new StringBuilder();
        while (word.Length < 10 && reader.Read() is var c and >= 0 && !char.IsWhiteSpace((char)c))
        {
            word.Append((char)c);
        }

        return word.ToString();
    }
}
