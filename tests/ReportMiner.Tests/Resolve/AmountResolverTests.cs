using ReportMiner.Documents;
using ReportMiner.Resolve;
using Xunit;

namespace ReportMiner.Tests.Resolve;

public sealed class AmountResolverTests
{
    [Theory]
    [InlineData("1조 96억", "1009600000000")]
    [InlineData("4천500만", "45000000")]
    [InlineData("6천5백", "6500")]
    [InlineData("12.03억", "1203000000")]
    [InlineData("0.10", "0.1")]
    [InlineData("100경", "1000000000000000000")]
    [InlineData("이십만", "200000")]
    [InlineData("삼천오백", "3500")]
    [InlineData("１，２３４.５", "1234.5")]
    [InlineData("20여만", "200000")]
    [InlineData("천만", "10000000")]
    [InlineData("0.0", "0")]
    public void A_numeral_resolves_to_plain_digits(string numeral, string value) =>
        Assert.Equal((value, value), AmountResolver.Bounds(Expression(numeral, null)));

    [Theory]
    [InlineData("2.6", "4.4조", "2600000000000", "4400000000000")]
    [InlineData("3천", "5천만", "30000000", "50000000")]
    [InlineData("2", "5천만", "20000000", "50000000")]
    [InlineData("5,000", "1만", "5000", "10000")]
    [InlineData("500", "1,000만", "5000000", "10000000")]
    [InlineData("9천만", "1억", "90000000", "100000000")]
    public void A_range_shares_the_multiplier_where_the_first_numeral_lacks_it(string first, string second, string low, string high) =>
        Assert.Equal((low, high), AmountResolver.Bounds(Expression(first, second)));

    [Fact]
    public void A_pair_of_native_numerals_has_two_bounds() =>
        Assert.Equal(("2", "3"), AmountResolver.Bounds(Expression("두세", null)));

    [Theory]
    [InlineData("수천억")]
    [InlineData("몇백")]
    [InlineData("99999999999999999999경")]
    public void A_vague_or_too_large_numeral_has_no_value(string numeral) =>
        Assert.Equal((null, null), AmountResolver.Bounds(Expression(numeral, null)));

    [Fact]
    public void A_minus_turns_the_value_and_zero_stays_unsigned()
    {
        Assert.Equal(("-3.2", "-3.2"), AmountResolver.Bounds(Expression("3.2", null) with { Negative = true }));
        Assert.Equal(("0", "0"), AmountResolver.Bounds(Expression("0.0", null) with { Negative = true }));
    }

    [Fact]
    public void A_scale_multiplies_exactly() =>
        Assert.Equal(("1100000", "1100000"), AmountResolver.Bounds(Expression("1.1", null) with { Scale = "백만" }));

    private static AmountExpression Expression(string low, string? high) =>
        new(0, 0, "test", low) { Low = low, High = high, Unit = "개", Kind = AmountKind.Count, Confidence = 1 };
}
