using Xunit;
using static ReportMiner.Tests.Read.Hwp.HwpFile;

namespace ReportMiner.Tests.Read.Hwp;

public sealed class HwpDamageTests
{
    private static byte[] Long { get; } = Of([.. Enumerable.Range(0, 400).Select(i => Paragraph($"{i}번째 과제의 추진 실적과 계획"))]);

    private static string? Spoiled(Func<byte[], byte[]> spoil, uint flags = 1) =>
        HwpRead.Failure(new HwpFile { Flags = flags, Sections = [[.. Paragraph("첫 문단"), .. Paragraph("둘째 문단")]], Spoil = spoil }.Write());

    [Theory]
    [InlineData(1u << 1, "RM1007")]
    [InlineData(1u << 4, "RM1018")]
    [InlineData(1u << 8, "RM1018")]
    public void A_locked_file_is_told(uint flags, string code) =>
        Assert.Equal(code, HwpRead.Failure(new HwpFile { Flags = 1 | flags, Sections = [Paragraph("본문")] }.Write()));

    [Theory]
    [InlineData(0x03000000u, "RM1012")]
    [InlineData(0x06000000u, "RM1006")]
    public void Another_version_is_told(uint version, string code) =>
        Assert.Equal(code, HwpRead.Failure(new HwpFile { Version = version, Sections = [Paragraph("본문")] }.Write()));

    [Fact]
    public void A_file_that_is_whole_is_read() => Assert.Null(Spoiled(s => s));

    [Fact]
    public void A_packed_stream_that_is_cut_is_damage() => Assert.Equal("RM1006", Spoiled(s => s[..^2]));

    [Fact]
    public void A_packed_stream_that_is_no_such_thing_is_damage() => Assert.Equal("RM1006", Spoiled(s => [0xFF, .. s]));

    [Fact]
    public void A_record_that_is_cut_is_damage() => Assert.Equal("RM1006", Spoiled(s => s[..^1], flags: 0));

    [Fact]
    public void A_paragraph_that_lies_about_its_characters_is_damage() => Assert.Equal("RM1006", Spoiled(s => [.. s[..4], 99, .. s[5..]], flags: 0));

    [Fact]
    public void A_list_with_fewer_paragraphs_than_it_says_is_damage()
    {
        var note = Control("fn  ", [], List([], Paragraph("각주")));
        note[1].Data[0] = 2;
        Assert.Equal("RM1006", HwpRead.Failure(Of(Paragraph("본문\u0011", [note]))));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(0)]
    public void Sections_that_are_not_there_are_damage(int stated) =>
        Assert.Equal("RM1006", HwpRead.Failure(new HwpFile { Stated = stated, Sections = [Paragraph("본문")] }.Write()));

    [Fact]
    public void A_stream_that_unpacks_to_too_much_is_refused() =>
        Assert.Equal("RM1013", HwpRead.Failure(new HwpFile { Sections = [Paragraph(new string('가', 2_000_000))] }.Write(), new LimitOptions(MaxUnpackedBytes: 1 << 20)));

    [Fact]
    public void A_record_that_is_too_long_is_refused() =>
        Assert.Equal("RM1016", HwpRead.Failure(new HwpFile { Sections = [Paragraph(new string('가', 1000))] }.Write(), new LimitOptions(MaxRecordBytes: 1024)));

    [Fact]
    public void Too_many_entries_are_refused() => Assert.Equal("RM1014", HwpRead.Failure(Long, new LimitOptions(MaxEntries: 3)));

    [Fact]
    public void Tables_too_deep_in_each_other_are_refused()
    {
        var paragraph = Paragraph("바닥");
        for (var i = 0; i < 250; i++)
        {
            paragraph = Paragraph("\u000B", [HwpFile.Table(Cell(0, 0, 1, 1, 0, 0, paragraph))]);
        }

        Assert.Equal("RM1015", HwpRead.Failure(Of(paragraph)));
    }

    [Fact]
    public void A_cut_file_is_damage_wherever_it_is_cut() =>
        Assert.All(Enumerable.Range(1, 20).Select(i => Long.Length * i / 21), length => Assert.Equal("RM1006", HwpRead.Failure(Long[..length])));

    [Fact]
    public void A_chain_that_runs_in_a_circle_is_damage()
    {
        var file = (byte[])Long.Clone();
        var table = (BitConverter.ToInt32(file, 76) + 1) * 512;
        var directory = BitConverter.ToInt32(file, 48);
        BitConverter.GetBytes(directory).CopyTo(file, table + (4 * directory));
        Assert.Equal("RM1006", HwpRead.Failure(file));
    }

    [Fact]
    public void A_storage_that_holds_itself_is_damage()
    {
        var file = (byte[])Long.Clone();
        var directory = (BitConverter.ToInt32(file, 48) + 1) * 512;
        BitConverter.GetBytes(0).CopyTo(file, directory + 76);
        Assert.Equal("RM1006", HwpRead.Failure(file));
    }

    [Fact]
    public void An_allocation_table_larger_than_the_file_is_damage()
    {
        var file = (byte[])Long.Clone();
        BitConverter.GetBytes(0x00FFFFFF).CopyTo(file, 44);
        Assert.Equal("RM1006", HwpRead.Failure(file));
    }
}
