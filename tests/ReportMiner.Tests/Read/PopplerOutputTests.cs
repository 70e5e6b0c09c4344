using ReportMiner.Read.Pdf;
using Xunit;

namespace ReportMiner.Tests.Read;

public class PopplerOutputTests
{
    [Fact]
    public void Output_that_is_not_XML_is_read_all_the_same()
    {
        const string Output = "<page number=\"1\" position=\"absolute\" top=\"0\" left=\"0\" height=\"842\" width=\"595\">\n"
            + "\t<fontspec id=\"0\" size=\"12\" family=\"AB &amp; C\" color=\"#000000\"/>\n"
            + "<text top=\"10.5\" left=\"20\" width=\"100\" height=\"12\" font=\"0\">A & B <b>굵게</i> &lt;b&gt;\u0007</text>\n"
            + "<text top=\"30\" left=\"20\" width=\"10\" height=\"12\" font=\"9\">cut\n</page>\n";
        Assert.Empty(PopplerXml.Read(new StringReader("<text top=\"1\">x</text>\n")));
        var page = PopplerXml.Read(new StringReader(Output)).Single();
        Assert.Equal(["A & B ", "굵게 <b>\u0007", "cut"], page.Runs.Select(r => r.Text));
        Assert.Equal([false, true, false], page.Runs.Select(r => r.Bold));
        Assert.Equal("AB & C", page.Runs[0].Font.Name);
    }

    [Fact]
    public void Only_fonts_whose_codes_say_nothing_count_as_without_a_map()
    {
        const string Table = "name                                 type              encoding         emb sub uni object ID\n"
            + "------------------------------------ ----------------- ---------------- --- --- --- ---------\n"
            + "AAAAAB+DINPro-Regular                Type 1C           MacRoman         yes yes no      26  0\n"
            + "AAAAAC+Batang                        CID TrueType      Identity-H       yes yes no      21  0\n"
            + "AAAAAD+Gulim                         CID TrueType      Identity-H       yes yes yes     22  0\n"
            + "AAAAAE+Wingdings-Regular             TrueType          Builtin          yes yes no      23  0\n"
            + "AAAAAF+A very long name that leaves no room for columns CID Type 0C       Identity-V       yes yes no      24  0\n";
        Assert.Equal(["AAAAAC+Batang", "AAAAAF+A very long name that leaves no room for columns"], PopplerFonts.WithoutMap(Table));
    }
}
