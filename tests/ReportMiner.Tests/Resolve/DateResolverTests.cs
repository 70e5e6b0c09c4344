using ReportMiner.Documents;
using ReportMiner.Resolve;
using ReportMiner.Tests.Tag.Dates;
using Xunit;

namespace ReportMiner.Tests.Resolve;

public sealed class DateResolverTests
{
    [Theory]
    [InlineData("2023년 4월", "2023-04", "2023-04-01", "2023-04-30", DateKind.Point)]
    [InlineData("2024년 2월", "2024-02", "2024-02-01", "2024-02-29", DateKind.Point)]
    [InlineData("2023년 상반기", "2023-40", "2023-01-01", "2023-06-30", DateKind.Point)]
    [InlineData("’23.下", "2023-41", "2023-07-01", "2023-12-31", DateKind.Point)]
    [InlineData("2023년 1분기", "2023-33", "2023-01-01", "2023-03-31", DateKind.Point)]
    [InlineData("2023년 4분기", "2023-36", "2023-10-01", "2023-12-31", DateKind.Point)]
    [InlineData("2020년대", "202X", "2020-01-01", "2029-12-31", DateKind.Point)]
    [InlineData("’23.6월~", "2023-06/..", "2023-06-01", null, DateKind.Since)]
    [InlineData("2023년부터", "2023/..", "2023-01-01", null, DateKind.Since)]
    [InlineData("2023년 이후", "2023/..", "2023-01-01", null, DateKind.Since)]
    [InlineData("~’26년", "../2026", null, "2026-12-31", DateKind.Until)]
    [InlineData("2026년까지", "../2026", null, "2026-12-31", DateKind.Until)]
    [InlineData("2019년~2023년 2분기", "2019/2023-34", "2019-01-01", "2023-06-30", DateKind.Range)]
    [InlineData("'20~'22년까지", "2020/2022", "2020-01-01", "2022-12-31", DateKind.Range)]
    public void A_date_has_its_first_and_last_day(string text, string edtf, string? from, string? until, DateKind kind)
    {
        var date = Assert.Single(DateReading.Read(text, "2023-04-14"));
        Assert.Equal((edtf, from, until, kind), (date.Edtf, date.From, date.Until, date.Kind));
    }

    [Theory]
    [InlineData("지난 7월", "2023-11", "2023-07")]
    [InlineData("지난 7월", "2023-04", "2022-07")]
    [InlineData("지난 4월", "2023-04", "2023-04")]
    [InlineData("지난 5월 10일", "2023-12", "2023-05-10")]
    [InlineData("오는 9월", "2023-11", "2024-09")]
    [InlineData("지난달", "2023-01", "2022-12")]
    [InlineData("지난달", "2023", null)]
    [InlineData("전 분기", "2023-02", "2022-36")]
    [InlineData("내년 상반기", "2025-06", "2026-40")]
    [InlineData("연내", null, null)]
    [InlineData("연내", "sometime", null)]
    public void A_relative_date_is_counted_from_the_publication(string text, string? published, string? edtf) =>
        Assert.Equal(edtf, Assert.Single(DateReading.Read(text, published)).Edtf);

    [Fact]
    public void A_month_takes_the_year_mentioned_before_it_in_its_block() =>
        Assert.Equal("2019-08", DateReading.Read("2019년 3월에 시작해 8월 마침", "2023")[^1].Edtf);

    [Fact]
    public void A_month_takes_the_year_of_the_bullet_it_stands_under() =>
        Assert.Equal("2019-08", DateReading.Read("ㅇ 2019년 과제\n  - 8월 착수", "2023")[^1].Edtf);

    [Fact]
    public void A_month_does_not_take_the_year_of_a_bullet_beside_it() =>
        Assert.Equal("2023-08", DateReading.Read("ㅇ 2019년 과제\nㅇ 8월 착수", "2023")[^1].Edtf);

    [Theory]
    [InlineData("’97년", "2023", "1997")]
    [InlineData("’50년", "2023", "2050")]
    [InlineData("’03년", "1998", "2003")]
    [InlineData("’23년", null, "2023")]
    public void A_year_with_apostrophe_resolves_to_its_century(string text, string? published, string edtf) =>
        Assert.Equal(edtf, Assert.Single(DateReading.Read(text, published)).Edtf);

    [Theory]
    [InlineData("2023")]
    [InlineData("2023-12")]
    [InlineData("2024-02-29")]
    public void A_publication_date_reads_back_as_it_was(string text) => Assert.Equal(text, EdtfDate.Parse(text).ToString());

    [Theory]
    [InlineData("2023-13")]
    [InlineData("2023-02-29")]
    [InlineData("23-01")]
    [InlineData("2023-1")]
    [InlineData("2023-01-01-01")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_date_has_no_value(string? text) => Assert.Null(EdtfDate.Parse(text));
}
