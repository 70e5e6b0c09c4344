using Xunit;

namespace ReportMiner.Tests.Segment;

/// <summary>Headings that a file's bookmarks name.</summary>
public sealed class BookmarkTests
{
    private const string Prose = "연안 여객선의 운항 횟수는 지난 십 년 동안 꾸준히 줄었으며 섬 주민의 이동은";

    private static StructurePages Text(StructurePages pages) => pages.Line(Prose, full: true).Line("갈수록 어려워지고 있다.");

    private static StructurePages Page(params string[] titles) => titles.Aggregate(new StructurePages(), (pages, title) => Text(pages.Line(title)));

    [Xunit.Fact]
    public void A_line_that_says_the_title_is_a_heading_whatever_its_type()
    {
        StructurePages Pages() => Page("여객선이 줄어든 까닭", "○ 뱃길과 항구", "여객선을 되살리는 길");
        Assert.Empty(Pages().Segment().Sections);
        var report = Pages().Bookmark("여객선이  줄어든 까닭", 1).Bookmark("뱃길과 항구", 1, 2).Bookmark("여객선을 되살리는 길", 2).Segment();
        Assert.Equal([(null, "여객선이 줄어든 까닭", 1), ("○", "뱃길과 항구", 2)], report.Sections.Select(s => (s.Number, s.Title, s.Level)));
        var unmet = Assert.Single(report.Diagnostics, d => d.Code == "RM2104").Message;
        Assert.StartsWith("책갈피 1개에", unmet, StringComparison.Ordinal);
        Assert.Contains("여객선을 되살리는 길", unmet, StringComparison.Ordinal);
        Assert.DoesNotContain(report.Diagnostics, d => d.Code == "RM2001");
    }

    [Xunit.Fact]
    public void A_title_of_two_lines_is_one_heading_and_the_line_below_none_of_it()
    {
        var report = Text(new StructurePages().Line("제1장 섬 주민이 늘 다니는 길을 넓히기 위한 여객선", 16, bold: true).Line("운항 제도의 개편", 16, bold: true).Line("결항이 잦은 항로", 16, bold: true))
            .Bookmark("제1장 섬 주민이 늘 다니는 길을 넓히기 위한 여객선 운항 제도의 개편", 1).Bookmark("결항이 잦은 항로", 1, 2).Segment();
        Assert.Equal([("섬 주민이 늘 다니는 길을 넓히기 위한 여객선 운항 제도의 개편", 1), ("결항이 잦은 항로", 2)], report.Sections.Select(s => (s.Title, s.Level)));
    }

    [Xunit.Fact]
    public void Headings_of_a_new_type_open_where_the_outline_has_them()
    {
        StructurePages Pages() => Text(Text(Text(new StructurePages().Line("운항 현황", 16, bold: true)).Line("1) 남해", 14, bold: true)).Line("개선하는 길", 13, bold: true));
        Assert.Equal([1, 2, 3], Pages().Segment().Sections.Select(s => s.Level));
        Assert.Equal([1, 2, 1], Pages().Bookmark("운항 현황", 1).Bookmark("개선하는 길", 1).Segment().Sections.Select(s => s.Level));
        Assert.Equal([1, 2, 2], Pages().Bookmark("운항 현황", 1).Bookmark("개선하는 길", 1, 2).Segment().Sections.Select(s => s.Level));
    }

    [Xunit.Fact]
    public void Print_still_tells_items_from_titles_where_bookmarks_name_the_titles()
    {
        var report = Text(Text(new StructurePages().Line("1. 운항 현황", 14, bold: true)).Line("1. 선박을 새로 지음").Line("○ 네 척").Line("2. 선원을 더 뽑음").Line("2. 개선 방향", 14, bold: true))
            .Bookmark("1. 운항 현황", 1).Bookmark("2. 개선 방향", 1).Segment();
        Assert.Equal(["운항 현황", "개선 방향"], report.Sections.Select(s => s.Title));
    }

    [Xunit.Fact]
    public void Contents_captions_and_tables_stay_what_they_are()
    {
        var report = Text(new StructurePages().Line("목 차", 16, bold: true).Line("운항 현황 ················ 3").Line("개선하는 길 ················ 4").NextPage().Line("<표 1> 항로별 지원")
            .Table([70, 170, 270], "남해 항로 | 120", "서해 항로 | 90"))
            .Bookmark("목차", 1).Bookmark("운항 현황", 1).Bookmark("<표 1> 항로별 지원", 2).Bookmark("남해 항로", 2).Segment();
        Assert.Empty(report.Sections);
        Assert.Equal(2, Assert.Single(report.Tables).Rows.Length);
        Assert.DoesNotContain(report.Diagnostics, d => d.Code == "RM2104");
    }

    [Xunit.Theory]
    [InlineData("Slide 3")]
    [InlineData("_Toc184203911")]
    [InlineData("2026년 시행계획.hwp")]
    [InlineData("여객선을 새로 짓는 데 드는 돈은 나라가 모두 낸다.")]
    public void A_bookmark_that_is_no_title_is_passed_over(string title)
    {
        var report = Page("섬과 뭍을 잇는 뱃길", title).Bookmark("섬과 뭍을 잇는 뱃길", 1).Bookmark(title, 1).Bookmark(title, 2).Segment();
        Assert.Equal(["섬과 뭍을 잇는 뱃길"], report.Sections.Select(s => s.Title));
        Assert.DoesNotContain(report.Diagnostics, d => d.Code == "RM2104");
    }

    [Xunit.Fact]
    public void An_outline_that_only_counts_the_pages_is_passed_over()
    {
        StructurePages Pages() => Text(Text(Text(new StructurePages().Line("뱃길 하나")).NextPage().Line("뱃길 둘")).NextPage().Line("뱃길 셋")).Bookmark("뱃길 하나", 1).Bookmark("뱃길 둘", 2);
        Assert.Equal(2, Pages().Segment().Sections.Length);
        Assert.Empty(Pages().Bookmark("뱃길 셋", 3).Segment().Sections);
    }
}
