using System.Globalization;
using ReportMiner.Read.Pdf.Ocr;
using Xunit;

namespace ReportMiner.Tests.Read.Ocr;

public class TesseractOutputTests
{
    private static string Word(int page, double confidence, string text) =>
        string.Create(CultureInfo.InvariantCulture, $"5\t{page}\t1\t1\t1\t1\t30\t30\t40\t20\t{confidence}\t{text}\n");

    private static readonly string Tsv = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
        + "1\t1\t0\t0\t0\t0\t0\t0\t90\t60\t-1\t\n" + Word(1, 90, "예") + Word(1, 60, "산안") + Word(3, 100, "2031");

    [Fact]
    public void Spaces_come_from_the_text_and_confidence_from_the_words_by_their_characters()
    {
        var readings = TesseractOutput.Read("예산안\n\f\f2031\n\f", Tsv, 3)!.Value;
        Assert.Equal(["예산안", "", "2031"], readings.Select(r => r.Text));
        Assert.Equal(0.7, readings[0].Confidence, 6);
        Assert.Equal([0, 0.99], readings.Skip(1).Select(r => r.Confidence));
    }

    [Fact]
    public void Versions_that_end_the_last_page_without_a_form_feed_are_read_too() =>
        Assert.Equal(["예산안", "", "2031"], TesseractOutput.Read("예산안\n\f\f2031\n", Tsv, 3)!.Value.Select(r => r.Text));

    [Theory]
    [InlineData("예산안\n\f2031\n")]
    [InlineData("")]
    [InlineData("a\fb\fc\fd\n")]
    public void Output_of_another_number_of_pictures_is_none(string text) => Assert.Null(TesseractOutput.Read(text, Tsv, 3));
}
