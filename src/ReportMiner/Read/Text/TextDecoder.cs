using System.Text;

namespace ReportMiner.Read.Text;

/// <summary>Finds a text file's character encoding: by its mark, else by what is valid.</summary>
internal static class TextDecoder
{
    private static readonly Encoding Cp949 = CodePagesEncodingProvider.Instance.GetEncoding(949, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>The text and the encoding's name, or null if the bytes are no text in any of them.</summary>
    public static (string Text, string Encoding)? Decode(byte[] bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3), "utf-8"),
        [0xFF, 0xFE, ..] => (Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2), "utf-16le"),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2), "utf-16be"),
        _ when bytes.AsSpan(0, Math.Min(bytes.Length, 4096)).Contains((byte)0) => WithoutMark(bytes),
        _ => Try(new UTF8Encoding(false, true), bytes, "utf-8") ?? Try(Cp949, bytes, "cp949"),
    };

    // Line feeds, spaces and digits of UTF-16 have a zero byte: on the odd places in little endian, on the even ones in big.
    private static (string Text, string Encoding)? WithoutMark(byte[] bytes)
    {
        int even = 0, odd = 0;
        for (var i = 0; i < Math.Min(bytes.Length, 4096); i++)
        {
            if (bytes[i] == 0)
            {
                if (i % 2 == 0) { even++; } else { odd++; }
            }
        }

        if (bytes.Length % 2 != 0 || (even > 0 && odd > 0))
        {
            return null;
        }

        return odd > 0
            ? Try(new UnicodeEncoding(false, false, true), bytes, "utf-16le")
            : Try(new UnicodeEncoding(true, false, true), bytes, "utf-16be");
    }

    private static (string Text, string Encoding)? Try(Encoding encoding, byte[] bytes, string name)
    {
        try
        {
            return (encoding.GetString(bytes), name);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
