using ReportMiner.Learn;
using ReportMiner.Tests.Samples;
using Xunit;

namespace ReportMiner.Tests.Learn;

public sealed class MarkedTextTests
{
    [Fact]
    public void Marks_are_taken_off_and_kept()
    {
        var marked = MarkedText.Parse("⟦ORG|갯벌연구원⟧은 ⟦DATE|’25.上|2025-40⟧에\n⟦AMOUNT|3억원|300000000 KRW⟧을");
        Assert.Equal("갯벌연구원은 ’25.上에\n3억원을", marked.Text);
        Assert.Equal([("ORG", "갯벌연구원", null), ("DATE", "’25.上", "2025-40"), ("AMOUNT", "3억원", "300000000 KRW")], marked.Marks.Select(m => (m.Type, marked.Text[m.Start..m.End], m.Value)));
    }

    [Theory]
    [InlineData("첫 줄\n⟦ORG|갯벌", "line 2")]
    [InlineData("갯벌⟧", "line 1")]
    [InlineData("⟦LAW|「⟦ORG|갯벌⟧법」⟧", "line 1")]
    public void A_broken_mark_is_named_by_its_line(string text, string line) =>
        Assert.Contains(line, Assert.Throws<FormatException>(() => MarkedText.Parse(text)).Message);

    [Theory]
    [InlineData("바다를 지키는\n국립갯벌원은", "바다를 지키는 국립갯벌원은", "국립갯벌원", "국립갯벌원")]
    [InlineData("- 3 -\n국립갯\n벌원은 물새를 센다", "국립갯벌원은 물새를 센다", "국립갯\n벌원", "국립갯벌원")]
    [InlineData("**국립갯벌원**은 물새를 센다", "국립갯벌원은 물새를 센다", "국립갯벌원", "국립갯벌원")]
    public void A_stretch_is_found_in_the_segmented_text(string from, string to, string surface, string found)
    {
        var start = from.IndexOf(surface, StringComparison.Ordinal);
        Assert.Equal((to.IndexOf(found, StringComparison.Ordinal), to.IndexOf(found, StringComparison.Ordinal) + found.Length), new TextAlignment(from, to).Find(start, start + surface.Length));
    }

    [Fact]
    public void Lines_that_were_moved_are_found_where_they_went()
    {
        const string note = "1) 갯벌학회, 물새의 겨울나기와 먹이터 변화";
        const string body = "물새가 쉬어 가는 곳이 해마다 줄어들고 있다고 한다.";
        var alignment = new TextAlignment(note + "\n" + body, body + "\n" + note);
        Assert.Equal((body.Length + 4, body.Length + 8), alignment.Find(3, 7));
        Assert.Equal((0, 3), alignment.Find(note.Length + 1, note.Length + 4));
    }

    [Fact]
    public void What_was_taken_out_is_nowhere() => Assert.Null(new TextAlignment("머리말\n갯벌은 넓다", "갯벌은 넓다").Find(0, 3));

    [Fact]
    public void A_corpus_that_marks_some_kinds_tells_which()
    {
        var sentence = Assert.Single(TaggedSentence.ReadKlue(["## id\t<나루:PS>가 셋", "나\tB-PS", "루\tI-PS", "가\tO", " \tO", "셋\tB-QT", ""]));
        Assert.Equal("나루가 셋", sentence.Text);
        Assert.Equal([("PER", 0, 2), ("AMOUNT", 4, 5)], sentence.Marks.Select(m => (m.Type, m.Start, m.End)));
        Assert.Equal(["LOC", "ORG", "PER"], sentence.Known.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_corrected_report_is_an_annotated_text()
    {
        var report = SampleReports.Of("shipyard-plan/shipyard-plan.txt");
        var excerpt = CorrectedReport.ToExcerpt("plan", report);
        Assert.Equal(report.Mentions.Select(m => m.Text), excerpt.Marked.Marks.Where(m => m.Type is not ("DATE" or "AMOUNT")).Select(m => excerpt.Marked.Text[m.Start..m.End]));
        Assert.Equal(report.Recommendations.Select(r => r.Text), excerpt.Recommendations!.Value.Select(r => r.Text));
        var lines = excerpt.Marked.Text.Split('\n');
        Assert.NotEmpty(excerpt.Structure!.Headings);
        Assert.All(excerpt.Structure.Headings, h => Assert.Contains(h.Title.Replace(" ", "", StringComparison.Ordinal), lines[h.Line - 1].Replace(" ", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_line_without_a_tag_is_refused() => Assert.Throws<FormatException>(() => TaggedSentence.ReadKlue(["나"]).ToList());
}
