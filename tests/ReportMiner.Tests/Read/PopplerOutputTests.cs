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
        Assert.Empty(PopplerXml.Read(new StringReader("<text top=\"1\">x</text>\n")).Pages);
        var page = PopplerXml.Read(new StringReader(Output)).Pages.Single();
        Assert.Equal(["A & B ", "굵게 <b>\u0007", "cut"], page.Runs.Select(r => r.Text));
        Assert.Equal([false, true, false], page.Runs.Select(r => r.Bold));
        Assert.Equal("AB & C", page.Runs[0].Font.Name);
    }

    [Fact]
    public void Bookmarks_stand_behind_the_pages()
    {
        const string Output = "<page number=\"1\" top=\"0\" left=\"0\" height=\"842\" width=\"595\">\n</page>\n<outline>\n<item page=\"1\">A &amp; B</item>\n"
            + "<outline>\nlink to page 3 <item page=\"3\">첫째\n 둘째</item>\n</outline>\n<item>곳 없음</item>\n<item page=\"2\">끊김\n</outline>\n</pdf2xml>\n";
        var (pages, bookmarks) = PopplerXml.Read(new StringReader(Output));
        Assert.Single(pages);
        Assert.Equal([new("A & B", 1, 1), new("첫째\n 둘째", 3, 2), new("곳 없음", null, 1), new("끊김", 2, 1)], bookmarks.AsEnumerable());
    }

    [Fact]
    public void Spaces_that_a_run_has_lost_come_back_from_the_word_boxes()
    {
        var run = new PdfRun("- 지역사업의예산을두배로늘려집행", 50, 100, 300, 112, new PdfFont("Batang", 11, null), false);
        string[] words = [" -", "지역사업의", "예산을", "두", "배로", "늘려", "집행"];
        var boxes = "<page width=\"595\" height=\"842\">\n" + string.Concat(words.Select((w, i) =>
            $"<word xMin=\"{50 + (i * 30)}\" yMin=\"100.0\" xMax=\"{75 + (i * 30)}\" yMax=\"112.0\">{w}</word>\n"));
        var restored = WordBreaks.Restore([new PdfPage(1, 595, 842, [run])], 1, PageWords.Read(new StringReader(boxes)));
        Assert.Equal("- 지역사업의 예산을 두 배로 늘려 집행", restored[0].Runs[0].Text);
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
