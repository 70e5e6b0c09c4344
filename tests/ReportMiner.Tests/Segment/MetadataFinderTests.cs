using System.Collections.Immutable;
using ReportMiner.Documents;
using ReportMiner.Segment;
using ReportMiner.Tests.Tag.Recommendations;
using Xunit;

namespace ReportMiner.Tests.Segment;

public sealed class MetadataFinderTests
{
    private static readonly MetadataRules Rules = RecommendationReport.Models.ReadJson<MetadataRules>(MetadataRules.ResourceName);
    private static readonly MetadataFinder Finder = new(RecommendationReport.Models);

    public static TheoryData<string, string, bool> Examples()
    {
        MetadataPattern[] single = [Rules.DateLabel, Rules.DateLine, Rules.TitleLabel, Rules.TitleContinues, Rules.TitleEnd, Rules.NotTitle, Rules.NotEmbedded, Rules.Subtitle, Rules.PublisherLabel, Rules.PublisherLine, Rules.Author];
        return PatternExamples.Of(single.Concat(Rules.DateFormats).Concat(Rules.ReportNumbers).Select(r => (r.Pattern, r.Examples, r.CounterExamples)));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Each_pattern_finds_its_examples_and_no_counter_example(string pattern, string example, bool found) =>
        Assert.Equal(found, MetadataFinder.Compile(new MetadataPattern(pattern, [], [])).IsMatch(example));

    [Fact]
    public void A_markdown_cover_gives_title_date_and_publisher()
    {
        var found = Find(null, null, "# 섬 지역 교통 개선 방안", "- 작은 항구를 중심으로 -", "2024. 3. 5.", "관계부처 합동", "# 순 서");
        Assert.Equal("섬 지역 교통 개선 방안", found.Title);
        Assert.Equal("작은 항구를 중심으로", found.Subtitle);
        Assert.Equal("2024-03-05", found.Published);
        Assert.Equal("관계부처 합동", Assert.Single(found.Publishers));
    }

    [Fact]
    public void The_largest_print_of_a_page_is_the_title_over_two_lines()
    {
        var lines = new[] { ("이슈리포트 제42호", 12.0), ("농촌 빈집 활용이", 30.0), ("지역 인구에 미치는 영향", 30.0), ("2024년 12월", 14.0), ("한국해양수산개발원", 16.0), ("본문의 글은 작다", 10.0), ("이것도 작다", 10.0) };
        var page = new SourcePage(1, 595, 842, [.. lines.Select((l, i) => new SourceLine { Page = 1, Number = i + 1, Text = l.Item1, FontSize = l.Item2 })]);
        var found = Finder.Find(Source([page], null), Report, null);
        Assert.Equal("농촌 빈집 활용이 지역 인구에 미치는 영향", found.Title);
        Assert.Equal("이슈리포트 제42호", found.ReportNumber);
        Assert.Equal("2024-12", found.Published);
        Assert.Equal("한국해양수산개발원", Assert.Single(found.Publishers));
    }

    [Fact]
    public void What_is_known_wins_field_by_field()
    {
        var found = Find(new KnownMetadata(Published: "2023"), null, "# 섬 지역 교통 개선 방안", "2024. 3. 5.");
        Assert.Equal("2023", found.Published);
        Assert.Equal("섬 지역 교통 개선 방안", found.Title);
    }

    [Theory]
    [InlineData("Microsoft Word - 최종.docx", null)]
    [InlineData("농촌 인구 동향", "농촌 인구 동향")]
    public void The_title_of_the_file_properties_counts_only_if_it_is_one(string embedded, string? title) =>
        Assert.Equal(title, Find(null, embedded, "지난해 농촌의 인구는 다시 줄었다.").Title);

    [Fact]
    public void A_text_that_starts_in_the_middle_has_neither_title_nor_date()
    {
        var found = Find(null, null, "줄어든 사람은 2023년 4월에만 삼천 명이었다.", "그 뒤로는 늘지 않았다.");
        Assert.Null(found.Title);
        Assert.Null(found.Published);
    }

    [Fact]
    public void An_imprint_gives_what_the_cover_lacks()
    {
        var found = Find(null, null, "# 어선 안전 연구", "본문이다.", "발 행 일: 2024년 7월", "발행처 : 해양안전연구원", "저자: 김가람, 이누리");
        Assert.Equal("2024-07", found.Published);
        Assert.Equal("해양안전연구원", Assert.Single(found.Publishers));
        Assert.Equal("김가람;이누리", string.Join(';', found.Authors));
    }

    private static SegmentedReport Report { get; } = RecommendationReport.Of(SectionRole.Other, "제목", "글");

    private static Metadata Find(KnownMetadata? known, string? embedded, params string[] lines) =>
        Finder.Find(Source([new SourcePage(0, null, null, [.. lines.Select((t, i) => new SourceLine { Page = 0, Number = i + 1, Text = t })])], embedded), Report, known);

    private static SourceDocument Source(ImmutableArray<SourcePage> pages, string? embedded) => new(Report.Source, pages, [], [], embedded);
}
