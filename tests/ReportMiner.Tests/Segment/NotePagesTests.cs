using ReportMiner.Documents;
using Xunit;
using static ReportMiner.Tests.Segment.NotePages;

namespace ReportMiner.Tests.Segment;

public sealed class NotePagesTests
{
    [Xunit.Theory]
    [InlineData("어민^1)^과 상인^2)^이 함께 쓴다.", "1) 어촌연구회, 어항 조사, 2021.", "2) 소매상을 아우른다", "1)", "2)")]
    [InlineData("어민^1^과 상인^2^이 함께 쓴다.", "^1^ 어촌연구회, 어항 조사, 2021.", "^2^ 소매상을 아우른다", "1", "2")]
    [InlineData("어민^1^과 상인^2^이 함께 쓴다.", "1 어촌연구회, 어항 조사, 2021.", "2 소매상을 아우른다", "1", "2")]
    [InlineData("어민^1)^과 상인^2)^이 함께 쓴다.", "^1)^ 어촌연구회, 어항 조사, 2021.", "^2)^ 소매상을 아우른다", "1)", "2)")]
    [InlineData("어민¹⁾과 상인²⁾이 함께 쓴다.", "¹⁾ 어촌연구회, 어항 조사, 2021.", "²⁾ 소매상을 아우른다", "¹⁾", "²⁾")]
    [InlineData("어민^1^⁾과 상인^2^⁾이 함께 쓴다.", "1) 어촌연구회, 어항 조사, 2021.", "2) 소매상을 아우른다", "1⁾", "2⁾")]
    [InlineData("어민[1]과 상인[2]이 함께 쓴다.", "[1] 어촌연구회, 어항 조사, 2021.", "[2] 소매상을 아우른다", "[1]", "[2]")]
    [InlineData("어민1)과 상인2)이 함께 쓴다.", "1) 어촌연구회, 어항 조사, 2021.", "2) 소매상을 아우른다", "1)", "2)")]
    [InlineData("어민과 상인^1)2)^이 함께 쓴다.", "1) 어촌연구회, 어항 조사, 2021.", "2) 소매상을 아우른다", "1)", "2)")]
    [InlineData("어민과 상인^1,2^이 함께 쓴다.", "1 어촌연구회, 어항 조사, 2021.", "2 소매상을 아우른다", "1", "2")]
    [InlineData("어민이 쓰는 3km^2^의 물가^1)^와 상인^2)^의 창고", "1) 어촌연구회, 어항 조사, 2021.", "2) 소매상을 아우른다", "1)", "2)")]
    public void A_note_at_the_page_s_foot_is_linked_in_each_style(string body, string first, string second, string one, string two)
    {
        var report = NotePages.Segment([.. Body(body), "", "~" + first, "~" + second]);
        Assert.Equal([("1", "어촌연구회, 어항 조사, 2021."), ("2", "소매상을 아우른다")], report.Footnotes.Select(n => (n.Marker, n.Text)));
        Assert.Equal([one, two], report.Footnotes.Select(n => Places(report, n)));
        Assert.Equal(2, report.Blocks.Count(b => b.Kind == BlockKind.Footnote));
        Assert.DoesNotContain(report.Diagnostics, d => d.Code is "RM2101" or "RM2102");
    }

    [Xunit.Fact]
    public void Numbers_may_start_anew_on_each_page_and_stand_twice_on_one()
    {
        var report = NotePages.Segment(
            [.. Body("어민^1)^이 쓴다."), "", "~1) 첫째 쪽의 풀이"],
            [.. Body("상인^1)^이 쓰고 그 상인^1)^이 고친다."), "", "~1) 둘째 쪽의 풀이"]);
        Assert.Equal([1, 2], report.Footnotes.Select(n => n.References.Length));
    }

    [Xunit.Fact]
    public void A_note_goes_on_at_the_next_page_s_foot_without_a_number()
    {
        var report = NotePages.Segment(
            [.. Body("어민^1)^과 상인^2)^이 쓴다."), "", "~1) 어촌연구회", "~2) 이 조사는 지난해 가을에 시작하여 겨울을 지나 봄까지 이어졌으며 물가와 뭍의 마을 가운데 모두 서른 마을에서"],
            [.. Body("주민^3)^이 쓴다."), "", "~삼백 명을 만났다.", "~3) 주민등록 기준"]);
        Assert.Equal(["1", "2", "3"], report.Footnotes.Select(n => n.Marker));
        Assert.Equal("이 조사는 지난해 가을에 시작하여 겨울을 지나 봄까지 이어졌으며 물가와 뭍의 마을 가운데 모두 서른 마을에서 삼백 명을 만났다.", report.Footnotes[1].Text);
        Assert.All(report.Footnotes, n => Assert.Single(n.References));
    }

    [Xunit.Fact]
    public void Each_column_has_its_own_foot()
    {
        var report = NotePages.Segment(
            ["어항은 물가의 마을이^1)^ 함께", "쓰는 곳이며 오래된 곳이 많고", "새로 짓는 곳은 드물다고 한다.", "", "~1) 왼쪽 단의 풀이", "|", "창고는 상인이^2)^ 나누어 쓰고", "고치는 값은 마을이 치르는데", "해마다 그 값이 오르고 있다.", "", "~2) 오른쪽 단의 풀이"]);
        Assert.Equal(["왼쪽 단의 풀이", "오른쪽 단의 풀이"], report.Footnotes.Select(n => n.Text));
        Assert.All(report.Footnotes, n => Assert.Single(n.References));
    }

    [Xunit.Fact]
    public void Endnotes_count_anew_by_chapters()
    {
        var report = NotePages.Segment(
            ["제1장 바다", .. Body("어민^1)^과 상인^2)^이 쓴다.")],
            ["제2장 뭍", .. Body("농민^1)^이 쓴다.")],
            ["미주", "제1장", "1) 첫 장의 첫째", "2) 첫 장의 둘째", "제2장", "1) 둘째 장의 첫째"]);
        Assert.Equal(["첫 장의 첫째", "첫 장의 둘째", "둘째 장의 첫째"], report.Footnotes.Select(n => n.Text));
        Assert.Equal(["어민", "상인", "농민"], report.Footnotes.Select(n => report.Text[(n.References.Single().Start - 2)..n.References.Single().Start]));
    }

    [Xunit.Fact]
    public void The_notes_under_a_table_are_sources_and_leave_the_page_s_notes_alone()
    {
        var report = NotePages.Segment(
            [.. Body("어민^1)^이 쓴다."), "", "~주: 1) 잠정치이다.", "~2) 섬 지역을 뺀 값이다.", "~자료: 어촌연구회(2021).", "", "~1) 쪽의 풀이"]);
        Assert.Equal("쪽의 풀이", Assert.Single(report.Footnotes).Text);
        Assert.Equal(3, report.Blocks.Count(b => b.Kind == BlockKind.Source));
    }

    [Xunit.Fact]
    public void Daggers_are_linked_like_stars()
    {
        var report = NotePages.Segment([.. Body("어민†과 상인*이 쓴다."), "", "~* 소매상을 아우른다", "~† 어선 소유자를 말한다"]);
        Assert.Equal(["*", "†"], report.Footnotes.Select(n => n.Marker));
        Assert.All(report.Footnotes, n => Assert.Single(n.References));
    }

    [Xunit.Fact]
    public void What_stays_unmatched_is_reported()
    {
        var report = NotePages.Segment([.. Body("어민^1)^과 상인^7)^이 쓴다."), "", "~1) 어촌연구회", "~2) 가리키는 곳이 없는 풀이"]);
        Assert.Empty(report.Footnotes[1].References);
        Assert.Contains(report.Diagnostics, d => d.Code == "RM2101" && d.Message.Contains('2'));
        Assert.Contains(report.Diagnostics, d => d.Code == "RM2102" && d.Message.Contains('7'));
    }

    [Xunit.Fact]
    public void A_numbered_list_in_the_body_s_size_is_no_note()
    {
        var report = NotePages.Segment([.. Body("어민^1)^이 쓴다."), "1) 물양장을 고치고 창고를 넓힘", "2) 상인의 참여를 넓힘"]);
        Assert.Empty(report.Footnotes);
        Assert.Contains(report.Diagnostics, d => d.Code == "RM2102");
    }

    [Xunit.Fact]
    public void Many_notes_are_linked_in_little_time()
    {
        var pages = Enumerable.Range(0, 400).Select(p => (string[])[.. Body($"어민^{(p * 2) + 1}^과 상인^{(p * 2) + 2}^이 쓴다."), "", $"~{(p * 2) + 1} 첫째 풀이", $"~{(p * 2) + 2} 둘째 풀이"]).ToArray();
        var report = NotePages.Segment(pages);
        Assert.Equal(800, report.Footnotes.Length);
        Assert.All(report.Footnotes, n => Assert.Single(n.References));
    }

    private static string Places(SegmentedReport report, Footnote note) => string.Join(' ', note.References.Select(r => report.Text[r.Start..r.End]));
}
