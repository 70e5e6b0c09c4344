using System.Diagnostics;
using ReportMiner.Documents;
using Xunit;

namespace ReportMiner.Tests.Tag;

public sealed class AmountTaggerTests
{
    [Fact]
    public void Every_amount_is_the_text_at_its_span()
    {
        const string text = "👉 총사업비 1조 96억원 중 국비는 △3.2%, 대상은 두세 개 지역의 20~30만 명이며 $1.5억을 들인다";
        var amounts = AmountTexts.Read(text);

        Assert.Equal(["1조 96억원", "△3.2%", "두세 개", "20~30만 명", "$1.5억"], amounts.Select(a => a.Text));
        Assert.All(amounts, a => Assert.Equal(a.Text, text[a.Start..a.End]));
    }

    [Fact]
    public void A_number_inside_a_date_is_no_amount()
    {
        const string text = "’23 3분기 매출 120억원, 3월 5만 명 방문";
        var report = AmountTexts.Report(text, [AmountTexts.Block(BlockKind.Paragraph, 0, text.Length)], []);
        var date = new DateItem { Id = "d1", Text = "3월 5만", Start = 18, End = 23, Edtf = null, From = null, Until = null, Kind = DateKind.Point, Confidence = 1, Source = "rule:test" };

        Assert.Equal(["120억원"], AmountTexts.Resolve(report, [date]).Select(a => a.Text));
    }

    [Fact]
    public void Bare_numbers_of_a_table_take_the_unit_of_the_line_above()
    {
        var amounts = AmountTexts.ReadTable("(단위: 억원)", null, "구분\t2024\t2025", "연구개발\t1,250\t△30.5", "비고\t-\t해당 없음");

        Assert.Equal([("1,250", "125000000000 KRW"), ("△30.5", "-3050000000 KRW")], amounts.Select(a => (a.Text, AmountTexts.Value(a))));
    }

    [Fact]
    public void A_word_that_ends_in_danwi_is_no_unit_head() =>
        Assert.Empty(AmountTexts.ReadTable("광역단위 명 3", null, "구분\t2024", "참여\t35"));

    [Fact]
    public void A_column_head_wins_over_the_tables_unit()
    {
        var amounts = AmountTexts.ReadTable(null, "세목별 현황 (단위: 백만원, %)", "세목\t세액\t세율(%)\t증가율", "부가세\t312\t10\t4.1");

        Assert.Equal(["312000000 KRW", "10 %", "4.1 %"], amounts.Select(AmountTexts.Value));
    }

    [Fact]
    public void A_sign_and_brackets_in_a_cell_give_two_numbers()
    {
        var amounts = AmountTexts.ReadTable("(단위: GDP 대비 % )", null, "구분\t총투자", "유입\t-1.5 (0.5)");

        Assert.Equal([("-1.5", "-1.5 %"), ("0.5", "0.5 %")], amounts.Select(a => (a.Text, AmountTexts.Value(a))));
    }

    [Fact]
    public void A_column_named_after_what_it_counts_counts_it()
    {
        var amounts = AmountTexts.ReadTable(null, null, "구분\t참여 기업\t종사자 수\t특허 건수", "부산\t12\t3,400\t51");

        Assert.Equal([("3,400", "3400 명"), ("51", "51 건")], amounts.Select(a => (a.Text, AmountTexts.Value(a))));
    }

    [Fact]
    public void A_date_that_touches_the_numeral_does_not_hide_it()
    {
        const string text = "계약금액 ‘12104억";
        var report = AmountTexts.Report(text, [AmountTexts.Block(BlockKind.Paragraph, 0, text.Length)], []);
        var date = new DateItem { Id = "d1", Text = "‘12", Start = 5, End = 8, Edtf = "2012", From = null, Until = null, Kind = DateKind.Point, Confidence = 1, Source = "rule:test" };

        Assert.Equal([("104억", "10400000000 KRW")], AmountTexts.Resolve(report, [date]).Select(a => (a.Text, AmountTexts.Value(a))));
    }

    [Fact]
    public void A_cell_with_words_keeps_its_numbers_bare()
    {
        Assert.Empty(AmountTexts.ReadTable("(단위: 명)", null, "구분\t내용", "총원\t담당 부서 협의 3 참조"));
    }

    [Fact]
    public void A_unit_and_colon_head_the_numbers_of_a_list()
    {
        var amounts = AmountTexts.Read("수출액(억$) : (A) 101 → (B) 120.5, 수입액 미정");

        Assert.Equal(["10100000000 USD", "12050000000 USD"], amounts.Select(AmountTexts.Value));
    }

    [Theory]
    [InlineData("수출 ▲3.2%, 수입 ▼1.1%", "3.2%", "3.2 %")]
    [InlineData("▲30% 감축 ▲인력 확충", "30%", "30 %")]
    [InlineData("(▲1.2%)", "▲1.2%", "-1.2 %")]
    [InlineData("전월 대비 -0.3%", "-0.3%", "-0.3 %")]
    public void A_triangle_is_a_minus_unless_it_is_a_bullet_or_a_rise(string text, string surface, string value) =>
        Assert.Contains((surface, value), AmountTexts.Read(text).Select(a => (a.Text, AmountTexts.Value(a))));

    [Fact]
    public void Three_megabytes_take_no_more_than_a_few_seconds()
    {
        var text = string.Concat(Enumerable.Repeat("총사업비 1조 96억원을 들여 3년간 17개 시·도 20~30만 명에게 (약 3억 유로) 지원하고, 세계 10위권의 경쟁력을 네 차례 점검한다. ", 36_000));
        var clock = Stopwatch.StartNew();
        var amounts = AmountTexts.Read(text);

        Assert.True(amounts.Length >= 36_000 * 4, amounts.Length.ToString());
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), clock.Elapsed.ToString());
    }
}
