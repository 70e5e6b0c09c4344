using System.Text;
using ReportMiner.Read.Text;
using Xunit;

namespace ReportMiner.Tests.Read.Text;

public sealed class TextDecoderTests
{
    private const string Sample = "농촌 인구 3만 명\r\n어촌 인구 1만 명\r\n";

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "utf-8", Encoding.UTF8.GetBytes(Sample) },
        { "utf-8", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Sample)] },
        { "utf-16le", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Sample)] },
        { "utf-16be", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Sample)] },
        { "utf-16le", Encoding.Unicode.GetBytes(Sample) },
        { "utf-16be", Encoding.BigEndianUnicode.GetBytes(Sample) },
        { "cp949", CodePagesEncodingProvider.Instance.GetEncoding(949)!.GetBytes(Sample) },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void An_encoding_is_told_by_its_mark_or_its_bytes(string name, byte[] bytes) =>
        Assert.Equal((Sample, name), TextDecoder.Decode(bytes));

    [Fact]
    public void Bytes_that_are_no_text_are_refused() =>
        Assert.Null(TextDecoder.Decode([0x00, 0x01, 0x02, 0x00, 0xFF, 0x81, 0x00]));
}
