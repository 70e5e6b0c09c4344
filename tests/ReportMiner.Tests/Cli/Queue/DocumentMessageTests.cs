using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ReportMiner.Cli.Queue;
using Xunit;

namespace ReportMiner.Tests.Cli.Queue;

public sealed class DocumentMessageTests
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("해양 관측 대책\n둘째 줄\n");

    [Fact]
    public void A_document_comes_out_as_it_went_in()
    {
        var sent = Whole() with { Known = [1, 2, 3] };
        Assert.Null(DocumentMessage.Read(sent.Write(Content), out var read, out var content));

        Assert.Equal(Content, content.ToArray());
        Assert.Equal([1, 2, 3], read!.Known!);
        Assert.Equal(sent with { Known = null }, read with { Known = null });
    }

    [Fact]
    public void A_reference_has_no_bytes()
    {
        var sent = Whole() with { Path = Path.GetFullPath("보고서.txt") };
        Assert.Null(DocumentMessage.Read(sent.Write([]), out var read, out _));
        Assert.Equal(sent, read);
        Assert.Equal("RM5006", DocumentMessage.Read(sent.Write(Content), out _, out _)?.Code);
        Assert.Equal("RM5006", DocumentMessage.Read((sent with { Path = sent.Path + "\0" }).Write([]), out _, out _)?.Code);
        Assert.Equal("RM5006", DocumentMessage.Read((sent with { Path = "보고서.txt" }).Write([]), out _, out _)?.Code);
    }

    [Fact]
    public void A_place_outside_the_output_folder_is_refused() =>
        Assert.Equal("RM5007", DocumentMessage.Read((Whole() with { Target = "../../etc/cron.d/a" }).Write(Content), out _, out _)?.Code);

    [Fact]
    public void A_message_of_which_a_byte_is_changed_or_lost_is_no_document()
    {
        var body = Whole().Write(Content);
        Assert.Equal("RM5006", DocumentMessage.Read(body.AsMemory(0, body.Length - 1), out _, out _)?.Code);
        body[^3] ^= 1;
        Assert.Equal("RM5006", DocumentMessage.Read(body, out _, out _)?.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("null\n")]
    [InlineData("[]\n")]
    [InlineData("{}\n")]
    [InlineData("{\"version\":1}\n")]
    [InlineData("{\"version\":\"1\"}\n")]
    [InlineData("not JSON\n")]
    [InlineData("{\"version\":1,\"target\":\"\\ud800\",\"sha256\":\"\",\"length\":0}\n")]
    [InlineData("{\"version\":1,\"target\":null,\"sha256\":null,\"length\":0,\"path\":null,\"known\":null}\n")]
    [InlineData("{\"version\":1,\"target\":\"a\",\"sha256\":\"a\",\"length\":0,\"path\":\"/a\\u0000b/../c\",\"known\":\"%%\"}\n")]
    public void What_others_send_is_no_document(string body) =>
        Assert.Equal("RM5006", DocumentMessage.Read(Encoding.UTF8.GetBytes(body), out _, out _)?.Code);

    [Fact]
    public void A_later_version_is_not_guessed_at()
    {
        var body = Whole().Write([]);
        var later = JsonNode.Parse(body.AsSpan(0, body.Length - 1))!;
        later["version"] = 2;
        Assert.Equal("RM5006", DocumentMessage.Read(Encoding.UTF8.GetBytes(later.ToJsonString() + "\n"), out _, out _)?.Code);
    }

    private static DocumentMessage Whole() => new("2024/대책.txt", Convert.ToHexStringLower(SHA256.HashData(Content)), Content.Length, null, null);
}
